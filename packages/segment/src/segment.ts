import type { Block, LanguageTag, Sentence } from "@stele/model";
import { detectLanguage } from "./detect-language.ts";
import type { Segmentation, SegmentInput, SegmentOptions } from "./segmentation.ts";

/**
 * Finds the blocks of a text and the sentences in them; nothing is changed, all offsets are UTF-16 code units into the
 * text as it came. Never throws for any text.
 */
export function segment(input: SegmentInput, options: SegmentOptions): Segmentation {
  const text = typeof input === "string" ? input : input.text;
  const given = typeof input === "string" ? undefined : input.blocks;
  const language: LanguageTag = options.language === "auto" ? (detectLanguage(text) ?? "en") : options.language;
  const blocks = given !== undefined && given.length > 0 ? given : findParagraphs(text);
  const sentences = blocks.flatMap((block, index) => findSentences(text, block, index));
  return { language, blocks, sentences };
}

function findParagraphs(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S[^\n\r]*(?:\r?\n(?=[^\S\n\r]*\S)[^\n\r]*)*/gu)) {
    blocks.push({ kind: "paragraph", start: match.index, end: match.index + match[0].trimEnd().length });
  }
  return blocks;
}

function findSentences(text: string, block: Block, index: number): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const part = text.slice(block.start, block.end);
  const ends = /[.!?]+["'”’)\]]*(?=\s+[^\sa-z])|[。！？…]+[”’」』）"]*/gu;
  let start = 0;
  const push = (end: number): void => {
    const piece = part.slice(start, end);
    const from = block.start + start + (piece.length - piece.trimStart().length);
    const to = block.start + start + piece.trimEnd().length;
    if (to > from) sentences.push({ start: from, end: to, block: index });
    start = end;
  };
  for (const match of part.matchAll(ends)) push(match.index + match[0].length);
  push(part.length);
  return sentences;
}
