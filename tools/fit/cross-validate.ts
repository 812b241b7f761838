// Prints strict F1 on what the weights were not fitted on: the other half of the documents, and each domain (news, PUD,
// the bible, our own passages and samples, our stories) with weights fitted on the others.
//
//   npx tsx tools/fit/cross-validate.ts GOLD [halves|news|pud|bible|own|novels …]

import type { Weights } from "../../packages/align/src/lattice/weight-tables.ts";
import { unitPrior } from "../../packages/align/src/length-prior.ts";
import { readTexts } from "../../packages/align/src/read-texts.ts";
import { evaluateAlignment, type JudgedDocument } from "../../packages/align/src/score-alignment.ts";
import { searchStretches } from "../../packages/align/src/search-stretches.ts";
import { fitWeights } from "./climb.ts";
import { DOMAINS, type GoldDocument, type GoldSet, readSets } from "./gold-sets.ts";
import { shippedVectors } from "./thin-lattice.ts";

const [folder = ".", ...wanted] = process.argv.slice(2);
const vectors = shippedVectors();
const sets = readSets(folder);
const judged = new Map<string, JudgedDocument[]>();
for (const fold of wanted.length > 0 ? wanted : ["halves", ...DOMAINS]) {
  judged.clear();
  if (fold === "halves") {
    for (const half of [0, 1]) await judgeFold((_, index) => index % 2 === half);
  } else await judgeFold(({ domain }) => domain !== fold);
  for (const [name, documents] of judged) {
    process.stdout.write(`${fold.padEnd(8)} ${name.padEnd(28)} ${evaluateAlignment(documents).strict.f1.toFixed(4)}\n`);
  }
}

/** Fits on what is chosen and judges the rest. */
async function judgeFold(isChosen: (set: GoldSet, index: number) => boolean): Promise<void> {
  const weights = await fitWeights(sets, { vectors, isChosen });
  for (const set of sets) {
    for (const [index, document] of set.documents.entries()) {
      if (isChosen(set, index)) continue;
      const found = await align(document, set.languages, weights);
      judged.set(set.name, [...(judged.get(set.name) ?? []), { gold: document.gold, found }]);
    }
  }
}

async function align({ src, tgt }: GoldDocument, languages: GoldSet["languages"], weights: Weights) {
  const pace = { step: async () => {} };
  const texts = await readTexts({ source: src, target: tgt, languages }, vectors, pace);
  const whole = { source: [0, src.length], target: [0, tgt.length] } as const;
  const prior = unitPrior(languages.source, languages.target);
  const [beads = []] = await searchStretches(texts, [whole], { prior, weights, pace });
  return beads.map(({ source, target }) => [indexes(source), indexes(target)] as const);
}

function indexes([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
