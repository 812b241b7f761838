import {
  type Aligner,
  DEFAULT_MAX_CHARS,
  type Engine,
  type FinishedTranslation,
  type Home,
  type LanguageTag,
  openEngine,
  type PlannedTranslation,
  planTranslation,
  type RunOptions,
  type Side,
} from "@stele/core/node";

/** What is to be translated, and with which engine. */
export interface TranslationWish {
  readonly source: Side;
  readonly to: readonly LanguageTag[];
  readonly engine: string;
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
 * Plans a translation with an engine by its name. Nothing is sent.
 *
 * @throws SteleError `engine-unknown`, `engine-refused-by-policy`, and what opening the engine throws.
 */
export async function planText(wish: TranslationWish, means: TranslationMeans): Promise<PlannedTranslation> {
  return planWith(await openEngine(wish.engine, means.home), wish, means);
}

/** Runs a plan under the user's own cap, or a lower one. */
export function runUnderCap(
  plan: PlannedTranslation,
  home: Home,
  { maxCharacters, ...options }: Omit<RunOptions, "caps"> & { readonly maxCharacters?: number },
): Promise<FinishedTranslation> {
  const { maxChars = DEFAULT_MAX_CHARS, maxCost } = home.settings;
  const caps = {
    maxCharacters: Math.min(maxChars, maxCharacters ?? maxChars),
    ...(maxCost === undefined ? {} : { maxCost }),
  };
  return plan.run({ ...options, caps });
}

function planWith(engine: Engine, wish: TranslationWish, { home, aligner }: TranslationMeans): PlannedTranslation {
  const { source, to, name, unit, isFresh } = wish;
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
