/** Where files are dropped, or chosen by the keyboard; a folder is taken with all that is in it. */
import { useRef, useState, type DragEvent } from "react";

/** A file with its path within the folder that was given. */
export interface Given {
  readonly file: File;
  readonly name: string;
}

interface Props {
  readonly take: (files: readonly Given[]) => void;
  readonly says: string;
  readonly isMany?: boolean;
}

export function Drop({ take, says, isMany }: Props) {
  const [isOver, setOver] = useState(false);
  async function dropped(event: DragEvent): Promise<void> {
    event.preventDefault();
    setOver(false);
    const entries = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry()).filter((one) => one !== null);
    const found = (await Promise.all(entries.map(filesIn))).flat();
    take(isMany ? found : found.slice(0, 1));
  }
  return (
    <div
      className={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void dropped(event)}
    >
      <p>{says}</p>
      <div className="tools">
        <Chooser take={take} says={isMany ? "Choose files" : "Choose a file"} isMany={isMany ?? false} isFolder={false} />
        {isMany && <Chooser take={take} says="Choose a folder" isMany isFolder />}
      </div>
    </div>
  );
}

interface ChooserProps {
  readonly take: Props["take"];
  readonly says: string;
  readonly isMany: boolean;
  readonly isFolder: boolean;
}

function Chooser({ take, says, isMany, isFolder }: ChooserProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={(input) => {
          chooser.current = input;
          if (input !== null) input.webkitdirectory = isFolder;
        }}
        type="file"
        multiple={isMany}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          take([...(event.target.files ?? [])].map((file) => ({ file, name: file.webkitRelativePath || file.name })).filter(isWanted));
          event.target.value = "";
        }}
      />
      <button type="button" className={isFolder ? undefined : "main"} onClick={() => chooser.current?.click()}>
        {says}
      </button>
    </>
  );
}

async function filesIn(entry: FileSystemEntry): Promise<readonly Given[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return [{ file, name: entry.fullPath.slice(1) }].filter(isWanted);
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed)); // a hundred at a time
    if (some.length === 0) break;
    found.push(...some);
  }
  found.sort((one, other) => one.name.localeCompare(other.name));
  return (await Promise.all(found.map(filesIn))).flat();
}

/** Leave out what a system puts into folders for itself (".DS_Store"). */
function isWanted({ name }: Given): boolean {
  return !name.split("/").some((part) => part.startsWith("."));
}
