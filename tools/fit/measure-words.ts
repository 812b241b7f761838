// Prints precision and recall of word links on tests/gold/words, beside exact match and mutual nearest neighbours, for
// all sentences, for those that the weights were fitted on and for those that they were not.
//
//   npx tsx tools/fit/measure-words.ts
import { readFileSync } from "node:fs";
import { evaluateWordLinks } from "../../packages/align/src/evaluate-words.ts";
import { readVectors } from "../../packages/align/src/vectors/read-vectors.ts";
import { judgeLinker, LINKERS, readWordGold } from "../../packages/align/test/word-baselines.ts";

const file = new URL("../../packages/align/data/stele-vectors.bin", import.meta.url);
const vectors = readVectors(readFileSync(file));

for (const pair of ["en-ko", "en-zh", "ko-zh"]) {
  const gold = readWordGold(pair);
  for (const [name, linker] of Object.entries(LINKERS)) {
    const judged = judgeLinker(linker, vectors, gold);
    const [all, fitted, other] = [judged, ...[0, 1].map((half) => judged.filter((_, k) => k % 2 === half))].map(
      (some) => {
        const { precision, recall, f1 } = evaluateWordLinks(some);
        return [precision, recall, f1].map((figure) => figure.toFixed(3)).join(" ");
      },
    );
    process.stdout.write(`${pair} ${name.padEnd(6)}  all ${all}  fitted on ${fitted}  not fitted on ${other}\n`);
  }
}
