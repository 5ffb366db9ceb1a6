/** Where files are dropped, or chosen by the keyboard. */
import { useRef, useState, type DragEvent } from "react";

interface Props {
  readonly take: (files: readonly File[]) => void;
  readonly says: string;
  readonly isMany?: boolean;
}

export function Drop({ take, says, isMany }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  function dropped(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  }
  return (
    <div
      className={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <p>{says}</p>
      <input
        ref={chooser}
        type="file"
        multiple={isMany}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <button type="button" className="main" onClick={() => chooser.current?.click()}>
        Choose {isMany ? "files" : "a file"}
      </button>
    </div>
  );
}
