import type { Article, Sentence } from "./article.ts";
import type { LanguageTag } from "./language-tag.ts";

const BLANKS = /\s+/gu;
const LINE_BREAK = /[\n\r\u2028\u2029]/u;
/** Han, kana, CJK marks and full-width forms: nothing stands between two of them. */
const WIDE = "\\u2e80-\\u312f\\u31a0-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\u{20000}-\\u{3ffff}";
/** Typographic quotation marks and the ellipsis belong to both worlds: wide only beside a wide character. */
const EITHER = "\\u2014\\u2018-\\u201d\\u2026";
const CLOSED_JOIN = new RegExp(`[${WIDE}]\n[${WIDE}${EITHER}]|[${EITHER}]\n[${WIDE}]`, "u");

/**
 * A sentence on one line: an inner line break with the blanks around it becomes one blank, or nothing between Han
 * characters and full-width marks.
 */
export function sentenceLine(article: Pick<Article, "text">, sentence: Sentence): string {
  return joinLines(article.text.slice(sentence.start, sentence.end));
}

/** The same for a piece of text of one's own. */
export function joinLines(text: string): string {
  return text.replace(BLANKS, (blanks: string, offset: number) => {
    if (!LINE_BREAK.test(blanks)) return blanks;
    const before = text.slice(Math.max(0, offset - 2), offset);
    const after = text.slice(offset + blanks.length, offset + blanks.length + 2);
    return CLOSED_JOIN.test(`${before}\n${after}`) ? "" : " ";
  });
}

/** What stands between two sentences of a language on one line: a blank, or nothing in Chinese. */
export function glueOf(language: LanguageTag): string {
  return language.startsWith("zh") ? "" : " ";
}
