/** What a person thinks of a finding: likelihood and confidence, beside each other and never merged (ICD 203). */
import { useState } from "react";
import type { FindingTold, FindingWhole } from "../../api/shapes";
import { Decide } from "../../deciding/decide";

const LIKELIHOOD = [
  ["almost_no_chance", "almost no chance (1–5 %)"],
  ["very_unlikely", "very unlikely (5–20 %)"],
  ["unlikely", "unlikely (20–45 %)"],
  ["roughly_even_chance", "roughly even chance (45–55 %)"],
  ["likely", "likely (55–80 %)"],
  ["very_likely", "very likely (80–95 %)"],
  ["almost_certain", "almost certain (95–99 %)"],
] as const;
const CONFIDENCE = ["low", "moderate", "high"] as const;

interface Props {
  readonly finding: FindingTold;
  readonly assessment: FindingWhole["why"]["assessment"];
}

export function Assess({ finding, assessment }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useState<readonly [string, string]>(["roughly_even_chance", "low"]);
  return (
    <p>
      {assessment ? (
        <>
          Our assessment: <strong>{assessment.likelihood_words}</strong>. Confidence: <strong>{assessment.confidence}</strong>.{" "}
          <span className="from">
            By {assessment.by} on {assessment.at.slice(0, 10)}: {assessment.reason}
          </span>
        </>
      ) : (
        <span className="from">Nobody has assessed it.</span>
      )}{" "}
      <span className="tools inline">
        <button type="button" onClick={() => setOpen(true)}>
          Assess
        </button>
      </span>
      {isOpen && (
        <Decide
          decision={{ about: finding.id, verdict: "assess", values, seen: assessment?.id ?? null }}
          says={finding.says}
          close={() => setOpen(false)}
          fields={() => (
            <>
              <label>
                How likely is it?
                <select value={values[0]} onChange={(event) => setValues([event.target.value, values[1]])}>
                  {LIKELIHOOD.map(([value, words]) => (
                    <option key={value} value={value}>
                      {words}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                How well founded is that?
                <select value={values[1]} onChange={(event) => setValues([values[0], event.target.value])}>
                  {CONFIDENCE.map((value) => (
                    <option key={value}>{value}</option>
                  ))}
                </select>
              </label>
            </>
          )}
        />
      )}
    </p>
  );
}
