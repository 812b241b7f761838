import type { GoldText, LanguageTag } from "@stele/core/node";
import type { Session } from "../session.ts";
import { listIn, malformed, readJson, textIn } from "./gold-json.ts";

/** A segmentation gold. */
export interface SegmentationGold {
  readonly language: LanguageTag;
  readonly documents: readonly (GoldText & { readonly id: string })[];
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

/** What a segmenter found, by document: `{ id: [sentence, …] }`. */
export async function readSentences(file: string, session: Session): Promise<(id: string) => readonly string[]> {
  const data = await readJson(file, session);
  return (id) => listIn(data, id).map(String);
}
