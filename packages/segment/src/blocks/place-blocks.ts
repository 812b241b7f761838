import { type Block, baseLanguage, type LanguageTag } from "@stele/model";
import { detectLanguage, detectScript } from "../detect-language.ts";
import { ARTICLE_MARKS } from "../languages/index.ts";
import { findBlocks } from "./find-blocks.ts";
import { refineGiven } from "./refine-blocks.ts";

/** How much of a block is asked for its script. */
const SAMPLE = 200;

/** What is known of the text as a whole. */
export interface BlockContext {
  readonly language: LanguageTag;
}

/** Keeps the blocks that a reader found, finds those of the rest, and gives each its language where it differs. */
export function placeBlocks(text: string, given: readonly Block[], context: BlockContext): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const block of refineGiven(text, given, ARTICLE_MARKS)) {
    for (const found of findRest(text, { start: at, end: block.start }, context)) blocks.push(found);
    blocks.push(withLanguage(text, block, context));
    at = block.end;
  }
  // One at a time: a text of half a million blocks would not fit into the arguments of one call.
  for (const found of findRest(text, { start: at, end: text.length }, context)) blocks.push(found);
  return blocks;
}

function findRest(
  text: string,
  span: { readonly start: number; readonly end: number },
  context: BlockContext,
): Block[] {
  if (span.end <= span.start) return [];
  return findBlocks(text, span, ARTICLE_MARKS).map((block) => withLanguage(text, block, context));
}

/** A block in another script than the article's: rare, so a block of the article's own language carries none. */
function withLanguage(text: string, block: Block, { language }: BlockContext): Block {
  // A name or a code in another script makes no block of another language.
  if (block.language !== undefined || block.end - block.start < 8) return block;
  const found = detectScript(text, block.start, Math.min(block.end, block.start + SAMPLE));
  if (found === undefined || found === baseLanguage(language)) return block;
  return { ...block, language: found === "zh" ? chineseTag(text, block) : found };
}

function chineseTag(text: string, { start, end }: Block): LanguageTag {
  return detectLanguage(text.slice(start, Math.min(end, start + SAMPLE))) ?? "zh-Hans";
}
