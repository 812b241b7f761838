/** What the scanner does at a code unit; 0 is nothing, which is nearly always. */
export const MARK = 1;
/** A language's own candidate, such as a Korean ending. */
export const EXTRA = 2;
/** A typographic opening quotation mark. */
export const OPEN_QUOTE = 3;
/** A typographic closing quotation mark. */
export const CLOSE_QUOTE = 4;
/** `"`, which opens and closes. */
export const STRAIGHT_QUOTE = 5;
/** `'`, which also stands for a left-out letter. */
export const STRAIGHT_SINGLE = 6;
/** Any opening bracket. */
export const OPEN_BRACKET = 7;
/** Any closing bracket. */
export const CLOSE_BRACKET = 8;

/** Final marks of all scripts: half width, full width, their presentation forms, and the ellipsis. */
const MARKS = ".!?…‥⋯‼⁇⁈⁉。！？｡．؟।॥︒︕︖﹒﹖﹗";
const TABLE = {
  [OPEN_QUOTE]: "“„«「『｢〝﹁﹃",
  [CLOSE_QUOTE]: "”»」』｣〞﹂﹄",
  [STRAIGHT_QUOTE]: '"＂',
  [STRAIGHT_SINGLE]: "'‘’",
  [OPEN_BRACKET]: "([（［【《〈〔",
  [CLOSE_BRACKET]: ")]）］】》〉〕",
} as const;

/** The table of a language: the marks of all languages, its own candidates, and a pair of brackets of its own. */
export function buildStops(extra: string, brackets = ""): Uint8Array {
  const stops = new Uint8Array(65_536);
  put(stops, extra, EXTRA);
  put(stops, MARKS, MARK);
  for (const [action, characters] of Object.entries(TABLE)) put(stops, characters, Number(action));
  put(stops, brackets.slice(0, 1), OPEN_BRACKET);
  put(stops, brackets.slice(1), CLOSE_BRACKET);
  return stops;
}

function put(stops: Uint8Array, characters: string, action: number): void {
  for (let i = 0; i < characters.length; i++) stops[characters.charCodeAt(i)] = action;
}

/** A mark of Chinese typesetting, after which no blank is written. */
export function isWideMark(unit: number): boolean {
  return unit >= 0x3002 && unit !== 0xff0e;
}

/** An ellipsis character. */
export function isEllipsis(unit: number): boolean {
  return unit === 0x2026 || unit === 0x2025 || unit === 0x22ef;
}
