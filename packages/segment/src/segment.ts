import { type Block, baseLanguage, checkSpans, type Sentence } from "@stele/model";
import { captionCredit } from "./blocks/caption-credit.ts";
import { findLines } from "./blocks/lines.ts";
import { placeBlocks } from "./blocks/place-blocks.ts";
import { composedOffset, composeHangul, hasDecomposedHangul } from "./compose-hangul.ts";
import { detectLanguage } from "./detect-language.ts";
import { keptTogether } from "./kept-together.ts";
import { LANGUAGES } from "./languages/index.ts";
import { openScene, type Sink, scan } from "./scanner.ts";
import type { Explanation, Segmentation, SegmentInput, SegmentOptions } from "./segmentation.ts";

/**
 * Finds the blocks of a text and the sentences in them; nothing is changed, all offsets are UTF-16 code units into the
 * text as it came. Never throws for any text; linear in its length.
 *
 * @throws SteleError `offsets-invalid` where given blocks overlap or leave the text.
 */
export function segment(input: SegmentInput, options: SegmentOptions): Segmentation {
  const { text, blocks = [] } = typeof input === "string" ? { text: input } : input;
  checkSpans(blocks, text.length, "block");
  if (!hasDecomposedHangul(text)) return segmentComposed(text, blocks, options);
  const { text: composed, offsets } = composeHangul(text);
  const moved = blocks.map((block) => ({
    ...block,
    start: composedOffset(offsets, block.start),
    end: composedOffset(offsets, block.end),
  }));
  return moveBack(segmentComposed(composed, moved, options), offsets);
}

function segmentComposed(text: string, given: readonly Block[], options: SegmentOptions): Segmentation {
  const language = options.language === "auto" ? (detectLanguage(text) ?? "en") : options.language;
  const areLinesKept = options.lines === "break";
  const blocks = placeBlocks(text, given, { language });
  const sentences: Sentence[] = [];
  const explanations: Explanation[] = [];
  const scene = sceneOptions(options);
  const isKept = keptTogether(text, options.keepTogether ?? []);
  for (const [index, block] of blocks.entries()) {
    const isWhole = either(isKept, captionCredit(text, block));
    const sink: Sink = {
      sentence: (start, end) => sentences.push({ start, end, block: index }),
      ...(options.explain === true
        ? { candidate: (offset, verdict) => explanations.push({ offset, ...verdict }) }
        : {}),
      ...(isWhole === undefined ? {} : { isKept: isWhole }),
    };
    const rules = LANGUAGES[baseLanguage(block.language ?? language)];
    for (const stretch of areLinesKept ? findLines(text, block.start, block.end) : [block]) {
      scan(openScene({ text, from: stretch.start, to: stretch.end }, scene), rules, sink);
    }
  }
  return { language, blocks, sentences, ...(options.explain === true ? { explanations } : {}) };
}

type Keeps = ((end: number, next: number) => boolean) | undefined;

function either(one: Keeps, other: Keeps): Keeps {
  if (one === undefined || other === undefined) return one ?? other;
  return (end, next) => one(end, next) || other(end, next);
}

function sceneOptions(options: SegmentOptions): { wholeQuotations: boolean; abbreviations: ReadonlySet<string> } {
  const abbreviations = (options.abbreviations ?? []).map((word) => word.toLowerCase().replace(/[.!?]$/, ""));
  return { wholeQuotations: options.quotations === "whole", abbreviations: new Set(abbreviations) };
}

/** Leads the offsets of a composed text back to the text as it came. */
function moveBack(segmentation: Segmentation, offsets: Uint32Array): Segmentation {
  const at = (offset: number): number => offsets[offset] ?? 0;
  const move = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: at(span.start),
    end: at(span.end),
  });
  const { explanations } = segmentation;
  return {
    ...segmentation,
    blocks: segmentation.blocks.map(move),
    sentences: segmentation.sentences.map(move),
    ...(explanations === undefined
      ? {}
      : { explanations: explanations.map((one) => ({ ...one, offset: at(one.offset) })) }),
  };
}
