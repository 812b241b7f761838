const TAG = /<\/?\s*x\s*\d+\s*\/?\s*>/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** A text without numbered tags and escapes, without outer blanks: what a reader sees of it. */
export function plainText(text: string): string {
  return text
    .replaceAll(TAG, "")
    .replaceAll(/&(?:lt|gt|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Only letters and digits, in lower case: what must not be the same in two languages. */
export function bareText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** True where there is anything to translate. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
