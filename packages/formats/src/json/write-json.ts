import type { Bitext, Polytext, Side } from "@stele/model";
import type { OutputFile } from "../format.ts";
import { rowTexts } from "../parallel-rows.ts";

/** The `format` member by which a file of ours is known. */
export const JSON_FORMAT = "stele-polytext";
/** Raised when a member changes its meaning; members may be added without. */
export const JSON_VERSION = 1;

/** Everything of a polytext, with the text of each row besides; described in docs/formats.md. Read by `readJson`. */
export function writeJson(polytext: Polytext): readonly OutputFile[] {
  return [{ suffix: ".json", chunks: members(polytext) }];
}

function* members(polytext: Polytext): Iterable<string> {
  yield `{\n  "format": "${JSON_FORMAT}",\n  "version": ${JSON_VERSION},\n`;
  yield* list("sides", polytext.sides.map(sideData));
  yield ",\n";
  yield* list(
    "rows",
    polytext.rows.map(({ runs, score }) => ({ runs, score, text: rowTexts(polytext, runs) })),
  );
  yield ",\n";
  yield* list(
    "pairs",
    polytext.pairs.map((pair) => pairData(polytext, pair)),
  );
  yield "\n}\n";
}

function* list(name: string, items: readonly unknown[]): Iterable<string> {
  yield `  "${name}": [`;
  for (const [index, item] of items.entries()) yield `${index === 0 ? "" : ","}\n    ${JSON.stringify(item)}`;
  yield "\n  ]";
}

function sideData({ article, sentences, provenance, overrides }: Side): unknown {
  const { id, language, text, blocks, derivedFrom } = article;
  return { id, language, text, blocks, derivedFrom, sentences, provenance, overrides };
}

function pairData(polytext: Polytext, pair: Bitext): unknown {
  const { id, beads, revision, author, report } = pair;
  const sides = [sideIndex(polytext, pair.source), sideIndex(polytext, pair.target)];
  return { id, sides, revision, author, beads, report };
}

function sideIndex(polytext: Polytext, side: Side): number {
  return polytext.sides.findIndex(({ article }) => article.id === side.article.id);
}
