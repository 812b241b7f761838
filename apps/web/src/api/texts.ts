import { Failure, isRecord } from "./failure.ts";
import type { LanguageTag, Polytext } from "./nouns.ts";
import { request } from "./request.ts";

/** A text of the library, as the shelf lists it. */
export interface TextSummary {
  readonly id: string;
  readonly title: string;
  readonly languages: readonly LanguageTag[];
  /** ISO 8601; the last change. */
  readonly updated?: string;
  /** Sentences of the first side. */
  readonly sentences?: number;
  readonly bitexts: readonly string[];
}

/** Every text of the library, the newest first as the server gives them. */
export function listTexts(signal?: AbortSignal): Promise<readonly TextSummary[]> {
  return listAt("/texts", signal);
}

/** The texts that were removed and can be put back. */
export function listRemoved(signal?: AbortSignal): Promise<readonly TextSummary[]> {
  return listAt("/texts?removed=1", signal);
}

async function listAt(path: string, signal: AbortSignal | undefined): Promise<readonly TextSummary[]> {
  const body = await request(path, signal === undefined ? {} : { signal });
  const list = isRecord(body) ? body.texts : body;
  if (!Array.isArray(list)) throw malformed("/api/texts");
  return list.flatMap(parseSummary);
}

function parseSummary(value: unknown): readonly TextSummary[] {
  if (!isRecord(value) || typeof value.id !== "string") return [];
  const { title, languages, updated, sentences } = value;
  return [
    {
      id: value.id,
      title: typeof title === "string" ? title : "",
      languages: Array.isArray(languages) ? languages.filter(isTag) : [],
      bitexts: Array.isArray(value.bitexts) ? value.bitexts.map(String) : [],
      ...(typeof updated === "string" ? { updated } : {}),
      ...(typeof sentences === "number" ? { sentences } : {}),
    },
  ];
}

function isTag(value: unknown): value is LanguageTag {
  return value === "en" || value === "ko" || value === "zh-Hans" || value === "zh-Hant";
}

/** A text with all its sides. */
export interface OpenedText {
  readonly title: string;
  readonly polytext: Polytext;
}

/** Opens a text of the library; `bitexts` are the ids of those wanted, with a comma between them. */
export async function readText(
  id: string,
  options: { bitexts?: string; signal?: AbortSignal } = {},
): Promise<OpenedText> {
  const { bitexts, signal } = options;
  const search = new URLSearchParams({ compact: "1", ...(bitexts === undefined ? {} : { bitexts }) });
  const body = await request(`/texts/${encodeURIComponent(id)}?${search}`, signal === undefined ? {} : { signal });
  const { title, polytext } = isRecord(body) ? body : {};
  return { title: typeof title === "string" ? title : "", polytext: parsePolytext(polytext) };
}

/**
 * Checks the outer shape of a polytext from the server, which made it with the model's own checks.
 *
 * @throws Failure `service-malformed`
 */
export function parsePolytext(value: unknown): Polytext {
  if (!isRecord(value)) throw malformed("polytext");
  const { sides, rows, pairs } = value;
  if (!(Array.isArray(sides) && Array.isArray(rows) && Array.isArray(pairs))) throw malformed("polytext");
  return { sides, rows, pairs: pairs.map((pair) => withSides(pair, sides)) };
}

/** The server sends each side once, and pairs that name their sides by index. */
function withSides(pair: Polytext["pairs"][number] & { source: unknown; target: unknown }, sides: Polytext["sides"]) {
  const sideAt = (side: unknown) => (typeof side === "number" ? sides[side] : side);
  return { ...pair, source: sideAt(pair.source), target: sideAt(pair.target) } as Polytext["pairs"][number];
}

function malformed(what: string): Failure {
  return new Failure({
    code: "service-malformed",
    message: `The server's answer for ${what} has not the expected shape.`,
  });
}

/** Takes a text off the shelf; it can be put back with `restoreText`. */
export async function removeText(id: string): Promise<void> {
  await request(`/texts/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** Puts a removed text back. */
export async function restoreText(id: string): Promise<void> {
  await request(`/texts/${encodeURIComponent(id)}/restore`, { method: "POST" });
}
