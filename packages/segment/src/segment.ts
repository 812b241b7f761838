import { baseLanguage, type Block, type LanguageTag, type Sentence } from "@stele/model";
import { detectLanguage } from "./detect-language.ts";
import { LANGUAGES } from "./languages/index.ts";
import { openScene, scan, type Sink } from "./scanner.ts";
import type { Explanation, Segmentation, SegmentInput, SegmentOptions } from "./segmentation.ts";

/**
 * Finds the blocks of a text and the sentences in them; nothing is changed, all offsets are UTF-16 code units into the
 * text as it came. Never throws for any text.
 */
export function segment(input: SegmentInput, options: SegmentOptions): Segmentation {
  const text = typeof input === "string" ? input : input.text;
  const given = typeof input === "string" ? undefined : input.blocks;
  const language: LanguageTag = options.language === "auto" ? (detectLanguage(text) ?? "en") : options.language;
  const blocks = given !== undefined && given.length > 0 ? given : findParagraphs(text);
  const sentences: Sentence[] = [];
  const explanations: Explanation[] = [];
  const abbreviations = new Set((options.abbreviations ?? []).map((word) => word.toLowerCase().replace(/\.$/, "")));
  blocks.forEach((block, index) => {
    const sink: Sink = {
      sentence: (start, end) => sentences.push({ start, end, block: index }),
      ...(options.explain === true
        ? { candidate: (offset, verdict) => explanations.push({ offset, ...verdict }) }
        : undefined),
    };
    const scene = {
      ...openScene(text, block.start, block.end),
      wholeQuotations: options.quotations === "whole",
      abbreviations,
    };
    scan(scene, LANGUAGES[baseLanguage(block.language ?? language)], sink);
  });
  return { language, blocks, sentences, ...(options.explain === true ? { explanations } : undefined) };
}

function findParagraphs(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S[^\n\r]*(?:\r?\n(?=[^\S\n\r]*\S)[^\n\r]*)*/gu)) {
    blocks.push({ kind: "paragraph", start: match.index, end: match.index + match[0].trimEnd().length });
  }
  return blocks;
}
