import type { Bead, Bitext, Polytext, Range } from "@stele/model";
import type { OutputFile } from "../format.ts";
import { pairName, sentenceLines } from "../pair-files.ts";

type LineWriter = (bead: Bead) => string;

/** SentAlign's ladder, `[0]:[0, 1]:0.87`, the number being the similarity: more is better. */
export function writeSentAlign(polytext: Polytext): readonly OutputFile[] {
  return polytext.pairs.flatMap((pair) => files(pair, (bead) => bracketLine(bead, bead.score ?? 0)));
}

/** Vecalign's ladder, the same form, the number being the cost: less is better. */
export function writeVecalign(polytext: Polytext): readonly OutputFile[] {
  return polytext.pairs.flatMap((pair) => files(pair, (bead) => bracketLine(bead, 1 - (bead.score ?? 0))));
}

/** hunalign's ladder: the indexes at which each bead begins, with its score, and a last rung where both texts end. */
export function writeHunalign(polytext: Polytext): readonly OutputFile[] {
  return polytext.pairs.flatMap((pair) => {
    const { source, target } = pair;
    const rung = (bead: Bead): string => `${bead.source[0]}\t${bead.target[0]}\t${(bead.score ?? 0).toFixed(3)}\n`;
    return files(pair, rung, `${source.sentences.length}\t${target.sentences.length}\t0.000\n`);
  });
}

/** The ladder and the sentences it counts, a file a side. */
function files(pair: Bitext, line: LineWriter, end = ""): readonly OutputFile[] {
  const name = pairName(pair);
  return [
    { suffix: `.${name}.ladder`, chunks: lines(pair, line, end) },
    { suffix: `.${name}.${pair.source.article.language}.txt`, chunks: sentenceLines(pair.source) },
    { suffix: `.${name}.${pair.target.article.language}.txt`, chunks: sentenceLines(pair.target) },
  ];
}

function* lines(pair: Bitext, line: LineWriter, end: string): Iterable<string> {
  for (const bead of pair.beads) yield line(bead);
  if (end !== "") yield end;
}

function bracketLine({ source, target }: Bead, value: number): string {
  return `${indexes(source)}:${indexes(target)}:${value.toFixed(6)}\n`;
}

function indexes([from, to]: Range): string {
  return `[${Array.from({ length: to - from }, (_, index) => from + index).join(", ")}]`;
}
