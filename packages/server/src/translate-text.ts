import {
  type Aligner,
  createSpending,
  DEFAULT_MAX_CHARS,
  type Engine,
  type Home,
  type LanguageTag,
  openEngine,
  type PlannedTranslation,
  planTranslation,
  type RunOptions,
  type Side,
} from "@stele/core/node";
import type { CapsItem } from "./api-types.ts";

/** What is to be translated. */
export interface TranslationWish {
  readonly source: Side;
  readonly to: readonly LanguageTag[];
  readonly engine: Engine;
  /** How the list of runs calls it. */
  readonly name: string;
  readonly unit?: "sentence" | "paragraph";
  /** A suggestion is a new one: neither memory nor stored answers give it. */
  readonly isFresh?: boolean;
}

/** What both planning and running need. */
export interface TranslationMeans {
  readonly home: Home;
  readonly aligner: Aligner;
}

/**
 * Opens an engine for a piece of work and closes it whatever happens.
 *
 * @throws SteleError `engine-unknown`, `engine-refused-by-policy`; what the work throws.
 */
export async function withEngine<T>(name: string, home: Home, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine(name, home);
  try {
    return await work(engine);
  } finally {
    await engine.close?.();
  }
}

/** Plans a translation. Nothing is sent. */
export function planText(wish: TranslationWish, { home, aligner }: TranslationMeans): PlannedTranslation {
  const { source, to, engine, name, unit, isFresh } = wish;
  return planTranslation(
    {
      source,
      to,
      engine,
      name,
      aligner,
      ...(unit === undefined ? {} : { unit }),
      ...(isFresh === true ? { isFresh, memories: [] } : {}),
    },
    home,
  );
}

/** The user's own caps, or those that hold where none is set. */
export function ownCaps({ settings }: Home): CapsItem {
  const { maxChars = DEFAULT_MAX_CHARS, maxCost } = settings;
  return { maxCharacters: maxChars, ...(maxCost === undefined ? {} : { maxCost }) };
}

/** What a piece of work may send, in all its languages together: the user's own caps, or a lower one. */
export function spendingOf(home: Home, maxCharacters?: number): NonNullable<RunOptions["spending"]> {
  const own = ownCaps(home);
  return createSpending({ ...own, maxCharacters: Math.min(own.maxCharacters, maxCharacters ?? own.maxCharacters) });
}
