import type { BeadExplanation, Polytext, Side } from "@stele/core";
import { jsonChunks } from "../json-chunks.ts";
import { writerName } from "../writer-name.ts";
import type { Aligned, AlignWishes } from "./align-texts.ts";

type Core = typeof import("@stele/core/node");

/** How an alignment is written, but for the table, which needs a terminal. */
export type AlignmentFormat = "json" | "tsv" | "jsonl" | "ladder" | "vecalign" | "hunalign" | "sentalign";

/** An alignment as text. */
export function writeAlignment(
  aligned: Aligned,
  { format, ...wishes }: AlignWishes & { readonly format: AlignmentFormat },
  core: Core,
): Iterable<string> {
  if (format === "json") return jsonChunks(alignmentData(aligned, wishes));
  const [file] = core.writeFiles(keptRows(aligned, wishes, core), writerName(format));
  const { explanations } = aligned.alignment;
  if (format !== "jsonl" || explanations === undefined) return file?.chunks ?? [];
  return explained(file?.chunks ?? [], kept(aligned, wishes, explanations));
}

/** Formats that have a place for what explains a bead. */
export const EXPLAINED: ReadonlySet<string> = new Set(["json", "jsonl", "table"]);

/** The lines of the beads, each with its explanation. */
function* explained(lines: Iterable<string>, explanations: readonly BeadExplanation[]): Iterable<string> {
  let at = 0;
  for (const line of lines) {
    yield `${JSON.stringify({ ...JSON.parse(line), explanation: explanations[at] })}\n`;
    at += 1;
  }
}

/** Of a list with an entry a bead those of the beads that are good enough. */
function kept<Entry>({ bitext }: Aligned, { minScore }: AlignWishes, entries: readonly Entry[]): readonly Entry[] {
  if (minScore === undefined) return entries;
  const isKept = bitext.beads.map(({ score }) => score !== null && score >= minScore);
  return entries.filter((_, index) => isKept[index]);
}

/** The rows that are good enough, each with its score. */
export function keptRows({ bitext }: Aligned, { minScore }: AlignWishes, core: Core): Polytext {
  const polytext = core.buildPolytext([bitext]);
  if (minScore === undefined) return polytext;
  const isKept = ({ score }: { readonly score: number | null }): boolean => score !== null && score >= minScore;
  const pairs = polytext.pairs.map((pair) => ({ ...pair, beads: pair.beads.filter(isKept) }));
  return { ...polytext, rows: polytext.rows.filter(isKept), pairs };
}

function alignmentData(aligned: Aligned, wishes: AlignWishes): Record<string, unknown> {
  const { bitext, alignment } = aligned;
  const { evidence, moved, explanations } = alignment;
  return {
    source: sideData(bitext.source),
    target: sideData(bitext.target),
    beads: kept(aligned, wishes, bitext.beads),
    evidence,
    moved,
    explanations: explanations && kept(aligned, wishes, explanations),
  };
}

function sideData({ article, sentences }: Side): unknown {
  const { language, text } = article;
  return {
    language,
    sentences: sentences.map(({ start, end, block }) => ({ start, end, text: text.slice(start, end), block })),
  };
}

/** Why a bead is in doubt, as facts to be said: only those that are out of the ordinary. */
export function oddities({ missingFigures, addedFigures, lengthFactor, meaning }: BeadExplanation): {
  readonly missing: readonly string[];
  readonly added: readonly string[];
  readonly length?: number;
  readonly isStrange: boolean;
} {
  const isOddLength = lengthFactor !== null && (lengthFactor < SHORT || lengthFactor > LONG);
  return {
    missing: missingFigures,
    added: addedFigures,
    ...(isOddLength ? { length: lengthFactor } : {}),
    isStrange: meaning !== null && meaning < STRANGE,
  };
}

/** Half as long or twice as long as expected is what a reader would notice. */
const SHORT = 0.5;
const LONG = 2;
/** Words that fit hardly better than by chance. */
const STRANGE = 0.1;
