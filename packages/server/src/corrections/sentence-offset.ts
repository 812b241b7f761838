import { joinLines } from "@stele/core/node";

const BROKEN_BLANKS = /\s*[\n\r\u2028\u2029]\s*/uy;

/**
 * An offset into a sentence on one line (`sentenceLine`) as an offset into the sentence as it stands in the article,
 * where line breaks with their blanks may be longer or shorter.
 */
export function offsetInArticle(sentence: string, lineOffset: number): number {
  const line = joinLines(sentence);
  let inLine = 0;
  let inSentence = 0;
  while (inLine < lineOffset && inSentence < sentence.length) {
    BROKEN_BLANKS.lastIndex = inSentence;
    const blanks = BROKEN_BLANKS.exec(sentence)?.[0];
    if (blanks === undefined) inLine += 1;
    else if (line[inLine] === " ") inLine += 1;
    inSentence += blanks?.length ?? 1;
  }
  return inSentence;
}
