// Fits the weights of packages/core/src/terms/judge-equivalents.ts on tests/gold/terms and prints them; then, for what
// each text's terms are proposed by the weights that the other texts give: how much of it is right, and how much of all
// terms found has a right one.
//
//   npx tsx tools/fit/fit-terms.ts

import { bundledAligner } from "../../packages/core/src/node/index.ts";
import { EQUIVALENT_FEATURES } from "../../packages/core/src/terms/candidates.ts";
import { findTerms } from "../../packages/core/src/terms/find-terms.ts";
import { LEAST_LIKENESS, likenessOf } from "../../packages/core/src/terms/judge-equivalents.ts";
import { candidateFinder } from "../../packages/core/src/terms/propose-terms.ts";
import { parseLanguageTag } from "../../packages/model/src/index.ts";
import { isSameTerm } from "../../tests/bench/same-term.ts";
import { LANGUAGES, type Language, readTermGold } from "../../tests/bench/terms-gold.ts";
import { fitLogistic, printWeights, type Row } from "./logistic.ts";

/** A term that was found, with its candidates. */
interface Item {
  readonly text: string;
  readonly pair: string;
  readonly isTerm: boolean;
  readonly rows: readonly Row[];
}

const gold = readTermGold();
const texts = [...gold.texts, ...gold.later];
const items = LANGUAGES.flatMap((source) =>
  LANGUAGES.flatMap((target) => (source === target ? [] : readItems(source, target))),
);
process.stdout.write(`${EQUIVALENT_FEATURES.join(", ")}: ${printWeights(fitLogistic(rowsOf(items)))}\n`);

const judges = new Map(
  texts.map(({ id }): [string, Float64Array] => [id, fitLogistic(rowsOf(items.filter(({ text }) => text !== id)))]),
);
for (const pair of new Set(items.map((item) => item.pair))) printPair(pair);

/** The candidates of what is a term: of the rest nobody said what is right. */
function rowsOf(some: readonly Item[]): readonly Row[] {
  return some.filter(({ isTerm }) => isTerm).flatMap(({ rows }) => rows);
}

function readItems(source: Language, target: Language): readonly Item[] {
  const tags = { source: parseLanguageTag(source), target: parseLanguageTag(target) };
  const pairs = gold.pairs(source, target);
  return texts.flatMap((text) => {
    const found = findTerms(text[source], { language: tags.source });
    const candidates = candidateFinder(found, pairs, { ...tags, aligner: bundledAligner() });
    return found.map((one): Item => {
      const entries = text.terms.filter((entry) => entry[source].some((form) => isSameTerm(form, one.term)));
      const forms = entries.flatMap((entry) => entry[target]);
      const rows = candidates(one).phrases.map(
        (phrase): Row => ({
          features: phrase.features,
          isRight: forms.some((form) => isSameTerm(form, phrase.target)),
        }),
      );
      return { text: text.id, pair: `${source}-${target}`, isTerm: entries.length > 0, rows };
    });
  });
}

function printPair(pair: string): void {
  const own = items.filter((item) => item.pair === pair);
  const firsts = own.flatMap(({ text, rows }) => {
    const judge = Array.from(judges.get(text) ?? []);
    const judged = rows.map((row) => ({ ...row, likeness: likenessOf(row, judge) }));
    const [best] = judged.sort((a, b) => b.likeness - a.likeness);
    return best !== undefined && best.likeness >= LEAST_LIKENESS ? [best] : [];
  });
  const right = firsts.filter(({ isRight }) => isRight).length;
  const shares = [right / firsts.length, right / own.length].map((share) => share.toFixed(3)).join(" / ");
  process.stdout.write(`${pair}  cross-validated ${shares}\n`);
}
