import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LanguageTag, parseLanguageTag } from "../../packages/model/src/language-tag.ts";

/** Two texts and their beads, in the format of tests/gold/align. */
export interface GoldDocument {
  readonly id: string;
  readonly src: readonly string[];
  readonly tgt: readonly string[];
  readonly gold: readonly (readonly [readonly number[], readonly number[]])[];
}

/** What kind of text a set is: weights that hold must also hold for a kind that they were not fitted on. */
export const DOMAINS = ["news", "pud", "bible", "own", "novels"] as const;
/** One of them. */
export type Domain = (typeof DOMAINS)[number];

/** Documents of one pair of languages. */
export interface GoldSet {
  readonly name: string;
  readonly domain: Domain;
  readonly isClean: boolean;
  readonly languages: { readonly source: LanguageTag; readonly target: LanguageTag };
  readonly documents: readonly GoldDocument[];
}

const OWN = ["samples", "tests/gold/align", "tests/gold/novels"].map((path) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url)),
);

/** The sets below the folder, and the passages and samples of this repository. */
export function readSets(folder: string): GoldSet[] {
  return [
    ...filesIn(folder).map((path) => readSet(path, domainOf(path))),
    ...OWN.flatMap(filesIn).map((path) => readSet(path, path.includes("/novels/") ? "novels" : "own")),
  ];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]))
    .filter((path) => /(gold|passages|dev)[^/]*\.json$/u.test(path));
}

function domainOf(path: string): Domain {
  const name = path.slice(path.lastIndexOf("/"));
  if (name.includes("bible")) return "bible";
  return name.includes("pud") ? "pud" : "news";
}

function readSet(path: string, domain: Domain): GoldSet {
  const set = JSON.parse(readFileSync(path, "utf8")) as {
    name: string;
    src: string;
    tgt: string;
    documents: GoldDocument[];
  };
  return {
    name: set.name,
    domain,
    isClean: set.name.includes("clean"),
    languages: { source: parseLanguageTag(set.src), target: parseLanguageTag(set.tgt) },
    documents: set.documents,
  };
}
