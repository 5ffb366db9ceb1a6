/** Takes a judgement back by a new one; both are kept. */
import { post } from "../api/client";
import { inWords, type Judgement } from "./decide";
import { Signed } from "./signed";

interface Props {
  readonly judgement: Judgement;
  readonly close: () => void;
  readonly done?: () => void;
}

export function Undo({ judgement, close, done }: Props) {
  return (
    <Signed title="Take back" send={(signed) => post(`/judgements/${judgement.id}/undo`, signed)} close={close} {...(done && { done })}>
      <p dir="auto">
        {judgement.about} {inWords(judgement)}
      </p>
    </Signed>
  );
}
