import { baseLanguage, type GuardReason } from "@stele/model";
import type { Glossary } from "../contract.ts";
import { missedTerms } from "../terms/missed-terms.ts";
import { isCopied } from "./copied.ts";
import { lostFigures } from "./figures-lost.ts";
import { isOddLength } from "./length-check.ts";
import { isOtherChinese, shareInScript } from "./scripts.ts";
import { isTagBroken } from "./tags.ts";
import { hasWords, plainText } from "./text-facts.ts";
import { isThirdLanguage } from "./third-language.ts";
import type { GuardTools, LanguagePair } from "./tools.ts";

/** What one piece is judged by. */
export interface JudgeOptions extends LanguagePair {
  readonly tools: Pick<GuardTools, "lengthPrior" | "figures" | "numberWords" | "names" | "terms">;
  readonly glossary?: Glossary;
}

/** Under this share of its letters in the script of its language a translation is in another one. */
const LEAST_SHARE = 0.4;

/** Why a translation of this source cannot be trusted; empty where nothing speaks against it. */
export function findReasons(source: string, target: string, options: JudgeOptions): readonly GuardReason[] {
  const from = plainText(source);
  const to = plainText(target);
  if (!hasWords(to)) return hasWords(from) ? ["empty"] : [];
  const { tools, glossary } = options;
  const checks: readonly (readonly [GuardReason, () => boolean])[] = [
    ["source-copied", () => isCopied(from, to, options)],
    ["wrong-script", () => isWrongScript(from, to, options)],
    ["length", () => isOddLength(from, to, tools.lengthPrior(options.source, options.target))],
    ["figure-lost", () => lostFigures(from, to, { pair: options, tools }).length > 0],
    [
      "name-lost",
      () => missedTerms(from, to, { terms: tools.names?.(from, options) ?? [], tools: tools.terms }).length > 0,
    ],
    ["term-missed", () => missedTerms(from, to, { terms: glossary?.terms ?? [], tools: tools.terms }).length > 0],
    ["tag-broken", () => isTagBroken(source, target)],
  ];
  return checks.filter(([, isTrue]) => isTrue()).map(([reason]) => reason);
}

/** Words that the source has too are names or quotations: they say nothing about the language. */
function isWrongScript(source: string, target: string, pair: LanguagePair): boolean {
  const kept = new Set(source.toLowerCase().match(WORD) ?? []);
  const own = target.replaceAll(WORD, (word) => (kept.has(word.toLowerCase()) ? "" : word));
  if (shareInScript(own, pair.target) < LEAST_SHARE || isThirdLanguage(own, pair.target)) return true;
  return baseLanguage(pair.target) === "zh" && isOtherChinese(target, pair.target);
}

const WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}’'-]*|[\p{Script=Hangul}]+|[\p{Script=Han}]+/gu;
