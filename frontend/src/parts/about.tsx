/** Whom a drawing is about: a party by name; the address keeps its id. */
import { useState } from "react";
import { useAnswer } from "../api/answer";
import { ask, useRoute } from "../route";

interface Props {
  /** Of the parameter in the address. */
  readonly name?: string;
  readonly label?: string;
}

export function About({ name = "about", label = "About" }: Props) {
  const about = useRoute().query.get(name);
  const isParty = about !== null && !about.startsWith("f-");
  const now = useAnswer("/api/v1/entities/{entity_id}", isParty ? { entity_id: about } : null);
  const [words, setWords] = useState<string | null>(null);
  const found = useAnswer("/api/v1/entities", words !== null && words.length > 1 ? {} : null, { q: words, limit: 8 });
  const shown = words ?? now.data?.entity.name ?? about ?? "";
  return (
    <label>
      {label}
      <input
        type="search"
        list={`${name}-parties`}
        value={shown}
        placeholder="a party's name"
        onChange={(event) => {
          if (event.target.value === "") ask({ [name]: null, expand: null }, "push");
          const chosen = found.data?.results.find((one) => one.name === event.target.value);
          if (chosen === undefined) return setWords(event.target.value);
          setWords(null);
          ask({ [name]: chosen.id, expand: null }, "push");
        }}
        onKeyDown={(event) => {
          const [first] = found.data?.results ?? [];
          if (event.key !== "Enter" || first === undefined) return;
          setWords(null);
          ask({ [name]: first.id, expand: null }, "push");
        }}
      />
      <datalist id={`${name}-parties`}>
        {found.data?.results.map((one) => (
          <option key={one.id} value={one.name}>
            {one.standing ?? one.type}
          </option>
        ))}
      </datalist>
    </label>
  );
}
