/** What a field was, struck through, and what it is, underlined: as the Committee's press releases do. */
import { diff } from "../../text/diff";

interface Props {
  readonly fields: readonly { readonly field: string; readonly old: string | null; readonly new: string | null; readonly change?: string }[];
}

export function Fields({ fields }: Props) {
  return fields.map(({ field, old, new: now }, place) => (
    <p key={place} className="changed-field" dir="auto">
      <span className="from">{field.replaceAll("_", " ")}:</span> <Wording old={old ?? ""} now={now ?? ""} />
    </p>
  ));
}

function Wording({ old, now }: { readonly old: string; readonly now: string }) {
  return diff(old, now).map((piece, place) => {
    if (piece.kind === "same") return <span key={place}>{piece.text}</span>;
    return piece.kind === "gone" ? <del key={place}>{piece.text}</del> : <ins key={place}>{piece.text}</ins>;
  });
}
