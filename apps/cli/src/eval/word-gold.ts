import type { GoldWords, LanguageTag, WordLinker } from "@stele/core/node";
import type { Session } from "../session.ts";
import { isBead, listIn, malformed, readJson, textIn } from "./gold-json.ts";

/** A pair of sentences and, where it stands in a text with others, the text's name. */
type GoldPair = GoldWords & { readonly id: string; readonly text?: string };

/** Word links set by people. */
export interface WordGold {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly pairs: readonly GoldPair[];
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
    ...(textIn(one, "text") !== "" && { text: textIn(one, "text") }),
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
