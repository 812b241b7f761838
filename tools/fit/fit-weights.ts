// Fits the weights of packages/align/src/lattice/fitted on gold alignments and prints the file that holds them.
//
//   npx tsx tools/fit/fit-weights.ts [--without-vectors] GOLD
//
// GOLD: a folder with sets in the format of tests/gold/align; our own passages and samples are read besides.
import { parseArgs } from "node:util";
import { BLOCK_WEIGHTS, type PassWeights } from "../../packages/align/src/lattice/weight-tables.ts";
import { fitWeights } from "./climb.ts";
import { readSets } from "./gold-sets.ts";
import { shippedVectors } from "./thin-lattice.ts";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { "without-vectors": { type: "boolean" } },
});
const vectors = flags["without-vectors"] === true ? undefined : shippedVectors();
const name = flags["without-vectors"] === true ? "WITHOUT_VECTORS" : "WITH_VECTORS";
const weights = await fitWeights(readSets(positionals[0] ?? "."), { vectors, isChosen: () => true });
process.stdout.write(`import { BLOCK_WEIGHTS, type Weights } from "../weight-tables.ts";

/** Fitted by tools/fit/fit-weights.ts (docs/alignment.md). */
export const ${name}: Weights = {
  first: ${written(weights.first)},
  second: ${written(weights.second)},
};
`);

function written({ prose, lines }: PassWeights): string {
  return `{\n    prose: {${rowsOf(prose)}      ...BLOCK_WEIGHTS,\n    },\n    lines: {${rowsOf(lines)}    },\n  }`;
}

function rowsOf(table: PassWeights["prose"]): string {
  const rows = Object.entries(table).map(([feature, value]) => [feature, Number(value.toFixed(2))] as const);
  const told = rows.filter(([feature, value]) => value !== 0 && !(feature in BLOCK_WEIGHTS));
  return `\n${told.map(([feature, value]) => `      ${feature}: ${value},\n`).join("")}`;
}
