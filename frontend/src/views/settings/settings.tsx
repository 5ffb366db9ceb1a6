/** Settings of this browser: light or dark, and who signs; and how the server stands. */
import { useState } from "react";
import { useAnswer } from "../../api/answer";
import { keepSignature, signature } from "../../deciding/signature";
import { Head } from "../../parts/head";
import { chooseTheme, theme, type Theme } from "../../parts/theme";
import { Answer } from "../../parts/waiting";

export default function Settings() {
  const project = useAnswer("/api/v1/project");
  const session = useAnswer("/api/v1/session");
  const [by, setBy] = useState(signature());
  const [shade, setShade] = useState(theme());
  return (
    <>
      <Head title="Settings" />
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
          Who signs on this machine
          <input
            value={by}
            onChange={(event) => {
              setBy(event.target.value);
              keepSignature(event.target.value);
            }}
          />
        </label>
      </div>
      <Answer of={project}>
        {(told) => (
          <dl className="facts">
            <dt>Project</dt>
            <dd>{told.name}</dd>
            <dt>Sayso</dt>
            <dd>{told.version}</dd>
            <dt>Data version</dt>
            <dd>
              <code>{told.data_version}</code>
            </dd>
            <dt>Your role</dt>
            <dd>{session.data?.role ?? "…"}</dd>
            <dt>All other settings</dt>
            <dd>
              <code>sayso config show</code>
            </dd>
          </dl>
        )}
      </Answer>
    </>
  );
}
