import { baseLanguage } from "@stele/model";
import type { TranslationRequest } from "../../contract.ts";
import { isCopied } from "../../guard/copied.ts";
import { shareInScript } from "../../guard/scripts.ts";
import { hasWords, plainText } from "../../guard/text-facts.ts";
import { isThirdLanguage } from "../../guard/third-language.ts";

/** The translations in an answer by their ids; undefined where the answer cannot be read at all. */
export function readTranslations(content: string): ReadonlyMap<string, string> | undefined {
  const list = candidatesIn(content)
    .map(listIn)
    .find((found) => found !== undefined);
  if (list === undefined) return undefined;
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [given, text] of list) {
    const id = idOf(given);
    if (id === undefined || typeof text !== "string") continue;
    if (found.has(id)) twice.add(id);
    found.set(id, text);
  }
  // Of two answers under one id nobody knows which is meant.
  for (const id of twice) found.delete(id);
  return found;
}

/** Ids and texts, in whichever shape a model gave them: a list, a list under a name, one entry, or texts by id. */
function listIn(value: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return value.map(entryIn);
  if ("translations" in value) return listIn(value.translations);
  if ("id" in value) return [entryIn(value)];
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([id, text]) => /^s\d+$/u.test(id) && typeof text === "string")
    ? entries
    : undefined;
}

function entryIn(entry: unknown): readonly [unknown, unknown] {
  const { id, text, translation } = (entry ?? {}) as { id?: unknown; text?: unknown; translation?: unknown };
  return [id, text ?? translation];
}

/** `s1` is asked for, and some models say 1. */
function idOf(given: unknown): string | undefined {
  if (typeof given !== "string" && typeof given !== "number") return undefined;
  const id = String(given).trim().toLowerCase();
  return /^\d+$/u.test(id) ? `s${id}` : id;
}

/** Everything that is JSON, also where a model put its thoughts before it or a fence around it, the likeliest first. */
function candidatesIn(content: string): readonly unknown[] {
  const bare =
    content
      .split(/<\/think(?:ing)?>/u)
      .at(-1)
      ?.trim() ?? "";
  const fences = [...bare.matchAll(/```(?:\w+)?\s*([\s\S]*?)```/gu)].map(([, inner = ""]) => inner).reverse();
  const named = bare.slice(Math.max(0, bare.lastIndexOf("{", bare.lastIndexOf('"translations"'))));
  const between = (open: string, close: string, text: string) =>
    text.slice(Math.max(0, text.indexOf(open)), text.lastIndexOf(close) + 1);
  const texts = [bare, ...fences, between("{", "}", named), between("{", "}", bare), between("[", "]", bare)];
  return texts.flatMap((text) => {
    try {
      return [JSON.parse(text) as unknown];
    } catch {
      return [];
    }
  });
}

/** What a model adds although it was asked not to. */
const LEFTOVER = /```|"id"\s*:|^(?:translation|번역|翻译|翻譯)\s*[:：]|^(?:here is|물론입니다|以下是)/iu;
/** No translation between these languages is longer. */
const MOST_LONGER = 8;

/** True where a model should be asked once more for this sentence. */
export function isDoubtful(source: string, answer: string | undefined, request: TranslationRequest): boolean {
  if (answer === undefined) return true;
  const [from, to] = [plainText(source), plainText(answer)];
  if (!hasWords(to)) return hasWords(from);
  if (LEFTOVER.test(to) && !LEFTOVER.test(from)) return true;
  if (to.length > MOST_LONGER * from.length + 40) return true;
  return isCopied(from, to, request) || isWrongLanguage(from, to, request);
}

function isWrongLanguage(from: string, to: string, { source, target }: TranslationRequest): boolean {
  if (baseLanguage(source) === baseLanguage(target)) return false;
  return (shareInScript(to, target) < 0.3 || isThirdLanguage(to, target)) && !from.includes(to);
}
