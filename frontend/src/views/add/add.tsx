/** Adds documents: dropped or chosen, one after another, each with what became of it. */
import { useState } from "react";
import { Problem, send } from "../../api/client";
import { Drop } from "../../parts/drop";
import { Head } from "../../parts/head";
import { Job, type JobTold } from "../../parts/job";
import { Link } from "../../parts/link";
import { ProblemBox } from "../../parts/waiting";
import { address, ask, searchOf } from "../../route";
import type { ViewProps } from "..";

const HINTS = [
  { name: "publisher", label: "Publisher" },
  { name: "published", label: "Published (2024-05-20)" },
  { name: "collection", label: "Collection" },
  { name: "lawful_basis", label: "Lawful basis of the collection" },
] as const;

export default function Add({ query }: ViewProps) {
  const [hints, setHints] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState<string | null>(null);
  const job = query.get("job");

  async function upload(files: readonly File[]): Promise<void> {
    let begun: string | null = null;
    try {
      for (const [place, file] of files.entries()) {
        setSending(`${place + 1} of ${files.length}: ${file.name}`);
        const asked = searchOf({ ...hints, job: begun, more: place < files.length - 1 });
        const sent = {
          method: "POST",
          body: file,
          headers: { "Content-Type": "application/octet-stream", "X-Filename": encodeURIComponent(file.name) },
        };
        begun = ((await (await send(`/documents?${asked}`, sent)).json()) as JobTold).id;
        ask({ job: begun });
      }
      setProblem(null);
    } catch (bad) {
      setProblem(bad instanceof Problem ? bad : new Problem(0, "Not taken in", String(bad)));
    } finally {
      setSending(null);
    }
  }

  return (
    <>
      <Head title="Add" lead="Documents are read on this machine; nothing of them leaves it. A file that is held already adds nothing." />
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        {HINTS.map(({ name, label }) => (
          <label key={name}>
            {label}
            <input value={hints[name] ?? ""} onChange={(event) => setHints({ ...hints, [name]: event.target.value })} />
          </label>
        ))}
        <label>
          Handling
          <select value={hints["handling"] ?? "public"} onChange={(event) => setHints({ ...hints, handling: event.target.value })}>
            <option>public</option>
            <option>internal</option>
            <option>restricted</option>
          </select>
        </label>
      </form>
      <Drop take={(files) => void upload(files)} says="Drop PDF, DOCX, HTML, e-mail or text files here" isMany />
      {sending && <p role="status">Sending {sending}</p>}
      {problem && <ProblemBox problem={problem} />}
      {job && (
        <Job
          id={job}
          ended={(told) => (
            <p>
              {told.files.filter((file) => file.document).length} held.{" "}
              <Link to={address(["documents"])}>Read them</Link>
            </p>
          )}
        />
      )}
    </>
  );
}
