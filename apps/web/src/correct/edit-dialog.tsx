import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Dialog } from "../app/dialog.tsx";
import { forget, keep, recall } from "../app/remembered.ts";
import { useText } from "../app/use-text.ts";
import { counterpartsOf } from "../reader/counterparts.ts";
import type { Lamp } from "../reader/lamp.ts";
import { litText } from "../reader/quotation.ts";
import { type Reading, readSentence } from "../reader/reading.ts";
import type { Operation } from "./operation.ts";
import { Suggestion } from "./suggestion.tsx";
import type { Correcting } from "./use-correcting.ts";

/** What the dialog edits. */
export interface EditDialogProps {
  readonly reading: Reading;
  readonly lamp: Lamp;
  readonly correcting: Correcting;
}

/**
 * Writes a sentence of a translation anew, cuts it in two or joins it with the next. What is typed is kept in this
 * browser until it is saved. The first side is only cut and joined: it is the original.
 */
export function EditDialog({ reading, lamp, correcting }: EditDialogProps): ReactNode {
  const { t } = useText();
  const [place] = useState(() => lamp.pinned());
  const [spot] = useState(correcting.spot);
  const sentence = place && readSentence(reading, place);
  const name = `draft.${correcting.bitext?.id}.${spot?.side}.${spot?.sentence}`;
  const [text, setText] = useState(() => keptText(name) ?? sentence?.text ?? "");
  const area = useRef<HTMLTextAreaElement>(null);
  if (place === undefined || spot === undefined || sentence === undefined) return null;
  const close = (): void => correcting.open(undefined);
  const finish = (operation: Operation): void => {
    void correcting.save([operation]).then((isSaved) => isSaved && forget(name));
    close();
  };
  const { side, sentence: index } = spot;
  const save = (): void =>
    text.trim() === sentence.text ? close() : finish({ op: "edit", side, sentence: index, text: text.trim() });
  const cut = (): void =>
    finish({ op: "split-sentence", side, sentence: index, at: area.current?.selectionStart ?? 0 });
  const write = (next: string): void => {
    setText(next);
    keep(name, next);
  };
  const isOriginal = side === "source";
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isOriginal) save();
  };
  return (
    <Dialog title={t("page.correct.editTitle")} onClose={close}>
      <Beside reading={reading} place={place} />
      <textarea
        ref={area}
        className="edit-text"
        data-first
        aria-label={t("page.correct.editTitle")}
        lang={reading.polytext.sides[place.side]?.article.language}
        rows={4}
        value={text}
        readOnly={isOriginal}
        onKeyDown={onKey}
        onChange={(event) => write(event.target.value)}
      />
      {!isOriginal && correcting.bitext !== undefined && (
        <Suggestion
          bitext={correcting.bitext.id}
          bead={spot.bead}
          language={correcting.bitext.target.article.language}
          current={sentence.text}
          onUse={write}
        />
      )}
      <div className="dialog-actions">
        {!isOriginal && (
          <button type="button" className="primary" disabled={text.trim() === ""} onClick={save}>
            {t("page.correct.save")}
          </button>
        )}
        <button type="button" disabled={text !== sentence.text} onClick={cut}>
          {t("page.correct.cutHere")}
        </button>
        <button
          type="button"
          disabled={text !== sentence.text}
          onClick={() => finish({ op: "join-sentences", side, sentence: index })}
        >
          {t("page.correct.joinNext")}
        </button>
      </div>
    </Dialog>
  );
}

/** What the other languages say, to write by. */
function Beside({ reading, place }: { reading: Reading; place: { side: number; sentence: number } }): ReactNode {
  const lit = { ...place, row: -1, ranges: counterpartsOf(reading, place) };
  return reading.polytext.sides.map(({ article }, side) =>
    side === place.side ? null : (
      <p key={article.id} lang={article.language} className="edit-beside">
        {litText(reading, lit, side)}
      </p>
    ),
  );
}

function keptText(name: string): string | undefined {
  const kept = recall(name);
  return typeof kept === "string" ? kept : undefined;
}
