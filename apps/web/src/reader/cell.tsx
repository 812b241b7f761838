import { type ReactNode, useState } from "react";
import { useText } from "../app/use-text.ts";
import { isLitAt, type Lit } from "./counterparts.ts";
import type { ReaderView } from "./reader-view.ts";
import { byBlock, type ReadingCell, type ReadingRow } from "./reading.ts";
import { SentenceView } from "./sentence.tsx";
import { markKey, type WordMarks } from "./word-marks.ts";

const NOTHING = [] as const;

/** What a cell needs. */
export interface CellProps {
  readonly cell: ReadingCell;
  readonly row: ReadingRow;
  readonly light: Lit | undefined;
  readonly view: ReaderView;
  readonly marks: WordMarks;
  /** The group of linked words under the pointer. */
  readonly group: number | undefined;
}

/** One language of a row: its sentences, a gap, or a cover over them. */
export function CellView(props: CellProps): ReactNode {
  const { cell, view, row } = props;
  const [isShown, setShown] = useState(false);
  const isCovered = view.covered.has(cell.side) && cell.sentences.length > 0 && !isShown;
  return (
    <td className="cell" lang={cell.language} data-side={cell.side} data-covered={isCovered || undefined}>
      {cell.sentences.length === 0 ? <Gap /> : <Sentences {...props} isCovered={isCovered} />}
      {isCovered && <Cover onReveal={() => setShown(true)} row={row.index} side={cell.side} />}
      {cell.side === view.columns[0] && row.isLow && <LowMark />}
    </td>
  );
}

function Sentences({ cell, light, marks, group, isCovered }: CellProps & { isCovered: boolean }): ReactNode {
  return byBlock(cell.sentences).map((sentences) => (
    <p key={sentences[0]?.sentence} className="run" data-kind={sentences[0]?.kind} aria-hidden={isCovered || undefined}>
      {sentences.map((sentence, at) => (
        <SentenceView
          key={sentence.sentence}
          sentence={sentence}
          language={cell.language}
          isLit={light !== undefined && isLitAt(light, sentence)}
          isFirst={at === 0}
          annotations={NOTHING}
          marks={marks.get(markKey(sentence)) ?? NOTHING}
          group={group}
        />
      ))}
    </p>
  ));
}

function Gap(): ReactNode {
  const { t, language } = useText();
  return (
    <span className="gap" lang={language}>
      <span className="aside">{t("page.reader.gap")}</span>
    </span>
  );
}

function LowMark(): ReactNode {
  const { t, language } = useText();
  return (
    <span className="low-mark" lang={language} title={t("page.reader.low")}>
      <span className="aside">{t("page.reader.low")}</span>
    </span>
  );
}

function Cover({ onReveal, row, side }: { onReveal: () => void; row: number; side: number }): ReactNode {
  const { t, language } = useText();
  return (
    <button type="button" className="cover" data-cover={`${row}-${side}`} onClick={onReveal} lang={language}>
      <span className="aside">{t("page.reader.reveal")}</span>
    </button>
  );
}
