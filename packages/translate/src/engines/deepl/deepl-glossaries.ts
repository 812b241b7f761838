import { baseLanguage, type LanguageTag } from "@stele/model";
import type { MultilingualGlossaryInfo } from "deepl-node";
import type { Glossary } from "../../contract.ts";
import { checkGlossary, glossaryHash, sortedTerms } from "../../glossary.ts";
import { connectDeepl, type DeeplConnection } from "./deepl-client.ts";
import type { DeeplSettings } from "./deepl-settings.ts";

/** A glossary that the DeepL account holds. */
export interface DeeplGlossary {
  readonly id: string;
  readonly name: string;
  /** True where Stele made it. */
  readonly isOurs: boolean;
  /** DeepL's own language codes and the number of terms, one entry a direction. */
  readonly dictionaries: readonly { readonly source: string; readonly target: string; readonly terms: number }[];
}

/** The glossaries of a DeepL account. */
export interface DeeplGlossaries {
  list(): Promise<readonly DeeplGlossary[]>;
  remove(id: string): Promise<void>;
}

const PREFIX = "stele:";

/** Opens the glossaries of an account, to list and delete them. @throws SteleError as the engine does. */
export function openDeeplGlossaries(settings: DeeplSettings): DeeplGlossaries {
  const connection = connectDeepl(settings);
  return {
    list: async () => (await connection.ask((client) => client.listMultilingualGlossaries())).map(describe),
    remove: (id) => connection.ask((client) => client.deleteMultilingualGlossary(id)),
  };
}

function describe(info: MultilingualGlossaryInfo): DeeplGlossary {
  return {
    id: info.glossaryId,
    name: info.name,
    isOurs: info.name.startsWith(PREFIX),
    dictionaries: info.dictionaries.map(({ sourceLangCode, targetLangCode, entryCount }) => ({
      source: sourceLangCode,
      target: targetLangCode,
      terms: entryCount,
    })),
  };
}

/** Two languages and the terms between them. */
export interface GlossaryRequest {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly glossary: Glossary;
}

/**
 * Finds the glossary's id by its content, or creates it: its name is `stele:` and the hash of language pair and terms,
 * so the same terms are stored once, and the two Chinese scripts stay apart although DeepL has one code for both.
 */
export function createGlossaryFinder(connection: DeeplConnection): (request: GlossaryRequest) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (request) => {
    checkGlossary(request.glossary);
    const name = `${PREFIX}${request.source}-${request.target}:${glossaryHash(request.glossary).slice(0, 32)}`;
    const found = known.get(name) ?? findOrCreate(connection, name, request);
    known.set(name, found);
    // A failed attempt must not stay known.
    found.catch(() => known.delete(name));
    return found;
  };
}

async function findOrCreate(connection: DeeplConnection, name: string, request: GlossaryRequest): Promise<string> {
  const sourceLangCode = baseLanguage(request.source);
  const targetLangCode = baseLanguage(request.target);
  const all = await connection.ask((client) => client.listMultilingualGlossaries());
  const same = all.find((info) => info.name === name && info.dictionaries.length > 0);
  if (same !== undefined) return same.glossaryId;
  const { GlossaryEntries } = await connection.library();
  const terms = sortedTerms(request.glossary).map(({ source, target }): [string, string] => [source, target]);
  const entries = new GlossaryEntries({ entries: Object.fromEntries(terms) });
  const made = await connection.ask((client) =>
    client.createMultilingualGlossary(name, [{ sourceLangCode, targetLangCode, entries }]),
  );
  return made.glossaryId;
}
