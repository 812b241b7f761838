/**
 * A bead is marked where its probability is below `most` and it is among the least sure of its text: a free
 * translation leaves many right beads unsure, and a reader who is sent to every fifth row looks at none. Set on one
 * half of the gold (docs/alignment.md).
 */
const DOUBT = { most: 0.94, share: 0.16 } as const;
/** Below an even chance a bead is marked however many others are. */
const EVEN_CHANCE = 0.5;

/** Below which probability the beads of a text are marked; `probabilities` holds one entry a bead of the text. */
export function doubtLimit(probabilities: readonly number[]): number {
  const sorted = new Float64Array(probabilities).sort();
  const atShare = sorted[Math.ceil(DOUBT.share * sorted.length)] ?? 1;
  return Math.max(EVEN_CHANCE, Math.min(DOUBT.most, atShare));
}
