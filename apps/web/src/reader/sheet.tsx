import { glueOf } from "@stele/core";
import { type PointerEvent, type ReactNode, useMemo, useState } from "react";
import { useAnnotations } from "../aids/use-annotations.ts";
import { type HanjaBySentence, useHanja } from "../aids/use-hanja.ts";
import { ENDONYMS } from "../app/languages.ts";
import { useText } from "../app/use-text.ts";
import { isAided, shownLanguage, withHanja } from "./cell.tsx";
import type { Lit } from "./counterparts.ts";
import { type Lamp, usePinned } from "./lamp.ts";
import type { ReaderView } from "./reader-view.ts";
import { type Reading, type ReadingCell, readRow, readSentence } from "./reading.ts";
import { rivalName } from "./rival-name.ts";
import { groupAt } from "./row.tsx";
import { SentenceText } from "./sentence.tsx";
import { useWordMarks } from "./use-word-marks.ts";
import { markKey, type WordMarks } from "./word-marks.ts";

/** What the sheet shows of. */
export interface SheetProps {
  readonly reading: Reading;
  readonly lamp: Lamp;
  readonly view: ReaderView;
}

/** On a narrow window: what the other languages say of the lit sentence, in a sheet at the lower edge. */
export function Sheet({ reading, lamp, view }: SheetProps): ReactNode {
  const { t } = useText();
  // Not what a mouse passes over: the sheet would grow under it and take the click.
  const lit = usePinned(lamp);
  return (
    <aside className="sheet" aria-label={t("page.reader.counterparts")} aria-live="polite">
      {lit === undefined ? (
        <p className="sheet-hint">{t("page.reader.tapHint")}</p>
      ) : (
        <>
          <button
            type="button"
            className="sheet-close"
            onClick={() => lamp.pin(undefined)}
            aria-label={t("page.close")}
          >
            ×
          </button>
          <SheetSides reading={reading} lit={lit} view={view} />
        </>
      )}
    </aside>
  );
}

function SheetSides({ reading, lit, view }: { reading: Reading; lit: Lit; view: ReaderView }): ReactNode {
  const wantsHanja = view.aids.includes("hanja");
  const marks = useWordMarks(reading, lit, view.words || wantsHanja ? view.linked : undefined);
  const row = useMemo(() => readRow(reading, lit.row), [reading, lit.row]);
  const hanja = useHanja(row, marks, wantsHanja);
  const [group, setGroup] = useState<number>();
  return (
    <div onPointerOver={(event: PointerEvent) => setGroup(groupAt(event.target))}>
      {view.linked
        .filter((side) => !view.columns.includes(side))
        .map((side) => (
          <SheetSide key={side} {...{ reading, lit, side, view, marks, hanja, group }} />
        ))}
    </div>
  );
}

interface SheetSideProps {
  readonly reading: Reading;
  readonly lit: Lit;
  readonly side: number;
  readonly view: ReaderView;
  readonly marks: WordMarks;
  readonly hanja: HanjaBySentence;
  readonly group: number | undefined;
}

function SheetSide({ reading, lit, side, view, marks, hanja, group }: SheetSideProps): ReactNode {
  const { t } = useText();
  const cell = useMemo(() => cellOf(reading, lit, side), [reading, lit, side]);
  const readings = useAnnotations(cell, view.aids);
  const tag = cell.language;
  return (
    <div className="sheet-side">
      <p className="sheet-name" lang={tag}>
        {[ENDONYMS[tag], rivalName(reading.polytext, side)].filter(Boolean).join(" · ")}
      </p>
      {cell.sentences.length === 0 ? (
        <p className="sheet-gap">{t("page.reader.gap")}</p>
      ) : (
        <p className="run" lang={shownLanguage(tag, view.aids)} data-aided={isAided(cell, view.aids) || undefined}>
          {cell.sentences.map((sentence, at) => (
            <span key={sentence.sentence}>
              {at > 0 && glueOf(tag)}
              <SentenceText
                text={sentence.text}
                annotations={withHanja(readings[at] ?? [], hanja.get(markKey(sentence)) ?? [])}
                marks={(view.words ? marks.get(markKey(sentence)) : undefined) ?? []}
                differences={[]}
                studied={[]}
                group={group}
              />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** What a side has for the lit sentence, as a cell of its own. */
function cellOf(reading: Reading, lit: Lit, side: number): ReadingCell {
  const [from, to] = lit.ranges[side] ?? [0, 0];
  const sentences = Array.from({ length: to - from }, (_, at) => readSentence(reading, { side, sentence: from + at }));
  return {
    side,
    language: reading.polytext.sides[side]?.article.language ?? "en",
    sentences: sentences.filter((sentence) => sentence !== undefined),
  };
}
