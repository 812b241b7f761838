import { isRecord } from "./failure.ts";
import type { ConcordanceHit, ConcordanceQuery } from "./nouns.ts";
import { request } from "./request.ts";

/** What the page asks for: it looks through all memories and shows one page of hits. */
export interface SearchQuery extends Omit<ConcordanceQuery, "memories" | "offset" | "textId"> {
  readonly textId?: string;
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
export async function searchLibrary(query: SearchQuery, signal?: AbortSignal): Promise<readonly ConcordanceHit[]> {
  const body = await request(searchAddress(query), signal === undefined ? {} : { signal });
  const hits = isRecord(body) && Array.isArray(body.hits) ? body.hits : [];
  return hits.filter(isHit);
}

function isHit(value: unknown): value is ConcordanceHit {
  if (!isRecord(value)) return false;
  return typeof value.text === "string" && [value.spans, value.counterparts, value.places].every(Array.isArray);
}
