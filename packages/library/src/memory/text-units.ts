import { fold } from "./fold.ts";

/** What stands for any figure in a comparison. */
const FIGURE = "#";

const CJK = "\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}";
/** One character of Chinese, Korean or Japanese; a figure with its separators; a word of letters. */
const UNIT = new RegExp(`[${CJK}]|\\p{N}+(?:[.,]\\p{N}+)*|(?:(?![${CJK}])[\\p{L}\\p{M}])+`, "gu");
const IS_CJK = new RegExp(`^[${CJK}]$`, "u");
const IS_FIGURE = /^\p{N}/u;

/** What two texts are compared by: words, single characters in Chinese and Korean, `#` for any figure. */
export function comparedUnits(text: string): readonly string[] {
  return (fold(text).match(UNIT) ?? []).map((unit) => (IS_FIGURE.test(unit) ? FIGURE : unit));
}

/** The figures of a text in order, without separators. */
export function figuresIn(text: string): readonly string[] {
  return (fold(text).match(UNIT) ?? []).filter((unit) => IS_FIGURE.test(unit)).map(plainFigure);
}

/** A word of the index. */
export interface IndexToken {
  readonly text: string;
  readonly isFigure: boolean;
  /** The last character of an unbroken run of Chinese or Korean, alone. */
  readonly isRunEnd: boolean;
}

/**
 * What a text is found by, in order: words, figures without separators, and in Chinese and Korean each pair of
 * neighbouring characters, so that words of two characters and stems are found without knowing words. The last
 * character of an unbroken run stands alone.
 */
export function indexTokens(text: string): readonly IndexToken[] {
  const units = [...fold(text).matchAll(UNIT)];
  return units.map(({ 0: unit, index }, at) => {
    if (IS_FIGURE.test(unit)) return { text: plainFigure(unit), isFigure: true, isRunEnd: false };
    if (!IS_CJK.test(unit)) return { text: unit, isFigure: false, isRunEnd: false };
    const next = units[at + 1];
    const isPair = next !== undefined && next.index === index + unit.length && IS_CJK.test(next[0]);
    return { text: isPair ? unit + next[0] : unit, isFigure: false, isRunEnd: !isPair };
  });
}

function plainFigure(figure: string): string {
  return figure.replace(/[.,]/g, "");
}
