import { type BaseLanguage, baseLanguage, type LanguageTag } from "@stele/model";

/** How long a translation is: `ratio` target characters a source character, with `variance` a source character. */
export interface LengthPrior {
  readonly ratio: number;
  readonly variance: number;
}

/** Fitted on the dev half of NTREX-128 (news), UTF-16 code units; the other directions follow by inversion. */
const FITTED: Readonly<Record<string, LengthPrior>> = {
  "en-ko": { ratio: 0.543, variance: 1.57 },
  "en-zh": { ratio: 0.344, variance: 0.69 },
  "ko-zh": { ratio: 0.633, variance: 1.29 },
};

const SAME: LengthPrior = { ratio: 1, variance: 0.3 };

/**
 * The usual length of a translation, before a text has been seen: target characters a source character and the
 * variance of that in Gale and Church's sense (z = (target − ratio · source) / √(variance · ratio · source)).
 */
export function lengthPrior(source: LanguageTag, target: LanguageTag): LengthPrior {
  const from: BaseLanguage = baseLanguage(source);
  const to: BaseLanguage = baseLanguage(target);
  const direct = FITTED[`${from}-${to}`];
  if (direct !== undefined) return direct;
  const reverse = FITTED[`${to}-${from}`];
  if (reverse === undefined) return SAME;
  return { ratio: 1 / reverse.ratio, variance: reverse.variance / reverse.ratio };
}

/** Characters of the language that say what one English character says. */
export function charsAUnit(language: LanguageTag): number {
  return lengthPrior("en", language).ratio;
}

/** The same prior where both sides are measured in English characters: it is then alike in both directions. */
export function unitPrior(source: LanguageTag, target: LanguageTag): LengthPrior {
  return { ratio: 1, variance: lengthPrior(source, target).variance / charsAUnit(target) };
}
