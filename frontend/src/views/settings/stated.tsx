/** Each setting with where it comes from. */
import type { Shapes } from "../../api/shapes";
import { Table } from "../../parts/table";
import { Empty } from "../../parts/waiting";

export function Stated({ of: told }: { readonly of: Shapes["SettingsTold"] }) {
  if (told.settings.length === 0) return <Empty>Settings and folders are told to admins.</Empty>;
  return (
    <Table
      caption={`${told.settings.length} settings: a flag wins over the environment, that over the project's file, that over your own`}
      rows={told.settings}
      keyOf={(one) => one.name}
      columns={[
        { name: "Setting", cell: (one) => <code>{one.name}</code> },
        { name: "Value", cell: (one) => (one.value === "" ? <span className="from">empty</span> : <code>{one.value}</code>) },
        { name: "From", cell: (one) => (one.origin === "default" ? "default" : <strong>{one.origin}</strong>) },
        { name: "Meaning", cell: (one) => one.meaning },
      ]}
    />
  );
}
