import { type ReactNode, useState } from "react";
import { useAnnotations } from "../aids/use-annotations.ts";
import type { HanjaBySentence } from "../aids/use-hanja.ts";
import type { LanguageTag } from "../api/nouns.ts";
import type { MarkedWord } from "../api/study.ts";
import type { Aid } from "../app/settings.ts";
import { useText } from "../app/use-text.ts";
import { studiedIn } from "../study/studied-in.ts";
import type { Annotation } from "./annotate.ts";
import { isLitAt, type Lit } from "./counterparts.ts";
import type { Differences } from "./differences.ts";
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
  readonly hanja: HanjaBySentence;
  readonly differences: Differences;
  readonly aids: readonly Aid[];
  /** The words to mark where they occur. */
  readonly words: readonly MarkedWord[];
}

/** One language of a row: its sentences, a gap, or a cover over them. */
export function CellView(props: CellProps): ReactNode {
  const { cell, view, row, aids } = props;
  // Covering anew covers what was shown before.
  const [shownUnder, setShownUnder] = useState<ReadonlySet<number>>();
  const isCovered = view.covered.has(cell.side) && cell.sentences.length > 0 && shownUnder !== view.covered;
  return (
    <td
      className="cell"
      lang={shownLanguage(cell.language, aids)}
      data-side={cell.side}
      data-covered={isCovered || undefined}
      data-aided={isAided(cell, aids) || undefined}
    >
      {cell.sentences.length === 0 ? <Gap /> : <Sentences {...props} isCovered={isCovered} />}
      {isCovered && <Cover onReveal={() => setShownUnder(view.covered)} row={row.index} side={cell.side} />}
      {cell.side === view.columns[0] && row.isLow && <LowMark />}
    </td>
  );
}

/** The language as it is set: the other script wants its own fonts. */
export function shownLanguage(language: LanguageTag, aids: readonly Aid[]): LanguageTag {
  if (!aids.includes("otherScript") || !language.startsWith("zh")) return language;
  return language === "zh-Hans" ? "zh-Hant" : "zh-Hans";
}

/** Whether readings stand over the lines, which then need room; the other script needs none. */
export function isAided(cell: ReadingCell, aids: readonly Aid[]): boolean {
  return cell.language === "ko" ? aids.includes("romanisation") : cell.language !== "en" && aids.includes("pinyin");
}

function Sentences({
  cell,
  light,
  view,
  marks,
  group,
  hanja,
  aids,
  differences,
  words,
  isCovered,
}: CellProps & { isCovered: boolean }): ReactNode {
  const readings = useAnnotations(cell, aids);
  const first = cell.sentences[0]?.sentence ?? 0;
  return byBlock(cell.sentences).map((sentences) => (
    <p key={sentences[0]?.sentence} className="run" data-kind={sentences[0]?.kind} aria-hidden={isCovered || undefined}>
      {sentences.map((sentence, at) => (
        <SentenceView
          key={sentence.sentence}
          sentence={sentence}
          language={cell.language}
          isLit={light !== undefined && isLitAt(light, sentence)}
          isFirst={at === 0}
          annotations={withHanja(
            readings[sentence.sentence - first] ?? NOTHING,
            hanja.get(markKey(sentence)) ?? NOTHING,
          )}
          marks={(view.words ? marks.get(markKey(sentence)) : undefined) ?? NOTHING}
          studied={studiedIn(sentence.text, cell.language, words)}
          differences={differences.get(markKey(sentence)) ?? NOTHING}
          group={group}
        />
      ))}
    </p>
  ));
}

/** Over a word with Hanja there is no room for another reading. */
export function withHanja(readings: readonly Annotation[], hanja: readonly Annotation[]): readonly Annotation[] {
  if (hanja.length === 0) return readings;
  return [...readings.filter((one) => !hanja.some(({ start, end }) => one.start < end && start < one.end)), ...hanja];
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
