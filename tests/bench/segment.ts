/**
 * Boundary F1 of `@stele/segment`. `npm run bench:segment -- --gold DIR` scores every set found in DIR; without it the
 * project's own tables are scored. A set is a JSON file `{ name, lang, kind, documents: [{ text, sentences, optional?
 * }] }` or `{ …, kind: "cases", cases: [{ input, expected }] }`; docs/segmentation.md names the public corpora.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseLanguageTag } from "@stele/model";
import { type SegmentOptions, segment } from "@stele/segment";
import { evaluateSegmentation, type GoldText, hasSentences } from "@stele/segment/evaluate";
import { readTable, TABLES } from "../../packages/segment/test/tables.ts";

interface GoldSet {
  readonly name: string;
  readonly lang: string;
  readonly documents?: readonly GoldText[];
  readonly cases?: readonly { readonly input: string; readonly expected: readonly string[] }[];
}

/** Sets whose gold never divides a quotation are measured with the option that says so. */
const WHOLE_QUOTATIONS = new Set(["kss-nested"]);
const HEADINGS = ["set", "boundaries", "precision", "recall", "boundary F1", "sentence F1", "normalised F1"];

function isGoldSet(value: unknown): value is GoldSet {
  if (typeof value !== "object" || value === null || !("name" in value) || !("lang" in value)) return false;
  return ("documents" in value && Array.isArray(value.documents)) || ("cases" in value && Array.isArray(value.cases));
}

function readSets(folder: string): readonly GoldSet[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().flatMap((file) => {
    const value: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return isGoldSet(value) ? [value] : [];
  });
}

function ownSets(): readonly GoldSet[] {
  return TABLES.map(([name, lang]) => ({ name: `own-table-${name}`, lang, documents: readTable(name) }));
}

function row(set: GoldSet): readonly string[] {
  const options: SegmentOptions = {
    language: parseLanguageTag(set.lang),
    quotations: WHOLE_QUOTATIONS.has(set.name) ? "whole" : "split",
  };
  if (set.cases !== undefined) {
    const passed = set.cases.filter(({ input, expected }) =>
      hasSentences(input, segment(input, options).sentences, expected),
    );
    return [set.name, `${passed.length} of ${set.cases.length} cases`, "", "", "", "", ""];
  }
  const documents = set.documents ?? [];
  const score = evaluateSegmentation(
    documents,
    documents.map(({ text }) => segment(text, options).sentences),
  );
  const percent = (value: number): string => (100 * value).toFixed(2);
  const figures = [score.precision, score.recall, score.f1, score.sentenceF1, score.normalisedF1].map(percent);
  return [set.name, String(score.boundaries), ...figures];
}

const { values } = parseArgs({ options: { gold: { type: "string" } } });
const sets = values.gold === undefined ? ownSets() : readSets(values.gold);
const rows = [HEADINGS, HEADINGS.map(() => "---"), ...sets.map(row)];
console.log(rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
