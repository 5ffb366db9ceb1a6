/** What this project is: where it stands, what it holds, who may do what. */
import { useAnswer } from "../../api/answer";
import type { Shapes } from "../../api/shapes";
import { Link } from "../../parts/link";
import { address } from "../../route";

export function Project({ of: told }: { readonly of: Shapes["SettingsTold"] }) {
  const project = useAnswer("/api/v1/project");
  const counts = project.data?.counts;
  return (
    <dl className="facts">
      <dt>Project</dt>
      <dd>{told.name}</dd>
      {told.place && (
        <>
          <dt>Where it is</dt>
          <dd>
            <code>{told.place.folder}</code>, {(told.place.bytes / 1_000_000).toFixed(1)} MB. Nothing of it leaves this machine unless somebody exports it.
          </dd>
          <dt>A copy</dt>
          <dd>
            <code>sayso backup project.sayso</code> makes one file, verified; outlines are files of their own in <code>outlines/</code>
          </dd>
        </>
      )}
      <dt>What it holds</dt>
      <dd>
        {counts &&
          `${counts.documents.toLocaleString("en")} documents, ${counts.claims.toLocaleString("en")} claims, ${counts.judgements.toLocaleString("en")} decisions`}
      </dd>
      <dt>Lists in force</dt>
      <dd>
        {project.data?.lists.map((list) => (
          <div key={list.authority}>
            <Link to={address(["lists", list.authority])}>{list.release}</Link>
            {list.age_days !== null && `, ${list.age_days.toLocaleString("en")} days old`}
            {list.old && <span className="warning"> ⚠ old: sayso lists update</span>}
          </div>
        ))}
      </dd>
      <dt>Sayso</dt>
      <dd>
        {told.version}; data version <code>{project.data?.data_version}</code>
      </dd>
      <dt>Roles</dt>
      <dd>
        {told.roles.map((one) => (
          <div key={one.role}>
            {one.role === told.role ? <strong>{one.role} (you)</strong> : one.role}: {one.may}
          </div>
        ))}
      </dd>
      <dt>One file may have</dt>
      <dd>{Math.floor(told.upload_bytes / 1_000_000).toLocaleString("en")} MB</dd>
    </dl>
  );
}
