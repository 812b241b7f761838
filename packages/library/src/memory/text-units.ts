import { fold } from "./fold.ts";

/** What stands for any figure in a comparison. */
const FIGURE = "#";

const CJK = "\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}";
/** One character of Chinese, Korean or Japanese; a figure with its separators; a word of letters. */
const UNIT = new RegExp(`[${CJK}]|\\p{N}+(?:[.,]\\p{N}+)*|(?:(?![${CJK}])[\\p{L}\\p{M}])+`, "gu");
const IS_CJK = new RegExp(`^[${CJK}]$`, "u");
const IS_FIGURE = /^\p{N}/u;

/** A word, a figure with its separators, or one character of Chinese or Korean; `start` in the folded text. */
export interface TextUnit {
  readonly kind: "word" | "figure" | "character";
  readonly text: string;
  readonly start: number;
}

/** The units of a folded text in order; what stands between them is in none. */
export function unitsOf(folded: string): readonly TextUnit[] {
  return [...folded.matchAll(UNIT)].map(({ 0: text, index }) => {
    if (IS_FIGURE.test(text)) return { kind: "figure", text, start: index };
    return { kind: IS_CJK.test(text) ? "character" : "word", text, start: index };
  });
}

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
  const units = unitsOf(fold(text));
  return units.map(({ kind, text: unit, start }, at) => {
    if (kind === "figure") return { text: plainFigure(unit), isFigure: true, isRunEnd: false };
    if (kind === "word") return { text: unit, isFigure: false, isRunEnd: false };
    const next = units[at + 1];
    const isPair = next?.kind === "character" && next.start === start + unit.length;
    return { text: isPair ? unit + next.text : unit, isFigure: false, isRunEnd: !isPair };
  });
}

/** A figure as the index has it: without separators. */
export function plainFigure(figure: string): string {
  return figure.replace(/[.,]/g, "");
}
