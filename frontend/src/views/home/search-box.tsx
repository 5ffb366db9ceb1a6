/** One search over passages, parties and list entries. */
import { useEffect, useState } from "react";
import { ask } from "../../route";

interface Props {
  readonly asked: string;
  /** Begin with the focus here. */
  readonly isSought: boolean;
}

export function SearchBox({ asked, isSought }: Props) {
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  return (
    <search>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          ask({ q: words.trim(), search: null }, "push");
        }}
      >
        <label htmlFor="search" className="visually-hidden">
          Search documents, parties and list entries
        </label>
        <input
          id="search"
          type="search"
          size={40}
          value={words}
          autoFocus={isSought}
          placeholder="A name, or words of a document"
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit" className="main">
          Search
        </button>
        <kbd>/</kbd>
      </form>
    </search>
  );
}
