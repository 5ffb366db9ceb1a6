/** What this browser remembers: light or dark, and the name that signs. */
import { useState } from "react";
import { keepSignature, signature } from "../../deciding/signature";
import { chooseTheme, theme, type Theme } from "../../parts/theme";

export function Browser({ by: usual }: { readonly by: string | null }) {
  const [by, setBy] = useState(signature());
  const [shade, setShade] = useState(theme());
  return (
    <div className="fields card">
      <label>
        Light or dark
        <select
          value={shade}
          onChange={(event) => {
            const chosen = event.target.value as Theme;
            chooseTheme(chosen);
            setShade(chosen);
          }}
        >
          <option value="system">as the system has it</option>
          <option value="light">light</option>
          <option value="dark">dark</option>
        </select>
      </label>
      <label>
        Who signs in this browser
        <input
          value={by}
          placeholder={usual ?? ""}
          autoComplete="name"
          onChange={(event) => {
            setBy(event.target.value);
            keepSignature(event.target.value);
          }}
        />
      </label>
      <p className="from">
        Every decision asks for a name and a reason, and stands in the log with both and the time; it can be taken back, which is a decision too. The
        name is offered again; whoever gives another signs with that. It is a name, no proof of who sat here: for that, give each person a token of
        their own.
        {usual && ` Files that are screened are logged in the name of ${usual} (setting by).`}
      </p>
    </div>
  );
}
