/** The project's own texts with their lists of names and terms: tests/gold/terms. */
import { readFileSync } from "node:fs";
import type { TextPair } from "@stele/core";

/** The languages of the gold. */
export type Language = "en" | "ko" | "zh";

/** They, in the order in which pairs are named. */
export const LANGUAGES: readonly Language[] = ["en", "ko", "zh"];

/** What a term is called, in any of these ways. */
export type TermForms = Readonly<Record<Language, readonly string[]>>;

/** A text in three languages, sentence by sentence, and its terms. */
export interface GoldText extends Readonly<Record<Language, readonly string[]>> {
  readonly id: string;
  readonly terms: readonly TermForms[];
}

interface TermGold {
  /** Samples and passages that the aligner has gold for. */
  readonly texts: readonly GoldText[];
  /** Texts that were written for terms alone, a row a pair. */
  readonly later: readonly GoldText[];
  /** Everything there is in two languages. */
  pairs(source: Language, target: Language): readonly TextPair[];
}

interface Document {
  readonly id: string;
  readonly src: readonly string[];
  readonly tgt: readonly string[];
  readonly gold: readonly (readonly [readonly number[], readonly number[]])[];
}

interface RowText {
  readonly id: string;
  readonly rows: readonly Readonly<Record<Language, string>>[];
  readonly terms: readonly TermForms[];
}

const SAMPLES = ["harbour-bridge", "night-train", "seed-bank"];

/** Reads all of it. */
export function readTermGold(): TermGold {
  const { texts } = readJson<{ texts: { id: string; terms: TermForms[] }[] }>("tests/gold/terms/terms.json");
  const { texts: rowTexts } = readJson<{ texts: RowText[] }>("tests/gold/terms/texts.json");
  const [english, chinese] = [documentsOf("en-ko"), documentsOf("en-zh")];
  return {
    texts: texts.map(({ id, terms }) => {
      const [korean, other] = [english, chinese].map((list) => list.find((document) => document.id === id));
      return { id, terms, en: korean?.src ?? [], ko: korean?.tgt ?? [], zh: other?.tgt ?? [] };
    }),
    later: rowTexts.map(({ id, rows, terms }) => {
      const side = (language: Language): readonly string[] => rows.map((row) => row[language]);
      return { id, terms, en: side("en"), ko: side("ko"), zh: side("zh") };
    }),
    pairs: (source, target) => {
      const isTurned = LANGUAGES.indexOf(source) > LANGUAGES.indexOf(target);
      const rows = rowTexts.flatMap((text) => text.rows.map((row) => ({ source: row[source], target: row[target] })));
      const documents = documentsOf(isTurned ? `${target}-${source}` : `${source}-${target}`);
      return [...documents.flatMap((document) => beadPairs(document, isTurned)), ...rows];
    },
  };
}

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

function beadPairs({ src, tgt, gold }: Document, isTurned: boolean): readonly TextPair[] {
  return gold.flatMap(([from, to]) => {
    const [one, other] = [from.map((index) => src[index]).join(" "), to.map((index) => tgt[index]).join(" ")];
    if (one === "" || other === "") return [];
    return [isTurned ? { source: other, target: one } : { source: one, target: other }];
  });
}
