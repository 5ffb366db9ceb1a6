/** A party by name, with how it stands to the lists: "(QDe.132)", "(not listed)". */
import { address } from "../route";
import { Link } from "./link";

export interface NamedParty {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly party: NamedParty | null | undefined;
  /** "QDe.132", "not listed", …; left out where the place has no room for it. */
  readonly standing?: string | null;
}

export function Named({ party, standing }: Props) {
  if (party === null || party === undefined) return <span className="listing">not named</span>;
  return (
    <span>
      <Link to={address(["entities", party.id])}>
        <bdi>{party.name}</bdi>
      </Link>
      {standing !== null && standing !== undefined && (
        <>
          {" "}
          <span className={standing === "not listed" ? "listing" : "listing listed"}>({standing})</span>
        </>
      )}
    </span>
  );
}
