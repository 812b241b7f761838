// Fits the weights of packages/align/src/lattice/weights.ts on gold alignments and prints those that are fitted.
//
//   npx tsx tools/fit/fit-weights.ts [--without-vectors] GOLD
//
// GOLD: a folder with sets in the format of tests/gold/align; our own passages and samples are read besides.
import { parseArgs } from "node:util";
import { BLOCK_WEIGHTS } from "../../packages/align/src/lattice/weights.ts";
import { fitTable } from "./climb.ts";
import { readSets } from "./gold-sets.ts";
import { shippedVectors } from "./thin-lattice.ts";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { "without-vectors": { type: "boolean" } },
});
const vectors = flags["without-vectors"] === true ? undefined : shippedVectors();
const table = await fitTable(readSets(positionals[0] ?? "."), { vectors, isChosen: () => true, turns: 3 });
for (const [name, value] of Object.entries(table)) {
  const rounded = Number(value.toFixed(2));
  if (rounded !== 0 && !(name in BLOCK_WEIGHTS)) process.stdout.write(`  ${name}: ${rounded},\n`);
}
