/** Takes the brief out, in the form that its readers need. */
import { useState } from "react";
import type { Shapes } from "../../api/shapes";
import { Making } from "../../parts/made";

const FORMS = [
  { form: "pdf", name: "PDF", says: "tagged, with footnotes and figures" },
  { form: "docx", name: "DOCX", says: "with real footnotes, to go on writing in" },
  { form: "html", name: "HTML", says: "one page that asks for nothing from outside" },
  { form: "md", name: "Markdown", says: "plain text" },
  { form: "json", name: "JSON", says: "to keep, so that the next issue says what changed" },
] as const;

export function Take({ brief }: { readonly brief: Shapes["BriefAsked"] }) {
  const [chosen, setChosen] = useState<(typeof FORMS)[number] | null>(null);
  return (
    <>
      <div className="tools" role="group" aria-label="Take the brief out">
        {FORMS.map((one) => (
          <button key={one.form} type="button" title={one.says} onClick={() => setChosen(one)}>
            {one.name}
          </button>
        ))}
      </div>
      {chosen && (
        <Making
          title={`The brief as ${chosen.name}`}
          path="/brief/files"
          body={{ form: chosen.form, brief: { ...brief, annexes: true } }}
          close={() => setChosen(null)}
        />
      )}
    </>
  );
}
