import type { Bitext, Polytext, Range } from "@stele/model";
import type { OutputFile } from "../format.ts";
import { pairName, sentenceLines } from "../pair-files.ts";

/**
 * Sketch Engine's m:n mapping, two columns of sentence numbers from 0, `a,b` for a run and `-1` for nothing, and the
 * sentences.
 */
export function writeSketch(polytext: Polytext): readonly OutputFile[] {
  return polytext.pairs.flatMap((pair) => [
    { suffix: `.${pairName(pair)}.map.txt`, chunks: mapping(pair) },
    { suffix: `.${pairName(pair)}.${pair.source.article.language}.txt`, chunks: sentenceLines(pair.source) },
    { suffix: `.${pairName(pair)}.${pair.target.article.language}.txt`, chunks: sentenceLines(pair.target) },
  ]);
}

function* mapping({ beads }: Bitext): Iterable<string> {
  for (const { source, target } of beads) yield `${column(source)}\t${column(target)}\n`;
}

function column([from, to]: Range): string {
  if (from === to) return "-1";
  return to - from === 1 ? String(from) : `${from},${to - 1}`;
}
