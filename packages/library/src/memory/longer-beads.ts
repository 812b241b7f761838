import type { ConcordanceHit } from "@stele/model";

/** Hits in their order. */
export interface HitList {
  readonly hits: readonly ConcordanceHit[];
  add(hit: ConcordanceHit): void;
}

/**
 * Collects hits, the shortest first. What is a bead of its own in one pair may be part of a longer bead in another: the
 * longer one's counterparts then join the shorter one's, and it is listed once.
 */
export function hitList(): HitList {
  const hits: ConcordanceHit[] = [];
  const indexes = new Map<string, number[]>();
  return {
    hits,
    add(hit) {
      const keys = keysOf(hit);
      const at = keys.flatMap((key) => indexes.get(key) ?? []).find((index) => isPartOf(hits[index], hit));
      const part = at === undefined ? undefined : hits[at];
      if (at !== undefined && part !== undefined) {
        hits[at] = { ...part, counterparts: [...part.counterparts, ...hit.counterparts] };
        return;
      }
      for (const key of keys) indexes.set(key, [...(indexes.get(key) ?? []), hits.length]);
      hits.push(hit);
    },
  };
}

/** Under which the beads of one place meet: each text that has it, and how the sentence of each find goes on. */
function keysOf({ language, text, spans, places }: ConcordanceHit): readonly string[] {
  const ways = new Set(spans.map(({ start, end }) => wordsAfter(text.slice(start), end - start)));
  const texts = new Set(places.map(({ textId }) => textId));
  return [...texts].flatMap((id) => [...ways].map((way) => `${id} ${language} ${way}`));
}

/** The find with what follows to the end of its sentence, which both beads have. */
function wordsAfter(text: string, length: number): string {
  const end = text.slice(length).search(/[.!?。！？]/u);
  return end === -1 ? text.trimEnd() : text.slice(0, length + end);
}

/** In one pair a sentence is in one bead only, so that two beads of it are two places. */
function isPartOf(short: ConcordanceHit | undefined, long: ConcordanceHit): boolean {
  if (short === undefined || !long.text.includes(short.text)) return false;
  const pairs = new Set(short.places.map(({ bitextId }) => bitextId));
  return !long.places.some(({ bitextId }) => pairs.has(bitextId));
}
