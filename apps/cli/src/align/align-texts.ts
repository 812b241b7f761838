import type { Alignment, Bitext, Side } from "@stele/core";
import type { ReadFile } from "@stele/core/node";
import { lineSide } from "./line-side.ts";

type Core = typeof import("@stele/core/node");

/** How two texts are aligned; plain data, so that it can go to another thread. */
export interface AlignWishes {
  /** Line number i is sentence number i. */
  readonly lines: boolean;
  /** Say why each bead was made. */
  readonly explain: boolean;
  /** Leave out beads below this, and one-sided ones. */
  readonly minScore?: number;
}

/** Beads that another aligner made, as a ladder. */
export interface GivenBeads {
  readonly ladder: string;
  readonly file: string;
  /** What the numbers of the ladder mean. */
  readonly numbers: "similarity" | "cost";
}

/** Two texts and what the aligner said of them. */
export interface Aligned {
  readonly bitext: Bitext;
  readonly alignment: Alignment;
}

/** Two texts that were read. */
export interface TextPair {
  readonly source: ReadFile;
  readonly target: ReadFile;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
  /** Taken as they are, in place of aligning. */
  readonly beads?: GivenBeads;
}

/** Aligns two texts, sentence by sentence or line by line. */
export async function alignTexts(pair: TextPair, wishes: AlignWishes, core: Core): Promise<Aligned> {
  const sideOf = (input: ReadFile): Side => (wishes.lines ? lineSide(input, core) : core.sideOf(input));
  const [source, target] = [sideOf(pair.source), sideOf(pair.target)];
  const lines = (side: Side): string[] => side.sentences.map((sentence) => core.sentenceLine(side.article, sentence));
  const blocks = (side: Side): number[] => side.sentences.map((sentence) => sentence.block);
  if (pair.beads !== undefined) return withBeads([source, target], pair.beads, core);
  const alignment = await core.align(lines(source), lines(target), {
    source: source.article.language,
    target: target.article.language,
    explain: wishes.explain,
    // Lines know of no blocks.
    ...(wishes.lines ? {} : { blocks: { source: blocks(source), target: blocks(target) } }),
    ...(pair.signal === undefined ? {} : { signal: pair.signal }),
    ...(pair.onProgress === undefined ? {} : { onProgress: pair.onProgress }),
  });
  return { bitext: core.createBitext({ source, target, beads: alignment.beads }), alignment };
}

/** The other aligner knows no evidence of ours. */
function withBeads(
  [source, target]: readonly [Side, Side],
  { ladder, file, numbers }: GivenBeads,
  core: Core,
): Aligned {
  const lengths = { source: source.sentences.length, target: target.sentences.length };
  const beads = core.readLadder(ladder, { lengths, numbers, name: file });
  return { bitext: core.createBitext({ source, target, beads }), alignment: { beads, evidence: [] } };
}
