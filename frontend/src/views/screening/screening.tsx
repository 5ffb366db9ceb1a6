/** Screening: a name as it is typed, or a file of names; an alert is a question to a person, with its reasons. */
import { Head } from "../../parts/head";
import { Tabs } from "../../parts/tabs";
import type { ViewProps } from "..";
import { Batch } from "./batch";
import { One } from "./one";

export default function Screening({ query }: ViewProps) {
  return (
    <>
      <Head title="Screening" lead="Who on the lists may be meant, and why. Of what you type here nothing is kept but a decision that you sign." />
      <Tabs
        at={query.get("tab")}
        tabs={[
          { key: "one", title: "One name", show: () => <One query={query} /> },
          { key: "file", title: "A file of names", show: () => <Batch query={query} /> },
        ]}
      />
    </>
  );
}
