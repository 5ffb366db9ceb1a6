/** Former jobs: what was added before, and what failed then. */
import { useAnswer } from "../../api/answer";
import { Link } from "../../parts/link";
import { Table } from "../../parts/table";
import { Answer } from "../../parts/waiting";
import { address } from "../../route";

export function Former({ at }: { readonly at: string | null }) {
  const jobs = useAnswer("/api/v1/jobs");
  return (
    <Answer of={jobs}>
      {({ results }) => {
        const former = results.filter((job) => job.kind === "documents" && job.id !== at);
        if (former.length === 0) return null;
        return (
          <Table
            caption="Added before; the last 50 jobs are remembered"
            rows={former}
            keyOf={(job) => job.id}
            to={(job) => address(["add"], { job: job.id })}
            columns={[
              { name: "When", cell: (job) => <Link to={address(["add"], { job: job.id })}>{job.begun.slice(0, 16).replace("T", " ")} UTC</Link> },
              { name: "State", cell: (job) => job.state },
              { name: "Files", isNumber: true, cell: (job) => job.total },
              { name: "Failed", isNumber: true, cell: (job) => job.failed },
              { name: "First file", cell: (job) => <bdi>{job.files[0]?.name}</bdi> },
            ]}
          />
        );
      }}
    </Answer>
  );
}
