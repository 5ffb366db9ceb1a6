/** Takes a judgement back by a new one; both are kept. */
import { post } from "../api/client";
import { DONE } from "./decide";
import { Signed } from "./signed";

interface Props {
  readonly judgement: { readonly id: string; readonly about: string; readonly verdict: string; readonly by: string; readonly reason: string };
  readonly close: () => void;
}

export function Undo({ judgement, close }: Props) {
  return (
    <Signed title="Take back" send={(signed) => post(`/judgements/${judgement.id}/undo`, signed)} close={close}>
      <p>
        {judgement.about} {DONE[judgement.verdict]} by {judgement.by}: {judgement.reason}
      </p>
    </Signed>
  );
}
