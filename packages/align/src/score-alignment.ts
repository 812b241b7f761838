/** A bead as the gold sets write it: the indexes of the sentences of each side. */
export type IndexBead = readonly [source: readonly number[], target: readonly number[]];

/** The beads of one document: what should be, and what was found. */
export interface JudgedDocument {
  readonly gold: readonly IndexBead[];
  readonly found: readonly IndexBead[];
}

/** Precision, recall and their harmonic mean; 0 where nothing can be counted. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Strict: exactly a gold bead. Lax: shares a source and a target sentence with one gold bead. */
export interface AlignmentScore {
  readonly strict: Figures;
  readonly lax: Figures;
}

interface Counts {
  strictHits: number;
  laxHits: number;
  all: number;
}

/**
 * Scores alignments as Vecalign's own scorer does (after Sennrich and Volk 2011): counts are summed over documents;
 * precision looks at every bead found, one-sided ones included; recall is counted after the one-sided beads were
 * removed from both sides. Check first that each side is covered (`coverageFaults`): leaving beads out raises the score.
 */
export function evaluateAlignment(documents: readonly JudgedDocument[]): AlignmentScore {
  const precise: Counts = { strictHits: 0, laxHits: 0, all: 0 };
  const recalled: Counts = { strictHits: 0, laxHits: 0, all: 0 };
  for (const { gold, found } of documents) {
    countHits(precise, gold, found);
    countHits(recalled, found.filter(isTwoSided), gold.filter(isTwoSided));
  }
  return {
    strict: toFigures(precise.strictHits / precise.all, recalled.strictHits / recalled.all),
    lax: toFigures(precise.laxHits / precise.all, recalled.laxHits / recalled.all),
  };
}

function isTwoSided([source, target]: IndexBead): boolean {
  return source.length > 0 && target.length > 0;
}

function toFigures(precision: number, recall: number): Figures {
  const p = Number.isNaN(precision) ? 0 : precision;
  const r = Number.isNaN(recall) ? 0 : recall;
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

function unique(beads: readonly IndexBead[]): Map<string, IndexBead> {
  return new Map(beads.filter(([s, t]) => s.length + t.length > 0).map((bead) => [beadKey(bead), bead]));
}

function beadKey([source, target]: IndexBead): string {
  return `${source.join(",")}:${target.join(",")}`;
}

function countHits(counts: Counts, gold: readonly IndexBead[], test: readonly IndexBead[]): void {
  const known = unique(gold);
  const partners = new Map<number, Set<number>>();
  for (const [source, target] of known.values()) {
    for (const i of source) partners.set(i, new Set([...(partners.get(i) ?? []), ...target]));
  }
  for (const [key, [source, target]] of unique(test)) {
    const isStrict = known.has(key);
    const isLax = isStrict || source.some((i) => target.some((j) => partners.get(i)?.has(j) === true));
    counts.all += 1;
    counts.strictHits += isStrict ? 1 : 0;
    counts.laxHits += isLax ? 1 : 0;
  }
}

/** The sentences that do not stand in exactly one of the beads found. Empty where the alignment may be scored. */
export function coverageFaults(
  beads: readonly IndexBead[],
  lengths: { readonly source: number; readonly target: number },
): { readonly source: readonly number[]; readonly target: readonly number[] } {
  return {
    source: notOnce(
      beads.flatMap(([source]) => source),
      lengths.source,
    ),
    target: notOnce(
      beads.flatMap(([, target]) => target),
      lengths.target,
    ),
  };
}

function notOnce(indexes: readonly number[], length: number): number[] {
  const seen = new Map<number, number>();
  for (const index of indexes) seen.set(index, (seen.get(index) ?? 0) + 1);
  const within = Array.from({ length }, (_, index) => index).filter((index) => seen.get(index) !== 1);
  return [...within, ...[...seen.keys()].filter((index) => index < 0 || index >= length)];
}

/** How often beads of a shape were found, by the gold's shape. */
export interface ShapeRecall {
  readonly shape: string;
  readonly found: number;
  readonly all: number;
}

/** Exact matches by the gold's bead shape (`1-2`), the most frequent shape first. */
export function recallByShape(documents: readonly JudgedDocument[]): ShapeRecall[] {
  const shapes = new Map<string, { found: number; all: number }>();
  for (const { gold, found } of documents) {
    const keys = unique(found);
    for (const bead of gold) {
      const shape = `${bead[0].length}-${bead[1].length}`;
      const entry = shapes.get(shape) ?? { found: 0, all: 0 };
      entry.all += 1;
      entry.found += keys.has(beadKey(bead)) ? 1 : 0;
      shapes.set(shape, entry);
    }
  }
  return Array.from(shapes, ([shape, entry]) => ({ shape, ...entry })).sort((a, b) => b.all - a.all);
}
