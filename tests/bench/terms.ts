/**
 * Prints how good found terms and proposed equivalents are on the project's own texts, each against tests/gold/terms.
 *
 *   npm run bench:terms -- [--errors]
 *
 * Equivalents are proposed from all samples and passages aligned by hand, the text's own translation among them.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Equivalent, findTerms, type ProposedTerm, proposeTerms, type TextPair } from "@stele/core";
import { bundledAligner } from "@stele/core/node";
import { parseLanguageTag } from "@stele/model";
import { placesOfTerm } from "@stele/translate";

type Language = "en" | "ko" | "zh";
type Forms = Readonly<Record<Language, readonly string[]>>;

interface GoldText {
  readonly id: string;
  readonly terms: readonly Forms[];
}

interface Document {
  readonly id: string;
  readonly src: readonly string[];
  readonly tgt: readonly string[];
  readonly gold: readonly (readonly [readonly number[], readonly number[]])[];
}

const { values: flags } = parseArgs({ options: { errors: { type: "boolean", default: false } } });
const LANGUAGES: readonly Language[] = ["en", "ko", "zh"];
const SAMPLES = ["harbour-bridge", "night-train", "seed-bank"];

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")) as T;
}

/** The documents of a pair of languages, the way round in which they are stored. */
function documentsOf(pair: string): readonly Document[] {
  const samples = SAMPLES.flatMap((name) => {
    const { documents } = readJson<{ documents: Document[] }>(`samples/${name}/gold-${pair}.json`);
    return documents.map((document) => ({ ...document, id: name }));
  });
  return [...samples, ...readJson<{ documents: Document[] }>(`tests/gold/align/passages-${pair}.json`).documents];
}

function pairsOf({ src, tgt, gold }: Document, isTurned: boolean): readonly TextPair[] {
  return gold.flatMap(([from, to]) => {
    const [one, other] = [from.map((index) => src[index]).join(" "), to.map((index) => tgt[index]).join(" ")];
    if (one === "" || other === "") return [];
    return [isTurned ? { source: other, target: one } : { source: one, target: other }];
  });
}

/** Whether two writings are one term: each found in the other. */
function isSame(one: string, other: string): boolean {
  const covers = (text: string, term: string): boolean =>
    placesOfTerm(text, term).some(({ start, end }) => start === 0 && end === text.length);
  return covers(one, other) || covers(other, one);
}

interface Tally {
  found: number;
  terms: number;
  proposed: number;
  right: number;
  later: number;
}

/** Adds one found term with its proposals to the tally; tells with --errors where the first is wrong. */
function judge({ term, equivalents }: ProposedTerm, { terms }: GoldText, { pair, tally }: Judging): void {
  const [source = "en", target = "ko"] = pair;
  const entries = terms.filter((entry) => entry[source].some((form) => isSame(form, term)));
  const isRight = (one: Equivalent): boolean =>
    entries.some((entry) => entry[target].some((form) => isSame(form, one.target)));
  const place = equivalents.findIndex(isRight);
  tally.found += 1;
  tally.terms += entries.length > 0 ? 1 : 0;
  tally.proposed += equivalents.length > 0 ? 1 : 0;
  tally.right += place === 0 ? 1 : 0;
  tally.later += place > 0 ? 1 : 0;
  if (!flags.errors || place === 0) return;
  const list = equivalents.map((one) => `${one.target} ${one.likeness.toFixed(2)}`).join(", ");
  console.log(`${pair.join("-")}: ${term}${entries.length === 0 ? " (no term)" : ""} → ${list}`);
}

interface Judging {
  readonly pair: readonly [Language, Language];
  readonly tally: Tally;
}

function measure(source: Language, target: Language, gold: readonly GoldText[]): void {
  const isTurned = LANGUAGES.indexOf(source) > LANGUAGES.indexOf(target);
  const documents = documentsOf(isTurned ? `${target}-${source}` : `${source}-${target}`);
  const pairs = documents.flatMap((document) => pairsOf(document, isTurned));
  const tags = { source: parseLanguageTag(source), target: parseLanguageTag(target) };
  const tally: Tally = { found: 0, terms: 0, proposed: 0, right: 0, later: 0 };
  for (const text of gold) {
    const document = documents.find(({ id }) => id === text.id);
    const lines = (isTurned ? document?.tgt : document?.src) ?? [];
    const found = findTerms(lines, { language: tags.source });
    for (const one of proposeTerms(found, pairs, { ...tags, aligner: bundledAligner() })) {
      judge(one, text, { pair: [source, target], tally });
    }
  }
  const share = (part: number, of: number): string => (of === 0 ? "–" : (part / of).toFixed(3));
  const { found, terms, proposed, right, later } = tally;
  const cells = [found, share(terms, found), proposed, share(right, proposed), share(right, found), later];
  console.log([`${source}-${target}`, ...cells].join("\t"));
}

const { texts } = readJson<{ texts: GoldText[] }>("tests/gold/terms/terms.json");
console.log("pair\tfound\tterms among them\tproposed\tright of proposed\tright of found\tright one second or third");
for (const source of LANGUAGES) {
  for (const target of LANGUAGES) if (source !== target) measure(source, target, texts);
}
