import { type Aligner, type Bead, blocksOf, checkBeads, linesOf, type Side } from "@stele/core/node";

/** Two sides and the beads between them, some of them fixed. */
export interface Aligned {
  readonly source: Side;
  readonly target: Side;
  readonly beads: readonly Bead[];
}

/** What was before a correction. */
export interface Before {
  readonly source: Side;
  readonly target: Side;
  /** The beads before the correction, counting the sentences as they are after it. */
  readonly previous: readonly Bead[];
}

/**
 * The beads anew around what a correction touched: the neighbourhood of beads that a person has just fixed, and of
 * sentences that were split or joined. Everything else stays. A bead that was fixed comes back as it was; should it
 * not, nothing is changed, for what a person did outweighs what could be found.
 */
export async function realign(after: Aligned, before: Before, aligner: Aligner): Promise<readonly Bead[]> {
  const beads = hasNewFixed(after.beads, before.previous)
    ? await aroundFixed(after, before.previous, aligner)
    : after.beads;
  const touched = touchedBeads({ ...after, beads }, before);
  const result = touched.length === 0 ? beads : await aroundTouched({ ...after, beads }, touched, aligner);
  checkBeads(result, { source: after.source.sentences.length, target: after.target.sentences.length });
  return result;
}

function hasNewFixed(beads: readonly Bead[], previous: readonly Bead[]): boolean {
  const known = new Set(previous.map(shapeOf));
  return beads.some((bead) => bead.fixed === true && !known.has(shapeOf(bead)));
}

async function aroundFixed(
  { source, target, beads }: Aligned,
  previous: readonly Bead[],
  aligner: Aligner,
): Promise<readonly Bead[]> {
  const fixed = beads.filter((bead) => bead.fixed === true);
  const aligned = await aligner.align(linesOf(source), linesOf(target), {
    ...languagesOf(source, target),
    blocks: blocksOf(source, target),
    fixed,
    previous,
  });
  // The aligner knows a fixed bead by its place: its score and its mark are ours.
  const known = new Map(fixed.map((bead) => [shapeOf(bead), bead]));
  return holdsAll(aligned.beads, fixed) ? aligned.beads.map((bead) => known.get(shapeOf(bead)) ?? bead) : beads;
}

/** The beads, by index, that no person fixed and that hold sentences which were not there before. */
function touchedBeads({ source, target, beads }: Aligned, before: Before): readonly number[] {
  const isNew = { source: newSentences(before.source, source), target: newSentences(before.target, target) };
  return [...beads.keys()].filter((index) => {
    const bead = beads[index];
    if (bead === undefined || bead.fixed === true) return false;
    return isNew.source.slice(...bead.source).some(Boolean) || isNew.target.slice(...bead.target).some(Boolean);
  });
}

function newSentences(before: Side, after: Side): readonly boolean[] {
  if (before.sentences.length === after.sentences.length) return [];
  const known = new Set(before.sentences.map(({ start, end }) => `${start} ${end}`));
  return after.sentences.map(({ start, end }) => !known.has(`${start} ${end}`));
}

/**
 * Aligns the touched beads anew with a neighbour on either side; a neighbour that comes out the same stays as it was.
 */
async function aroundTouched(
  { source, target, beads }: Aligned,
  touched: readonly number[],
  aligner: Aligner,
): Promise<readonly Bead[]> {
  const first = Math.max(0, (touched[0] ?? 0) - 1);
  const last = Math.min(beads.length, (touched.at(-1) ?? 0) + 2);
  const open = beads.slice(first, last);
  const start = { source: open[0]?.source[0] ?? 0, target: open[0]?.target[0] ?? 0 };
  const end = { source: open.at(-1)?.source[1] ?? 0, target: open.at(-1)?.target[1] ?? 0 };
  const fixed = open.filter((bead) => bead.fixed === true).map((bead) => movedBead(bead, -start.source, -start.target));
  const aligned = await aligner.align(
    linesOf(source).slice(start.source, end.source),
    linesOf(target).slice(start.target, end.target),
    { ...languagesOf(source, target), fixed },
  );
  if (!holdsAll(aligned.beads, fixed)) return beads;
  const untouched = open.filter((_, index) => !touched.includes(first + index));
  const known = new Map(untouched.map((bead) => [shapeOf(bead), bead]));
  const moved = aligned.beads.map((bead) => movedBead(bead, start.source, start.target));
  const found = moved.map((bead) => known.get(shapeOf(bead)) ?? bead);
  return beads.toSpliced(first, last - first, ...found);
}

function movedBead(bead: Bead, source: number, target: number): Bead {
  return {
    ...bead,
    source: [bead.source[0] + source, bead.source[1] + source],
    target: [bead.target[0] + target, bead.target[1] + target],
  };
}

function holdsAll(beads: readonly Bead[], fixed: readonly Bead[]): boolean {
  const shapes = new Set(beads.filter((bead) => bead.fixed === true).map(shapeOf));
  return fixed.every((bead) => shapes.has(shapeOf(bead)));
}

function shapeOf({ source, target, fixed = false }: Bead): string {
  return `${source} ${target} ${fixed}`;
}

function languagesOf(source: Side, target: Side) {
  return { source: source.article.language, target: target.article.language };
}
