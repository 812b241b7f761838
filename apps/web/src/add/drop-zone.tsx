import { type ChangeEvent, type DragEvent, type ReactNode, useState } from "react";
import { createStore, useStore } from "../app/store.ts";
import { useText } from "../app/use-text.ts";
import { isReadable, READABLE } from "./draft.ts";
import { filesOf } from "./dropped-files.ts";

/** Where texts come in: dropped files and folders, chosen files, pasted text. */
export function DropZone({
  onFiles,
  onPaste,
}: {
  onFiles: (files: readonly File[]) => void;
  onPaste: (text: string) => void;
}): ReactNode {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    filesOf(event.dataTransfer).then(onFiles, () => undefined);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  };
  const chooseFolder = (event: ChangeEvent<HTMLInputElement>): void => {
    onFiles(inOrder([...(event.target.files ?? [])]));
    event.target.value = "";
  };
  return (
    <section
      aria-label={t("page.add.drop")}
      className="drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t("page.add.drop")}</p>
      <label className="button">
        <span>{t("page.add.choose")}</span>
        <input className="aside" type="file" multiple accept={READABLE.join(",")} onChange={choose} data-choose />
      </label>
      <label className="button">
        <span>{t("page.add.chooseFolder")}</span>
        <input className="aside" type="file" ref={asFolder} multiple onChange={chooseFolder} data-folder />
      </label>
      <PasteBox onPaste={onPaste} />
      <p className="fine">{t("page.add.noAddresses")}</p>
    </section>
  );
}

/** React has no name for the attribute that makes a file input take a folder. */
function asFolder(input: HTMLInputElement | null): void {
  if (input !== null) input.webkitdirectory = true;
}

/** Of a folder only what can be read, in order of its path. */
function inOrder(files: readonly File[]): readonly File[] {
  return files
    .filter(({ name }) => isReadable(name))
    .sort((left, right) => left.webkitRelativePath.localeCompare(right.webkitRelativePath));
}

/** Outlives the room, as the drafts do. */
const typed = createStore("");

function PasteBox({ onPaste }: { onPaste: (text: string) => void }): ReactNode {
  const { t } = useText();
  const text = useStore(typed);
  const add = (): void => {
    onPaste(text);
    typed.set("");
  };
  return (
    <div className="paste">
      <label>
        <span>{t("page.add.paste")}</span>
        <textarea rows={4} value={text} onChange={(event) => typed.set(event.target.value)} />
      </label>
      <button type="button" disabled={text.trim() === ""} onClick={add}>
        {t("page.add.take")}
      </button>
    </div>
  );
}
