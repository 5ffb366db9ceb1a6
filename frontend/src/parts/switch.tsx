/** A yes or no that the address keeps. */
import { ask, useRoute } from "../route";

interface Props {
  /** Of the parameter in the address. */
  readonly name: string;
  readonly label: string;
  /** What it means, beside it. */
  readonly title?: string;
}

export function Switch({ name, label, title }: Props) {
  const isOn = useRoute().query.get(name) === "true";
  return (
    <label className="switch" title={title}>
      <input type="checkbox" checked={isOn} onChange={(event) => ask({ [name]: event.target.checked ? "true" : null })} /> {label}
    </label>
  );
}
