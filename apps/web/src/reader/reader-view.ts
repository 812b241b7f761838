import type { Aid, Layout } from "../app/settings.ts";

/** What the reader shows, apart from the text and the light. */
export interface ReaderView {
  readonly layout: Layout;
  /** Visible sides from left to right (or from top to bottom). */
  readonly columns: readonly number[];
  /** The sides whose words are linked: those in columns, and those that a narrow window shows in its sheet. */
  readonly linked: readonly number[];
  /** Sides that are covered for self-testing. */
  readonly covered: ReadonlySet<number>;
  readonly aids: readonly Aid[];
  readonly words: boolean;
  /** Whether there are marked words, and the reader wants to see them in the text. */
  readonly studied: boolean;
  readonly isCorrecting: boolean;
}

/** The columns one further round, so that the second language comes first. */
export function flip(columns: readonly number[]): readonly number[] {
  return [...columns.slice(1), ...columns.slice(0, 1)];
}

/** The set with `item` added where it was missing and taken out where it was there. */
export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
