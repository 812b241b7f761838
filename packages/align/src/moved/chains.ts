import type { Pace } from "../pace.ts";
import type { Compared } from "./surprise.ts";

/** A pair has to exceed chance by so many deviations to speak for a chain. */
const LEAST_SURPRISE = 1.5;
/** What a chain has to reach beyond that, all its pairs together. */
const LEAST_CHAIN = 3.5;
/** The next pair of a chain stands at most so many sentences on. */
const REACH = 3;
/** What each sentence costs that a chain passes over, and a second partner of the same sentence. */
const PASSED = 0.75;
const SECOND = 1;

/** A pair of sentences that go with each other, and how much more alike they are than by chance. */
export interface MovedPair {
  readonly source: number;
  readonly target: number;
  readonly surprise: number;
}

/** The end of a chain, with the pair before it. */
interface Link {
  readonly own: number;
  readonly other: number;
  readonly value: number;
  readonly before: Link | undefined;
}

/**
 * Runs of sentences of both sides that are each other's partners, pair after pair in order: the strongest first, and a
 * sentence in one of them only. What a whole run reaches counts, so that a paragraph that was moved is told from single
 * sentences that are alike by chance among many.
 */
export async function findChains(
  compared: Compared,
  surprise: readonly Float64Array[],
  pace: Pace,
): Promise<readonly (readonly MovedPair[])[]> {
  const free = { source: new Set(compared.source.keys()), target: new Set(compared.target.keys()) };
  const chains: MovedPair[][] = [];
  for (;;) {
    await pace.step(0);
    const best = bestChain(compared, surprise, free);
    if (best === undefined || best.value < LEAST_CHAIN) return chains;
    const chain: MovedPair[] = [];
    for (let link: Link | undefined = best; link !== undefined; link = link.before) {
      const { own, other } = link;
      chain.unshift({
        source: compared.source[own] ?? 0,
        target: compared.target[other] ?? 0,
        surprise: surprise[own]?.[other] ?? 0,
      });
      free.source.delete(own);
      free.target.delete(other);
    }
    chains.push(chain);
  }
}

interface Free {
  readonly source: ReadonlySet<number>;
  readonly target: ReadonlySet<number>;
}

function bestChain(compared: Compared, surprise: readonly Float64Array[], free: Free): Link | undefined {
  const ends: (Link | undefined)[][] = compared.source.map(() => new Array(compared.target.length).fill(undefined));
  const near = { source: nearBefore(compared.source), target: nearBefore(compared.target) };
  let best: Link | undefined;
  for (const own of free.source) {
    for (const other of free.target) {
      const before = bestBefore(ends, near.source[own] ?? [], near.target[other] ?? []);
      const value = (surprise[own]?.[other] ?? 0) - LEAST_SURPRISE + before.value;
      const link: Link = { own, other, value, before: before.link };
      const row = ends[own];
      if (row !== undefined) row[other] = link;
      if (best === undefined || value > best.value) best = link;
    }
  }
  return best;
}

/** A sentence before another one of its side, or the same: its place in the list, and how far back it stands. */
interface Near {
  readonly place: number;
  readonly step: number;
}

function nearBefore(sentences: readonly number[]): readonly (readonly Near[])[] {
  return sentences.map((own, at) => {
    const first = Math.max(0, at - REACH);
    const before = sentences.slice(first, at + 1).map((one, k) => ({ place: first + k, step: own - one }));
    return before.filter(({ step }) => step <= REACH);
  });
}

/** The chain that a pair goes on best, with what that is worth after all that lies between; none where none is worth it. */
function bestBefore(
  ends: readonly (readonly (Link | undefined)[])[],
  sources: readonly Near[],
  targets: readonly Near[],
): { readonly link: Link | undefined; readonly value: number } {
  let best: { readonly link: Link | undefined; readonly value: number } = { link: undefined, value: 0 };
  for (const source of sources) {
    for (const target of targets) {
      const link = ends[source.place]?.[target.place];
      if (link === undefined) continue;
      const value = link.value - costOf(source.step, target.step);
      if (value > best.value) best = { link, value };
    }
  }
  return best;
}

function costOf(source: number, target: number): number {
  return PASSED * Math.max(0, Math.max(source, target) - 1) + (Math.min(source, target) === 0 ? SECOND : 0);
}
