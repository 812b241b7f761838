import { baseLanguage } from "@stele/model";
import { shareInScript } from "./scripts.ts";
import { bareText } from "./text-facts.ts";
import type { LanguagePair } from "./tools.ts";

/** Words that begin in lower case are words; those that begin with a capital may be names, and names may stay. */
const LATIN_WORD = /(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}’'-]+/gu;
/** A source with fewer characters may be a name or a mark. */
const LEAST_WIDE = 4;
/** Addresses and code are the same in every language. */
const AS_IT_IS = /https?:\/\/[\x21-\x7e]+|`[^`\n]+`/gu;
/** Words of the source in a row that nobody leaves standing on purpose. */
const RUN = 4;
const WIDE = /[\p{Script=Hangul}\p{Script=Han}]/gu;
const WIDE_RUN = /[\p{Script=Hangul}\p{Script=Han}]{2,}/gu;

/** True where the answer is the source, or holds a stretch of it that was not translated. */
export function isCopied(whole: string, answer: string, pair: LanguagePair): boolean {
  if (baseLanguage(pair.source) === baseLanguage(pair.target)) return false;
  const [source, target] = [whole.replaceAll(AS_IT_IS, " "), answer.replaceAll(AS_IT_IS, " ")];
  if (!isTranslatable(source, pair)) return false;
  return bareText(source) === bareText(target) || keepsStretch(source, target, pair);
}

function isTranslatable(source: string, pair: LanguagePair): boolean {
  if (pair.source === "en") return (source.match(LATIN_WORD)?.length ?? 0) >= 2;
  return (source.match(WIDE)?.length ?? 0) >= LEAST_WIDE && shareInScript(source, pair.source) > 0.5;
}

function keepsStretch(source: string, target: string, pair: LanguagePair): boolean {
  if (pair.source === "en") return longestSharedRun(source, target) >= RUN && shareInScript(target, pair.target) < 0.7;
  if (shareInScript(target, pair.target) >= 0.7) return false;
  const kept = (target.match(WIDE_RUN) ?? []).filter((run) => source.includes(run));
  return kept.join("").length >= LEAST_WIDE;
}

function longestSharedRun(source: string, target: string): number {
  const words = new Set(source.match(LATIN_WORD) ?? []);
  let run = 0;
  let longest = 0;
  for (const word of target.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []) {
    run = words.has(word) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
