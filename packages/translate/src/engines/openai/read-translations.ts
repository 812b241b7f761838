import { baseLanguage } from "@stele/model";
import type { TranslationRequest } from "../../contract.ts";
import { isCopied } from "../../guard/copied.ts";
import { shareInScript } from "../../guard/scripts.ts";
import { hasWords, plainText } from "../../guard/text-facts.ts";
import { isThirdLanguage } from "../../guard/third-language.ts";

/** The translations in an answer by their ids; undefined where the answer cannot be read at all. */
export function readTranslations(content: string): ReadonlyMap<string, string> | undefined {
  const value = parseLoosely(content);
  const list = Array.isArray(value) ? value : (value as { translations?: unknown } | undefined)?.translations;
  if (!Array.isArray(list)) return undefined;
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const entry of list as readonly unknown[]) {
    const { id, text } = (entry ?? {}) as { id?: unknown; text?: unknown };
    if ((typeof id !== "string" && typeof id !== "number") || typeof text !== "string") continue;
    if (found.has(String(id))) twice.add(String(id));
    found.set(String(id), text);
  }
  // Of two answers under one id nobody knows which is meant.
  for (const id of twice) found.delete(id);
  return found;
}

/** JSON, also where a model put its thoughts before it or a fence around it. */
function parseLoosely(content: string): unknown {
  const bare = content.replace(/<think>[\s\S]*?<\/think>/u, "").trim();
  const inner = /```(?:json)?\s*([\s\S]*?)```/u.exec(bare)?.[1] ?? bare;
  for (const candidate of [inner, inner.slice(inner.indexOf("{"), inner.lastIndexOf("}") + 1)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate may be JSON.
    }
  }
  return undefined;
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
