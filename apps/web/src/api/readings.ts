import type { Reading } from "../aids/annotations.ts";
import { isRecord } from "./failure.ts";
import type { LanguageTag } from "./nouns.ts";
import { request } from "./request.ts";

/** What can be read of a text. */
export type ReadingKind = "pinyin" | "romanisation" | "simplified" | "traditional";

interface Wanted {
  readonly text: string;
  readonly resolve: (readings: readonly Reading[]) => void;
}

/** Texts that are asked for in one request. */
const BATCH = 100;
/** Rows that come into the window together ask together. */
const GATHER_MS = 15;

const known = new Map<string, Promise<readonly Reading[]>>();
const waiting = new Map<string, Wanted[]>();

/** The readings of one text, asked for once; empty where the server does not answer. */
export function readingsOf(text: string, kind: ReadingKind, language: LanguageTag): Promise<readonly Reading[]> {
  const key = `${kind} ${language} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = new Promise<readonly Reading[]>((resolve) => want(`${kind} ${language}`, { text, resolve }));
  known.set(key, answer);
  return answer;
}

function want(group: string, wanted: Wanted): void {
  const list = waiting.get(group) ?? [];
  list.push(wanted);
  waiting.set(group, list);
  if (list.length === 1) setTimeout(() => void ask(group), GATHER_MS);
}

async function ask(group: string): Promise<void> {
  const all = waiting.get(group) ?? [];
  waiting.delete(group);
  const [kind, language] = group.split(" ");
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    const body = { kind, texts: batch.map(({ text }) => text), ...(kind === "pinyin" ? { language } : {}) };
    const answer = await request("/readings", { method: "POST", body }).catch(() => undefined);
    const lists: readonly unknown[] = isRecord(answer) && Array.isArray(answer.readings) ? answer.readings : [];
    for (const [at, { resolve }] of batch.entries()) resolve(listOf(lists[at]));
  }
}

function listOf(value: unknown): readonly Reading[] {
  return Array.isArray(value) ? value : [];
}

/** The Hanja of Korean words whose linked Chinese word has that reading; `null` for the others. */
export async function hanjaOf(
  words: readonly { readonly korean: string; readonly chinese: string }[],
): Promise<readonly (Hanja | null)[]> {
  const answer = await request("/hanja", { method: "POST", body: { words } });
  return isRecord(answer) && Array.isArray(answer.suggestions) ? answer.suggestions : [];
}

/** A stretch of a Korean word and the Hanja it is written with. */
export interface Hanja {
  readonly start: number;
  readonly end: number;
  readonly hanja: string;
}

/** An entry of the dictionary. */
export interface DictionaryEntry {
  readonly traditional: string;
  readonly simplified: string;
  readonly pinyin: string;
  readonly senses: readonly string[];
}

/** What the dictionary says at a place in a text. */
export interface DictionaryAnswer {
  readonly hit: { readonly start: number; readonly end: number; readonly entries: readonly DictionaryEntry[] } | null;
  readonly attribution: string;
}

/** The longest Chinese word that begins at an offset of a text. */
export async function lookUp(text: string, at: number, signal?: AbortSignal): Promise<DictionaryAnswer> {
  const search = new URLSearchParams({ text, at: String(at) });
  const answer = await request(`/dictionary?${search}`, signal === undefined ? {} : { signal });
  return answer as DictionaryAnswer;
}
