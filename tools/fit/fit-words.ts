// Fits the weights of packages/align/src/words/link-words.ts on tests/gold/words and prints them; then precision and
// recall cross-validated: every fifth pair of sentences linked by the weights that the others give.
//
//   npx tsx tools/fit/fit-words.ts
import { readFileSync } from "node:fs";
import { evaluateWordLinks, type GoldWords } from "../../packages/align/src/evaluate-words.ts";
import { readVectors } from "../../packages/align/src/vectors/read-vectors.ts";
import {
  LEAST_LIKENESS,
  LEAST_SURENESS,
  linkPairs,
  PAIR_FEATURES,
  readPairs,
  type WordPairs,
} from "../../packages/align/src/words/link-words.ts";
import { readWordGold } from "../../packages/align/test/word-gold.ts";
import type { Span } from "../../packages/model/src/span.ts";
import { fitLogistic, printWeights, type Row } from "./logistic.ts";

const FOLDS = 5;

interface Sentences {
  readonly pair: string;
  readonly gold: GoldWords;
  readonly fold: number;
  readonly read: WordPairs;
  readonly rows: readonly Row[];
}

const vectors = readVectors(readFileSync(new URL("../../packages/align/data/stele-vectors.bin", import.meta.url)));
const PAIRS = ["en-ko", "en-zh", "ko-zh"];
const all = PAIRS.flatMap(readSentences);
process.stdout.write(`${PAIR_FEATURES.join(", ")}: ${printWeights(fitLogistic(all.flatMap(({ rows }) => rows)))}\n`);

const judges = Array.from({ length: FOLDS }, (_, fold) =>
  Array.from(fitLogistic(all.filter((one) => one.fold !== fold).flatMap(({ rows }) => rows))),
);
for (const pair of PAIRS) {
  const judged = all
    .filter((one) => one.pair === pair)
    .map(({ gold, read, fold }) => ({
      gold,
      found: linkPairs(read, { judge: judges[fold] ?? [], least: LEAST_SURENESS }),
    }));
  const { precision, recall } = evaluateWordLinks(judged);
  process.stdout.write(`${pair}  cross-validated ${precision.toFixed(3)} / ${recall.toFixed(3)}\n`);
}

function readSentences(pair: string): Sentences[] {
  const { languages, pairs } = readWordGold(pair);
  return pairs.map((gold, index) => {
    const read = readPairs(vectors, gold, languages);
    const isRight = rightPairs(gold);
    const rows = read.features.flatMap((features, at): Row[] => {
      const [own, other] = [read.source[Math.floor(at / read.target.length)], read.target[at % read.target.length]];
      if (own === undefined || other === undefined || (read.likeness[at] ?? 0) < LEAST_LIKENESS) return [];
      return [{ features, isRight: isRight(own, other) }];
    });
    return { pair, gold, fold: index % FOLDS, read, rows };
  });
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
