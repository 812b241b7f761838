import { useMemo, useState } from "react";
import type { LanguageTag } from "../api/nouns.ts";
import { TEXT_LANGUAGES } from "../app/languages.ts";
import { keep, recall } from "../app/remembered.ts";
import { settings } from "../app/settings.ts";
import { useStore } from "../app/store.ts";
import { markedWords } from "../study/marked-words.ts";
import { flip, type ReaderView, toggled } from "./reader-view.ts";

/** How one text is being read: which sides in which order, which of them covered. */
export interface Session {
  readonly view: ReaderView;
  /** Every visible side in order, also where a narrow window shows only the first. */
  readonly columns: readonly number[];
  /** True where one side fills the window and the others come in a sheet. */
  readonly isSingle: boolean;
  flip(): void;
  /** Shows or puts away a side; the last one stays. */
  toggleSide(side: number): void;
  toggleCover(side: number): void;
  setCorrecting(isCorrecting: boolean): void;
}

/** The session of a text, given the languages of its sides; order and visible sides are remembered for each text. */
export function useSession(id: string, languages: readonly LanguageTag[], isNarrow: boolean): Session {
  const { layout, aids, words, studied: wantsStudied } = useStore(settings);
  const studied = useStore(markedWords).length > 0 && wantsStudied;
  const [columns, setColumns] = useState(() => parseColumns(recall(`columns.${id}`), usualOrder(languages)));
  const [shown, setShown] = useState(languages.join());
  if (shown !== languages.join()) {
    // A language came to the text, or went.
    setShown(languages.join());
    setColumns(usualOrder(languages));
  }
  const [covered, setCovered] = useState<ReadonlySet<number>>(new Set());
  const [isCorrecting, setCorrecting] = useState(false);
  const isSingle = isNarrow && layout === "side" && columns.length > 1;
  const view = useMemo<ReaderView>(() => {
    const visible = isSingle ? columns.slice(0, 1) : columns;
    return { layout, columns: visible, linked: columns, covered, aids, words, studied, isCorrecting };
  }, [layout, columns, covered, aids, words, studied, isCorrecting, isSingle]);
  const order = (next: readonly number[]): void => {
    setColumns(next);
    keep(`columns.${id}`, next);
  };
  return {
    view,
    columns,
    isSingle,
    flip: () => order(flip(columns)),
    toggleSide: (side) => order(withSide(columns, side)),
    toggleCover: (side) => setCovered(toggled(covered, side)),
    setCorrecting,
  };
}

/** The columns with a side added behind the others or taken away; the last one stays. */
export function withSide(columns: readonly number[], side: number): readonly number[] {
  if (!columns.includes(side)) return [...columns, side];
  return columns.length > 1 ? columns.filter((column) => column !== side) : columns;
}

/** The source first, then the others in the order of every list of languages. */
export function usualOrder(languages: readonly LanguageTag[]): readonly number[] {
  const rank = (side: number): number => (side === 0 ? -1 : TEXT_LANGUAGES.indexOf(languages[side] ?? "en"));
  return languages.map((_, side) => side).sort((left, right) => rank(left) - rank(right));
}

/** Kept columns, where they still fit the text; else every side in its usual order. */
export function parseColumns(kept: unknown, all: readonly number[]): readonly number[] {
  if (!Array.isArray(kept)) return all;
  const legal = all.filter((side) => kept.includes(side));
  return legal.length === 0 ? all : legal.sort((left, right) => kept.indexOf(left) - kept.indexOf(right));
}
