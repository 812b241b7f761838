import { blocksMarkdown, writeArticleMarkdown } from "@stele/formats";
import type { Bitext, InlineMark, LongBitext, Span } from "@stele/model";
import { blockPairs } from "./block-pairs.ts";
import { longBlocks } from "./long-blocks.ts";

/** What of a translation is known besides its bitext. */
export interface WriteTranslationOptions {
  /** Over the translation's text: `TranslatedBitext.marks`. */
  readonly marks?: readonly InlineMark[];
  /**
   * The decoded Markdown file of the source, whose prose the translation replaces; without it the blocks are written.
   */
  readonly file?: string;
}

/**
 * The translation alone as Markdown: headings, lists and quotations where the source has them, its marks where their
 * words now stand. A block of the file for which there is no translation stays as it was.
 */
export async function writeTranslation(
  bitext: Bitext,
  { marks = [], file }: WriteTranslationOptions = {},
): Promise<string> {
  const { text, blocks } = bitext.target.article;
  const place = file === undefined ? {} : { file, origins: originsOf(bitext) };
  return writeArticleMarkdown({ text, blocks, marks }, place);
}

/** The same of a translation that is too long to be held, in pieces. */
export async function writeLongTranslation(
  bitext: LongBitext,
  { file }: Pick<WriteTranslationOptions, "file"> = {},
): Promise<Iterable<string>> {
  return blocksMarkdown(longBlocks(bitext), file);
}

/** For each block of the translation, where the block that it translates stood in the file. */
function originsOf({ source, target, beads }: Bitext): readonly (Span | undefined)[] {
  const origins: (Span | undefined)[] = target.article.blocks.map(() => undefined);
  for (const pair of blockPairs(beads, source, target)) origins[pair.index] ??= pair.source?.origin;
  return origins;
}
