// Fits the weights of packages/align/src/words/link-words.ts on every second pair of tests/gold/words and prints them;
// then precision and recall of the weights in use, on the pairs that are fitted on and on the others.
//
//   npx tsx tools/fit/fit-words.ts
import { readFileSync } from "node:fs";
import { createAligner } from "../../packages/align/src/aligner.ts";
import { evaluateWordLinks, type GoldWords } from "../../packages/align/src/evaluate-words.ts";
import { readVectors } from "../../packages/align/src/vectors/read-vectors.ts";
import { PAIR_FEATURES, readPairs } from "../../packages/align/src/words/link-words.ts";
import { readWordGold } from "../../packages/align/test/word-gold.ts";
import type { Span } from "../../packages/model/src/span.ts";

const ROUNDS = 2_000;
const PRIOR = 0.5;
const RATE = 1;

const file = new URL("../../packages/align/data/stele-vectors.bin", import.meta.url);
const vectors = readVectors(readFileSync(file));
const rows: { readonly features: readonly number[]; readonly isRight: boolean }[] = [];
for (const pair of ["en-ko", "en-zh", "ko-zh"]) {
  const { languages, pairs } = readWordGold(pair);
  for (const gold of pairs.filter((_, index) => index % 2 === 0)) {
    const { source, target, features } = readPairs(vectors, gold, languages);
    const isRight = rightPairs(gold);
    for (const [at, row] of features.entries()) {
      const [own, other] = [source[Math.floor(at / target.length)], target[at % target.length]];
      rows.push({ features: row, isRight: own !== undefined && other !== undefined && isRight(own, other) });
    }
  }
}
process.stdout.write(`${PAIR_FEATURES.join(", ")}: ${Array.from(fit(), (weight) => weight.toFixed(2)).join(", ")}\n`);

const aligner = createAligner({ vectors: readFileSync(file) });
for (const pair of ["en-ko", "en-zh", "ko-zh"]) {
  const { languages, pairs } = readWordGold(pair);
  const cells = [0, 1].map((half) => {
    const some = pairs.filter((_, index) => index % 2 === half);
    const { precision, recall } = evaluateWordLinks(
      some.map((gold) => ({ gold, found: aligner.linkWords(gold.source, gold.target, languages) })),
    );
    return `${precision.toFixed(3)} / ${recall.toFixed(3)}`;
  });
  process.stdout.write(`${pair}  fitted on ${cells[0]}, not fitted on ${cells[1]}\n`);
}

/** Tells of two words whether they touch two of the gold's that are linked. */
function rightPairs({
  source,
  target,
  sourceWords,
  targetWords,
  links,
}: GoldWords): (own: Span, other: Span) => boolean {
  const [owns, others] = [locate(source, sourceWords), locate(target, targetWords)];
  const touches = (word: Span, places: readonly number[], spans: readonly Span[]): boolean =>
    places.some((place) =>
      spans.slice(place, place + 1).some(({ start, end }) => start < word.end && word.start < end),
    );
  return (own, other) => links.some(([from, to]) => touches(own, from, owns) && touches(other, to, others));
}

function locate(text: string, words: readonly string[]): Span[] {
  let from = 0;
  return words.map((word) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return { start, end: from };
  });
}

/** Climbs the log-likelihood of a logistic function, each weight by the curvature of its own direction. */
function fit(): Float64Array {
  const weights = new Float64Array(PAIR_FEATURES.length);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => -PRIOR * weight);
    const curve = weights.map(() => PRIOR);
    for (const { features, isRight } of rows) {
      const sum = features.reduce((total, value, k) => total + value * (weights[k] ?? 0), 0);
      const probability = 1 / (1 + Math.exp(-sum));
      for (const [k, value] of features.entries()) {
        slope[k] = (slope[k] ?? 0) + ((isRight ? 1 : 0) - probability) * value;
        curve[k] = (curve[k] ?? 0) + probability * (1 - probability) * value * value;
      }
    }
    for (const k of weights.keys()) weights[k] = (weights[k] ?? 0) + (RATE / 2) * ((slope[k] ?? 0) / (curve[k] ?? 1));
  }
  return weights;
}
