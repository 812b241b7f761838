import { statSync } from "node:fs";
import type { LanguageTag, Polytext, TextPair } from "@stele/core";
import type { Library } from "@stele/core/node";
import { findListed } from "../find-text.ts";
import { inputPath, type ReadWishes, readInput } from "../input.ts";
import type { Session } from "../session.ts";

/** What the terms are looked for in. */
export interface TermsWish extends ReadWishes {
  /** A file, `-`, or a text of the library: its number or the beginning of its id. */
  readonly text: string;
  /** A file with the translation. */
  readonly translation?: string;
  readonly to?: LanguageTag;
}

/** The article with its translation, where there is one: files that are aligned here, or a text of the library. */
export async function readTermsInput(wish: TermsWish, session: Session): Promise<Polytext> {
  const source = isFile(wish.text, session) ? await readInput(wish.text, wish, session) : undefined;
  if (source === undefined && wish.translation === undefined) return libraryText(wish, session);
  const { parallel, sideOf } = await session.core();
  const article = source ?? (await libraryText(wish, session)).sides[0]?.article;
  if (article === undefined) return { sides: [], rows: [], pairs: [] };
  if (wish.translation === undefined) return { sides: [sideOf(article)], rows: [], pairs: [] };
  const target = await readInput(wish.translation, { from: wish.to ?? "auto" }, session);
  return parallel(article, { to: [], translations: [target] });
}

async function libraryText({ text, to, translation }: TermsWish, session: Session): Promise<Polytext> {
  const { readTextPolytext } = await session.core();
  const library = (await session.home()).library();
  const { id } = await findListed(text, library, session);
  return readTextPolytext(library, id, to === undefined || translation !== undefined ? {} : { to: [to] });
}

/** What is written like a file is one, also where it is missing. */
function isFile(wish: string, session: Session): boolean {
  if (wish === "-" || /[./\\]/.test(wish)) return true;
  return statSync(inputPath(wish, session), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The rows of a text and its first translation. */
export async function rowPairs(polytext: Polytext, session: Session): Promise<readonly TextPair[]> {
  const { rowTexts } = await session.core();
  return polytext.rows.map(({ runs }) => {
    const [source = "", target = ""] = rowTexts(polytext, runs);
    return { source, target };
  });
}

/** Every pair of the library in two languages, whichever was the source. */
export function* libraryPairs(library: Library, from: LanguageTag, to: LanguageTag): Iterable<TextPair> {
  for (const { source, target } of library.memory.units()) {
    if (source.language === from && target.language === to) yield { source: source.text, target: target.text };
    if (source.language === to && target.language === from) yield { source: target.text, target: source.text };
  }
}
