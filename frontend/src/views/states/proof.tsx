/** Where words stand that prove something, with a link to where their publisher has them. */
import type { AnswerTo } from "../../api/answer";
import { quoted } from "../../parts/quoted";

export type Proof = AnswerTo<"/api/v1/states/gaps">["results"][number]["evidence"][number];

export function Proved({ by: proof }: { readonly by: Proof }) {
  return (
    <figure>
      {proof.text !== "" && (
        <blockquote className="words" dir="auto">
          {quoted(proof.text)}
        </blockquote>
      )}
      <figcaption className="from">
        <bdi>{titled(proof.title)}</bdi>
        {proof.locator !== "" && `, ${proof.locator}`}
        {proof.address !== null && (
          <>
            {" · "}
            <Elsewhere to={proof.address} />
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** An address on the web, which opens beside the workbench and is told nothing of it; one of another scheme is mere words. */
export function Elsewhere({ to }: { readonly to: string }) {
  if (!/^https?:\/\//i.test(to)) return to;
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {to}
    </a>
  );
}

/** Say that the id of a list release is one: "eu@2024-05-13". */
function titled(title: string): string {
  return /^[\w-]+@\d{4}[-\d.:~+\w]*$/.test(title) ? `list release ${title}` : title;
}
