import { isRecord } from "./failure.ts";
import type { LanguageTag, Span } from "./nouns.ts";
import { request } from "./request.ts";

/** Whether other forms of a word count, only the word itself, or any piece of a word. */
export type SearchMode = "forms" | "word" | "anywhere";

/** What is looked for, and where. */
export interface SearchQuery {
  readonly query: string;
  /** Default `forms`. */
  readonly mode?: SearchMode;
  readonly language?: LanguageTag;
  /** The language of the counterpart. */
  readonly other?: LanguageTag;
  readonly textId?: string;
  /** From 0 to 1. */
  readonly minScore?: number;
  readonly limit?: number;
}

/** A text in which it was found. */
export interface Hit {
  readonly language: LanguageTag;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly counterparts: readonly Counterpart[];
  readonly places: readonly FoundAt[];
  readonly memories: readonly string[];
}

/** What stands beside it in a language. */
export interface Counterpart {
  readonly language: LanguageTag;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly lowScore: boolean;
}

/** Where it stands in a text of the library. */
export interface FoundAt {
  readonly textId: string;
  readonly title: string;
  readonly bitextId: string;
  readonly bead: number;
}

/** The query as the server takes it; `format` asks for a file. */
export function searchAddress(query: SearchQuery, format?: "tsv" | "anki"): string {
  const search = new URLSearchParams({ q: query.query });
  if (query.mode !== undefined) search.set("mode", query.mode);
  if (query.language !== undefined) search.set("language", query.language);
  if (query.other !== undefined) search.set("other", query.other);
  if (query.textId !== undefined) search.set("text", query.textId);
  if (query.minScore !== undefined && query.minScore > 0) search.set("minScore", String(query.minScore));
  if (query.limit !== undefined) search.set("limit", String(query.limit));
  if (format !== undefined) search.set("format", format);
  return `/concordance?${search}`;
}

/** Looks through the whole library. */
export async function searchLibrary(query: SearchQuery, signal?: AbortSignal): Promise<readonly Hit[]> {
  const body = await request(searchAddress(query), signal === undefined ? {} : { signal });
  const hits = isRecord(body) && Array.isArray(body.hits) ? body.hits : [];
  return hits.filter(isHit);
}

function isHit(value: unknown): value is Hit {
  if (!isRecord(value)) return false;
  return typeof value.text === "string" && [value.spans, value.counterparts, value.places].every(Array.isArray);
}
