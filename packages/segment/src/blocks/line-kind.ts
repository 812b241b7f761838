import type { BlockKind } from "@stele/model";
import type { ArticleMarks } from "./article-marks.ts";

/** Patterns see no more of a line than this. */
const LONGEST = 300;

const BULLET = /^(?:[-*•‣▪◦●○■□◆◇▶►✓☑·※]|[-–—])\s+\S/;
const NUMBER =
  /^(?:[([（]?\d{1,3}(?:\.\d{1,2})*[.)\]）]\s+|[（(]\d{1,3}[）)]|\d{1,2}[、．]|[①-⑳]|[(（]?[a-z][.)）]\s|[A-Z][)）]\s|[가나다라마바사아자차카타파하][.)]\s|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;
const RULE = /^(?:[-–—=_*~#+.·•☆★◇◆─━═]\s?){3,}$/;
const MAIL =
  /^(?:-{2,}\s?(?:original message|forwarded).*|(?:from|to|cc|sent|subject|date|보낸 사람|받는 사람|제목|发件人|收件人|主题)\s?[:：]\s?\S.*)$/i;

/** What a line is by itself, where its own characters show it; undefined where it is part of prose. */
export type LineKind = Exclude<BlockKind, "paragraph" | "title"> | "rule" | "mail";

/** What a line is by its own marks. */
export function kindOfLine(line: string, marks: readonly ArticleMarks[]): LineKind | undefined {
  const head = line.slice(0, LONGEST);
  const isWhole = line.length <= LONGEST;
  if (head.startsWith(">")) return "quote";
  if (isWhole && RULE.test(head)) return /^#\s?#\s?#$/.test(head) ? "signoff" : "rule";
  if (/^#{1,6}\s/.test(head)) return "heading";
  if (isWhole && head.length <= 120) {
    const kind = kindOfShort(head, marks);
    if (kind !== undefined) return kind;
  }
  if (BULLET.test(head) || NUMBER.test(head)) return "list";
  if (marks.some((mark) => matches(mark.captions, head))) return "caption";
  return isWhole && MAIL.test(head) ? "mail" : undefined;
}

function kindOfShort(line: string, marks: readonly ArticleMarks[]): LineKind | undefined {
  if (line.length < 3) return undefined;
  if (/[\d〇零一二三四五六七八九(]/.test(line) && marks.some((mark) => matches(mark.dates, line))) return "dateline";
  if (marks.some((mark) => matches(mark.signoffs, line))) return "signoff";
  return marks.some((mark) => matches(mark.bylines, line)) ? "byline" : undefined;
}

/** Whether one of the patterns fits. */
export function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
