import type { Block, Sentence } from "./article.ts";
import type { LanguageTag } from "./language-tag.ts";
import { checkSpans } from "./span.ts";
import { SteleError } from "./stele-error.ts";

/**
 * Checks that sentences are in order and lie inside the text and their blocks; both are gone through, not held.
 *
 * @throws SteleError `offsets-invalid`, naming the first offender.
 */
export function checkSentences(sentences: Iterable<Sentence>, blocks: Iterable<Block>, length: number): void {
  checkSpans(insideBlocks(sentences, blocks), length, "sentence");
}

function* insideBlocks(sentences: Iterable<Sentence>, blocks: Iterable<Block>): Generator<Sentence, void, undefined> {
  const following = blocks[Symbol.iterator]();
  let block: Block | undefined;
  let [at, index] = [-1, 0];
  for (const sentence of sentences) {
    for (let isDone = false; at < sentence.block && !isDone; at += 1) {
      const next = following.next();
      isDone = next.done === true;
      block = next.value;
    }
    if (at !== sentence.block || block === undefined || sentence.start < block.start || sentence.end > block.end) {
      throw outsideBlock(index, sentence.block);
    }
    yield sentence;
    index += 1;
  }
}

function outsideBlock(index: number, block: number): SteleError {
  return new SteleError({
    code: "offsets-invalid",
    message: `Sentence number ${index} does not lie inside its block, number ${block}.`,
    hint: "A sentence names the block that holds it.",
    details: { index, block },
  });
}

/** @throws SteleError `language-same` where two sides have one language. */
export function checkLanguages(source: LanguageTag, target: LanguageTag): void {
  if (source !== target) return;
  throw new SteleError({
    code: "language-same",
    message: `Both sides are in ${source}.`,
    hint: "Source and target need two languages; name them with --from and --to if they were found wrongly.",
    details: { language: source },
  });
}
