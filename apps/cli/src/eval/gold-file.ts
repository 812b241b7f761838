import type { GoldText, GoldWords, IndexBead, LanguageTag, WordLinker } from "@stele/core/node";
import { inputBytes } from "../input.ts";
import type { Session } from "../session.ts";

/** One document of an alignment gold: how many sentences it has, and the beads set by people. */
export interface GoldBeads {
  readonly id: string;
  readonly lengths: { readonly source: number; readonly target: number };
  readonly gold: readonly IndexBead[];
}

/** The same with its sentences. */
export interface GoldDocument extends GoldBeads {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** An alignment gold in the format of docs/accuracy.md. */
export interface AlignmentGold {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly documents: readonly GoldDocument[];
}

/** A segmentation gold. */
export interface SegmentationGold {
  readonly language: LanguageTag;
  readonly documents: readonly (GoldText & { readonly id: string })[];
}

/**
 * Reads `{ src, tgt, documents: [{ id, src, tgt, gold: [[[0], [0, 1]], …] }] }`.
 *
 * @throws SteleError `input-malformed`, naming the document.
 */
export async function readAlignmentGold(file: string, session: Session): Promise<AlignmentGold> {
  const data = await readJson(file, session);
  const { parseLanguageTag } = await session.core();
  const documents = await Promise.all(
    listIn(data, "documents").map(async (one): Promise<GoldDocument> => {
      const { id, source, target } = { id: textIn(one, "id"), source: listIn(one, "src"), target: listIn(one, "tgt") };
      const gold = listIn(one, "gold");
      if (id === "" || !isTexts(source) || !isTexts(target) || !gold.every(isBead)) {
        throw await malformed(file, `in document ${id}`, session);
      }
      const lengths = { source: source.length, target: target.length };
      return { id, lengths, source, target, gold: gold as readonly IndexBead[] };
    }),
  );
  if (documents.length === 0) throw await malformed(file, "it has no documents with what belongs to them", session);
  return { source: parseLanguageTag(textIn(data, "src")), target: parseLanguageTag(textIn(data, "tgt")), documents };
}

/**
 * Reads what an aligner found: `{ id: [[[0], [0, 1]], …] }`.
 *
 * @throws SteleError `input-malformed`; `beads-invalid` where a document is not covered exactly once, since leaving
 * beads out would raise the score.
 */
export async function readPrediction(
  file: string,
  gold: readonly GoldBeads[],
  session: Session,
): Promise<readonly (readonly IndexBead[])[]> {
  const { coverageFaults, SteleError } = await session.core();
  const data = await readJson(file, session);
  const found: (readonly IndexBead[])[] = [];
  for (const { id, lengths } of gold) {
    const beads = listIn(data, id);
    if (!beads.every(isBead)) throw await malformed(file, `in document ${id}`, session);
    const faults = coverageFaults(beads as readonly IndexBead[], lengths);
    if (faults.source.length + faults.target.length > 0) {
      throw new SteleError({
        code: "beads-invalid",
        message: `In document ${id} of ${file} some sentences do not stand in exactly one bead.`,
        hint: "Give every sentence; one without a partner is a bead of its own.",
        details: {
          file,
          id,
          source: faults.source.slice(0, 5).map(String),
          target: faults.target.slice(0, 5).map(String),
        },
      });
    }
    found.push(beads as readonly IndexBead[]);
  }
  return found;
}

/**
 * Reads `{ lang, documents: [{ id, text, sentences, optional? }] }` or `{ lang, cases: [{ id, input, expected }] }`.
 *
 * @throws SteleError `input-malformed`.
 */
export async function readSegmentationGold(file: string, session: Session): Promise<SegmentationGold> {
  const data = await readJson(file, session);
  const { parseLanguageTag } = await session.core();
  const isCases = listIn(data, "cases").length > 0;
  const documents = listIn(data, isCases ? "cases" : "documents").map((one) => ({
    id: textIn(one, "id"),
    text: textIn(one, isCases ? "input" : "text"),
    sentences: listIn(one, isCases ? "expected" : "sentences").map(String),
    optional: listIn(one, "optional").map(Number),
  }));
  if (documents.length === 0 || documents.some(({ sentences }) => sentences.length === 0)) {
    throw await malformed(file, "it has no documents with what belongs to them", session);
  }
  return { language: parseLanguageTag(textIn(data, "lang")), documents };
}

/** Word links set by people. */
export interface WordGold {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly pairs: readonly (GoldWords & { readonly id: string })[];
}

/**
 * Reads `{ source, target, pairs: [{ source, target, sourceWords, targetWords, links: [[[0], [1]], …] }] }`.
 *
 * @throws SteleError `input-malformed`.
 */
export async function readWordGold(file: string, session: Session): Promise<WordGold> {
  const data = await readJson(file, session);
  const { parseLanguageTag } = await session.core();
  const pairs = listIn(data, "pairs").map((one) => ({
    id: textIn(one, "id"),
    source: textIn(one, "source"),
    target: textIn(one, "target"),
    sourceWords: listIn(one, "sourceWords").map(String),
    targetWords: listIn(one, "targetWords").map(String),
    links: listIn(one, "links"),
  }));
  if (pairs.length === 0 || !pairs.every(({ links }) => links.every(isBead)))
    throw await malformed(file, "it has no pairs with what belongs to them", session);
  return {
    source: parseLanguageTag(textIn(data, "source")),
    target: parseLanguageTag(textIn(data, "target")),
    pairs: pairs as WordGold["pairs"],
  };
}

/**
 * Reads what a linker found, by the id of the pair and the indexes of the gold's words: `{ id: [[[0], [1]], …] }`. A
 * pair that is not in the file has no links.
 *
 * @throws SteleError `input-malformed`, naming the pair.
 */
export async function readLinks(
  file: string,
  session: Session,
): Promise<(pair: GoldWords & { readonly id: string }) => ReturnType<WordLinker>> {
  const data = await readJson(file, session);
  const { linksOfWords } = await session.core();
  for (const [id, links] of Object.entries(data ?? {})) {
    if (!Array.isArray(links) || !links.every(isBead)) throw await malformed(file, `in pair ${id}`, session);
  }
  return (pair) => linksOfWords(pair, listIn(data, pair.id) as GoldWords["links"]);
}

/** What a segmenter found, by document: `{ id: [sentence, …] }`. */
export async function readSentences(file: string, session: Session): Promise<(id: string) => readonly string[]> {
  const data = await readJson(file, session);
  return (id) => listIn(data, id).map(String);
}

async function readJson(file: string, session: Session): Promise<unknown> {
  const bytes = await inputBytes(file, session);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw await malformed(file, "it is no JSON", session);
  }
}

async function malformed(file: string, what: string, session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "input-malformed",
    message: `${file} is not as it should be: ${what}.`,
    hint: "The formats are described in docs/accuracy.md.",
    details: { file },
  });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const member = memberOf(value, name);
  return Array.isArray(member) ? member : [];
}

function textIn(value: unknown, name: string): string {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : "";
}

function isTexts(values: readonly unknown[]): values is readonly string[] {
  return values.every((value) => typeof value === "string");
}

function isBead(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((side) => Array.isArray(side) && side.every(Number.isInteger))
  );
}
