import type { Bead, Span } from "@stele/model";
import type { GuardTools } from "@stele/translate";

/** Sentences end at marks of the three languages; enough for the texts of these tests. */
function segment(text: string): readonly Span[] {
  return [...text.matchAll(/\S.*?(?:[.!?](?=\s|$)|[。！？]|$)/gsu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
}

/** Pairs sentences that hold the same figures, in order; a sentence without a counterpart stands alone. */
async function align(source: readonly string[], target: readonly string[]): Promise<readonly Bead[]> {
  const beads: Bead[] = [];
  let next = 0;
  for (const [index, sentence] of source.entries()) {
    const figure = figures(sentence)[0];
    const at = target.findIndex(
      (text, place) => place >= next && figure !== undefined && figures(text).includes(figure),
    );
    const same = target.findIndex((text) => figure !== undefined && figures(text).includes(figure));
    const last = beads.at(-1);
    if (at >= 0) {
      for (; next < at; next++) beads.push(oneSided(index, index, [next, next + 1]));
      beads.push({ source: [index, index + 1], target: [at, at + 1], score: 0.9, lowScore: false });
      next = at + 1;
    } else if (same >= 0 && last !== undefined) {
      beads.splice(-1, 1, { ...last, source: [last.source[0], index + 1] });
    } else beads.push(oneSided(index, index + 1, [next, next]));
  }
  for (; next < target.length; next++) beads.push(oneSided(source.length, source.length, [next, next + 1]));
  return beads;
}

function oneSided(from: number, to: number, target: readonly [number, number]): Bead {
  return { source: [from, to], target, score: null, lowScore: true };
}

function figures(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?/gu) ?? [];
}

/** The number words of these tests. */
const NUMBER_WORDS = { 두: 2, Fourteen: 14, "Half a million": 500_000 } as const;

function numberWords(text: string): ReadonlySet<number> {
  return new Set(Object.entries(NUMBER_WORDS).flatMap(([word, value]) => (text.includes(word) ? [value] : [])));
}

/** Target characters a source character, for the pairs of these tests. */
const RATIOS = { en: 1.8, ko: 0.55, "zh-Hans": 0.35, "zh-Hant": 0.35 } as const;

/** What `core` passes in, in a simple form. */
export const TOOLS: GuardTools = {
  segment,
  align,
  figures,
  numberWords,
  terms: {
    simplify: (text) => text,
    chineseWords: () => [],
    endsNoun: (text, end) => !/^\p{Script=Hangul}{3}/u.test(text.slice(end)),
  },
  lengthPrior: (_, target) => ({ ratio: RATIOS[target], variance: 1.5 }),
};
