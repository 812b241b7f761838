import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { Operation } from "../api/nouns.ts";
import { Dialog } from "../app/dialog.tsx";
import { forget, keep, recall } from "../app/remembered.ts";
import { useText } from "../app/use-text.ts";
import { counterpartsOf } from "../reader/counterparts.ts";
import type { Lamp } from "../reader/lamp.ts";
import { litText } from "../reader/quotation.ts";
import { type Reading, type ReadingSentence, readSentence } from "../reader/reading.ts";
import { Matches } from "./matches.tsx";
import type { Spot } from "./operation.ts";
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
export function EditDialog(props: EditDialogProps): ReactNode {
  const [place] = useState(() => props.lamp.pinned());
  const [spot] = useState(props.correcting.spot);
  const sentence = place && readSentence(props.reading, place);
  if (sentence === undefined || spot === undefined) return null;
  return <Editor {...props} sentence={sentence} spot={spot} />;
}

interface EditorProps extends EditDialogProps {
  readonly sentence: ReadingSentence;
  readonly spot: Spot;
}

function Editor({ reading, correcting, sentence, spot }: EditorProps): ReactNode {
  const { t } = useText();
  const { text, write, finish, close } = useDraft(correcting, sentence, spot);
  const area = useRef<HTMLTextAreaElement>(null);
  const { side, sentence: index } = spot;
  const isOriginal = side === "source";
  const save = (): void =>
    text.trim() === sentence.text ? close() : finish({ op: "edit", side, sentence: index, text: text.trim() });
  const cut = (): void =>
    finish({ op: "split-sentence", side, sentence: index, at: area.current?.selectionStart ?? 0 });
  const join = (): void => finish({ op: "join-sentences", side, sentence: index });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isOriginal) save();
  };
  return (
    <Dialog title={t("page.correct.editTitle")} onClose={close}>
      <Beside reading={reading} place={sentence} />
      <textarea
        ref={area}
        className="edit-text"
        data-first
        aria-label={t("page.correct.editTitle")}
        lang={reading.polytext.sides[sentence.side]?.article.language}
        rows={4}
        value={text}
        readOnly={isOriginal}
        onKeyDown={onKey}
        onChange={(event) => write(event.target.value)}
      />
      {isOriginal && <p className="fine">{t("page.correct.original")}</p>}
      {!isOriginal && correcting.bitext !== undefined && (
        <Matches bitext={correcting.bitext} bead={spot.bead} onUse={write} />
      )}
      {!isOriginal && <Suggestion bitext={correcting.bitext} bead={spot.bead} current={sentence.text} onUse={write} />}
      <EditActions
        isOriginal={isOriginal}
        isChanged={text !== sentence.text}
        isEmpty={text.trim() === ""}
        {...{ save, cut, join }}
      />
    </Dialog>
  );
}

interface EditActionsProps {
  readonly isOriginal: boolean;
  readonly isChanged: boolean;
  readonly isEmpty: boolean;
  save(): void;
  cut(): void;
  join(): void;
}

function EditActions({ isOriginal, isChanged, isEmpty, save, cut, join }: EditActionsProps): ReactNode {
  const { t } = useText();
  return (
    <div className="dialog-actions">
      {!isOriginal && (
        <button type="button" className="primary" disabled={isEmpty} onClick={save}>
          {t("page.correct.save")}
        </button>
      )}
      <button type="button" disabled={isChanged} onClick={cut}>
        {t("page.correct.cutHere")}
      </button>
      <button type="button" disabled={isChanged} onClick={join}>
        {t("page.correct.joinNext")}
      </button>
    </div>
  );
}

/** What is being typed: kept in this browser from the first letter until it is saved. */
function useDraft(correcting: Correcting, sentence: ReadingSentence, spot: Spot) {
  const name = `draft.${correcting.bitext?.id}.${spot.side}.${spot.sentence}`;
  const [text, setText] = useState(() => keptText(name) ?? sentence.text);
  const close = (): void => correcting.open(undefined);
  return {
    text,
    close,
    write: (next: string): void => {
      setText(next);
      keep(name, next);
    },
    finish: (operation: Operation): void => {
      void correcting.save([operation]).then((isSaved) => isSaved && forget(name));
      close();
    },
  };
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
