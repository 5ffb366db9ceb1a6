/** A dialog that the platform keeps: focus stays inside, Escape closes it. */
import { useEffect, useId, useRef, type ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, close, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const shown = box.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={box} onClose={close} aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      {children}
    </dialog>
  );
}
