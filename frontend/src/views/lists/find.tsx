/** Finds an entry by its reference, or by a name. */
import { useState, type FormEvent } from "react";
import { address, go } from "../../route";

const REFERENCE = /^(?:[a-z_0-9]+:)?[A-Z]{2,3}[ei]\.\d+$|^[a-z_0-9]+:\S+$/;

export function Find() {
  const [words, setWords] = useState("");
  function find(event: FormEvent): void {
    event.preventDefault();
    const asked = words.trim();
    if (asked === "") return;
    const id = asked.includes(":") ? asked : `un:${asked}`;
    go(REFERENCE.test(asked) ? address(["lists", "entry", id]) : address(["screening"], { q: asked, threshold: 0.3 }));
  }
  return (
    <form className="filters" role="search" onSubmit={find}>
      <label>
        An entry by its reference (QDi.427, ofac:36), or a name
        <input type="search" size={34} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <button type="submit">Find</button>
    </form>
  );
}
