/** One filter of a list; the address keeps what it is set to. */
import { useEffect, useState } from "react";
import { ask, useRoute } from "../route";

interface Props {
  /** Of the parameter in the address. */
  readonly name: string;
  readonly label: string;
  readonly type?: "search" | "date" | "text";
  readonly options?: readonly string[];
  /** What holds while nothing is chosen. */
  readonly any?: string;
  /** What an option is called where it is not its own word. */
  readonly words?: Readonly<Record<string, string>>;
}

const PAUSE = 250; // milliseconds after the last key

export function Filter({ name, label, type = "text", options, any = "any", words = {} }: Props) {
  const set = useRoute().query.get(name) ?? "";
  const [value, setValue] = useState(set);
  useEffect(() => setValue(set), [set]);
  useEffect(() => {
    if (value === set) return;
    const timer = setTimeout(() => ask({ [name]: value, offset: null }), PAUSE);
    return () => clearTimeout(timer);
  }, [name, set, value]);
  return (
    <label>
      {label}
      {options === undefined ? (
        <input type={type} value={value} onChange={(event) => setValue(event.target.value)} />
      ) : (
        <select value={value} onChange={(event) => setValue(event.target.value)}>
          <option value="">{any}</option>
          {options.map((one) => (
            <option key={one} value={one}>
              {words[one] ?? one.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}
