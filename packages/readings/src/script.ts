import type { Reading } from "./reading.ts";

/** A text in the other script. */
export interface ConvertedText {
  readonly text: string;
  /** Every character that changed, with its span in the text given and its new form, in order. */
  readonly changes: readonly Reading[];
}

type Convert = (text: string) => string;

let simplify: Promise<Convert> | undefined;
let traditionalise: Promise<Convert> | undefined;

/** Simplified forms of a traditional text; the words stay (軟體 is 软体, not 软件). */
export async function toSimplified(text: string): Promise<ConvertedText> {
  simplify ??= import("opencc-js/t2cn").then(({ Converter }) => Converter({ from: "tw", to: "cn" }));
  return compared(text, (await simplify)(text));
}

/** Traditional forms (Taiwan's) of a simplified text, chosen by phrase (头发 頭髮, 发展 發展); the words stay. */
export async function toTraditional(text: string): Promise<ConvertedText> {
  traditionalise ??= import("opencc-js/cn2t").then(({ Converter }) => Converter({ from: "cn", to: "tw" }));
  return compared(text, (await traditionalise)(text));
}

/** Both texts have the same number of characters, because only characters are exchanged. */
function compared(before: string, after: string): ConvertedText {
  const forms = [...after];
  const changes: Reading[] = [];
  let start = 0;
  for (const [index, character] of [...before].entries()) {
    const end = start + character.length;
    const reading = forms[index] ?? character;
    if (reading !== character) changes.push({ start, end, reading });
    start = end;
  }
  return { text: after, changes };
}
