import {
  type ArticleId,
  type Bead,
  type Bitext,
  type LongBitext,
  type LongReport,
  type LongSide,
  listOf,
  longReport,
  overridesOf,
  type Passage,
  type Polytext,
  type Range,
  type Side,
  textsOf,
} from "@stele/model";
import type { OutputFile } from "../format.ts";
import { type LongPolytext, translationsIn } from "../long-rows.ts";
import { rowTexts } from "../parallel-rows.ts";
import { type JsonPieces, listJson, objectJson, textJson, valueJson } from "./json-pieces.ts";

/** The `format` member by which a file of ours is known. */
export const JSON_FORMAT = "stele-polytext";
/** Raised when a member changes its meaning; members may be added without. */
export const JSON_VERSION = 1;

/** Everything of a polytext, with the text of each row besides; described in docs/formats.md. Read by `readJson`. */
export function writeJson(polytext: Polytext): readonly OutputFile[] {
  return [{ suffix: ".json", chunks: polytextJson(polytext) }];
}

function polytextJson(polytext: Polytext): JsonPieces {
  return fileJson({
    sides: polytext.sides.map(sideJson),
    rows: rowsOf(polytext),
    pairs: polytext.pairs.map((pair) => pairJson(pair, sidesOf(polytext, pair))),
  });
}

/** The same file of what is too long to be held. */
export function writeLongJson(polytext: LongPolytext): Iterable<string> {
  const translations = translationsIn(polytext);
  const sources = translations.slice(0, 1).map(({ source }) => source);
  const ids = [...sources.map(({ article }) => article.id), ...translations.map(({ target }) => target.id)];
  return fileJson({
    sides: [...sources.map(sideJson), ...translations.map(({ target, passages }) => longSideJson(target, passages))],
    rows: polytext.rows,
    pairs: polytext.bitexts.map((bitext) => longPairJson(bitext, ids)),
  });
}

function longPairJson(bitext: LongBitext, ids: readonly ArticleId[]): JsonPieces {
  const report = longReport(bitext);
  const pair = {
    id: bitext.id,
    revision: 1,
    author: "stele",
    beads: listOf(bitext.passages, "beads"),
    ...(report === undefined ? {} : { report }),
  };
  return pairJson(pair, [ids.indexOf(bitext.source.article.id), ids.indexOf(bitext.target.id)]);
}

interface FileParts {
  readonly sides: readonly JsonPieces[];
  readonly rows: Iterable<JsonRow>;
  readonly pairs: readonly JsonPieces[];
}

interface JsonRow {
  readonly runs: readonly Range[];
  readonly score: number | null;
  readonly text: readonly string[];
}

function* fileJson({ sides, rows, pairs }: FileParts): JsonPieces {
  yield `{\n  "format": "${JSON_FORMAT}",\n  "version": ${JSON_VERSION},\n`;
  yield* lines("sides", sides);
  yield ",\n";
  yield* lines("rows", rowLines(rows));
  yield ",\n";
  yield* lines("pairs", pairs);
  yield "\n}\n";
}

/** An item a line. */
function* lines(name: string, items: Iterable<JsonPieces>): JsonPieces {
  yield `  "${name}": [`;
  let separator = "\n    ";
  for (const item of items) {
    yield separator;
    yield* item;
    separator = ",\n    ";
  }
  yield "\n  ]";
}

function* rowLines(rows: Iterable<JsonRow>): Generator<JsonPieces, void, undefined> {
  for (const { runs, score, text } of rows) yield valueJson({ runs, score, text });
}

function* rowsOf(polytext: Polytext): Generator<JsonRow, void, undefined> {
  for (const { runs, score } of polytext.rows) yield { runs, score, text: rowTexts(polytext, runs) };
}

function sideJson({ article, sentences, provenance, overrides }: Side): JsonPieces {
  const { id, language, text, blocks, derivedFrom } = article;
  return objectJson({
    id: valueJson(id),
    language: valueJson(language),
    text: textJson([text]),
    blocks: listJson(blocks),
    derivedFrom: derivedFrom === undefined ? undefined : valueJson(derivedFrom),
    sentences: listJson(sentences),
    provenance: valueJson(provenance),
    overrides: overrides && valueJson(overrides),
  });
}

function longSideJson({ id, language, provenance }: LongSide, passages: Iterable<Passage>): JsonPieces {
  return objectJson({
    id: valueJson(id),
    language: valueJson(language),
    text: textJson(textsOf(passages)),
    blocks: listJson(listOf(passages, "blocks")),
    sentences: listJson(listOf(passages, "sentences")),
    provenance: valueJson(provenance),
    overrides: valueJson(overridesOf(passages)),
  });
}

interface JsonPair extends Pick<Bitext, "id" | "revision" | "author"> {
  readonly beads: Iterable<Bead>;
  readonly report?: LongReport;
}

function pairJson({ id, revision, author, beads, report }: JsonPair, sides: readonly number[]): JsonPieces {
  return objectJson({
    id: valueJson(id),
    sides: valueJson(sides),
    revision: valueJson(revision),
    author: valueJson(author),
    beads: listJson(beads),
    report: report && objectJson({ pieces: listJson(report.pieces), counts: valueJson(report.counts) }),
  });
}

function sidesOf({ sides }: Polytext, pair: Bitext): readonly number[] {
  return [pair.source, pair.target].map(({ article }) => sides.findIndex((side) => side.article.id === article.id));
}
