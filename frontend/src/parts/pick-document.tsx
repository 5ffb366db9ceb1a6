/** Chooses a document; the address keeps its id. */
import { useAnswer } from "../api/answer";
import { ask, useRoute } from "../route";

interface Props {
  /** Of the parameter in the address. */
  readonly name: string;
  readonly label: string;
}

export function PickDocument({ name, label }: Props) {
  const chosen = useRoute().query.get(name) ?? "";
  const documents = useAnswer("/api/v1/documents", {}, { limit: 500 });
  return (
    <label>
      {label}
      <select value={chosen} onChange={(event) => ask({ [name]: event.target.value }, "push")}>
        <option value="">choose a document</option>
        {documents.data?.results.map((one) => (
          <option key={one.id} value={one.id}>
            {[one.published, one.publisher, one.name].filter(Boolean).join(" · ")}
          </option>
        ))}
      </select>
    </label>
  );
}
