import {
  type Bead,
  type Bitext,
  type BitextId,
  createBitext,
  type GuardReport,
  type Polytext,
  type Row,
  type Side,
} from "@stele/model";
import { decodeText } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";
import { countOf, listOf, malformedJson, membersOf, optional, stringOf } from "./json-values.ts";
import { readRange, readReport } from "./read-report.ts";
import { readSide } from "./read-side.ts";
import { JSON_FORMAT, JSON_VERSION } from "./write-json.ts";

/**
 * What `writeJson` wrote, every invariant checked again; the row texts are not read.
 *
 * @throws SteleError `input-malformed`, naming the member; `offsets-invalid`, `beads-invalid`.
 */
export function readJson(bytes: Uint8Array, { name }: ReadOptions): Polytext {
  const file = membersOf(parse(decodeText(bytes, name)), "the file");
  if (file.format !== JSON_FORMAT) throw malformedJson("format", `"${JSON_FORMAT}"`);
  const version = countOf(file.version, "version");
  if (version !== JSON_VERSION) throw malformedJson("version", `${JSON_VERSION}, the one this Stele knows`);
  const sides = listOf(file.sides, "sides", readSide);
  const pairs = listOf(file.pairs, "pairs", (item, path) => readPair(item, path, sides));
  const rows = listOf(file.rows, "rows", (item, path) => readRow(item, path, sides.length));
  checkRows(rows, sides);
  return { sides, rows, pairs };
}

/** The first side of such a file, as an article to be worked on. */
export function readJsonArticle(bytes: Uint8Array, options: ReadOptions): ReadText {
  const [first] = readJson(bytes, options).sides;
  if (first === undefined) throw malformedJson("sides", "a list with at least one side");
  const { text, blocks, language } = first.article;
  return { text, blocks, format: "json", language };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedJson("the file", "JSON");
  }
}

function readPair(value: unknown, path: string, sides: readonly Side[]): Bitext {
  const members = membersOf(value, path);
  const [source, target] = listOf(members.sides, `${path}.sides`, countOf).map((index) => sides[index]);
  if (source === undefined || target === undefined) throw malformedJson(`${path}.sides`, "two numbers of sides");
  const report = optional(members, "report", (item): GuardReport => readReport(item, `${path}.report`));
  return createBitext({
    id: stringOf(members.id, `${path}.id`) as BitextId,
    source,
    target,
    beads: listOf(members.beads, `${path}.beads`, readBead),
    revision: countOf(members.revision, `${path}.revision`),
    author: stringOf(members.author, `${path}.author`),
    ...report,
  });
}

function readBead(value: unknown, path: string): Bead {
  const members = membersOf(value, path);
  const fixed = members.fixed === true ? { fixed: true } : {};
  return {
    source: readRange(members.source, `${path}.source`),
    target: readRange(members.target, `${path}.target`),
    score: readScore(members.score, `${path}.score`),
    lowScore: members.lowScore === true,
    ...fixed,
  };
}

function readScore(value: unknown, path: string): number | null {
  if (value === null) return null;
  if (typeof value !== "number" || !(value >= 0 && value <= 1)) throw malformedJson(path, "null or from 0 to 1");
  return value;
}

function readRow(value: unknown, path: string, sides: number): Row {
  const members = membersOf(value, path);
  const runs = listOf(members.runs, `${path}.runs`, readRange);
  if (runs.length !== sides) throw malformedJson(`${path}.runs`, `${sides} runs`);
  return { runs, score: readScore(members.score, `${path}.score`) };
}

/** Every sentence of every side stands in exactly one row, in order. */
function checkRows(rows: readonly Row[], sides: readonly Side[]): void {
  for (const [side, { sentences }] of sides.entries()) {
    let at = 0;
    for (const [index, row] of rows.entries()) {
      const [from, to] = row.runs[side] ?? [0, 0];
      if (from !== at || to < from) throw malformedJson(`rows[${index}].runs[${side}]`, `a run from ${at}`);
      at = to;
    }
    if (at !== sentences.length) throw malformedJson("rows", `complete: side ${side} ends at ${at}`);
  }
}
