/** What this project is and how it is set; the watch list; and what this browser remembers. */
import { useAnswer } from "../../api/answer";
import { API } from "../../api/client";
import { Head } from "../../parts/head";
import { Tabs } from "../../parts/tabs";
import { Answer } from "../../parts/waiting";
import type { ViewProps } from "..";
import { Browser } from "./browser";
import { Project } from "./project";
import { Stated } from "./stated";
import { Terms } from "./terms";
import { Watched } from "./watched";

export default function Settings({ query }: ViewProps) {
  const settings = useAnswer("/api/v1/settings");
  return (
    <>
      <Head title="Settings">
        <a className="button" href={`${API}/settings`} download="settings.json">
          JSON
        </a>
      </Head>
      <Answer of={settings}>
        {(told) => (
          <Tabs
            at={query.get("tab")}
            tabs={[
              { key: "project", title: "This project", show: () => <Project of={told} /> },
              { key: "screening", title: "Screening", show: () => <Terms of={told} /> },
              { key: "watched", title: "Watch list", show: () => <Watched query={query} /> },
              { key: "browser", title: "This browser", show: () => <Browser by={told.by} /> },
              { key: "all", title: "All settings", show: () => <Stated of={told} /> },
            ]}
          />
        )}
      </Answer>
    </>
  );
}
