import type { MemoryLookup, MemoryMatch } from "@stele/model";
import type { Engine, Example, Translated, TranslationRequest, Untagged } from "../contract.ts";
import { plainText } from "../guard/text-facts.ts";
import { takeTexts } from "../packing.ts";
import { createMeter, type Meter } from "./meter.ts";
import { wrapEngine } from "./wrap-engine.ts";

/** Options of `memory`. */
export interface MemoryOptions {
  readonly lookup: MemoryLookup;
  /** Least likeness of an example, from 0 to 1. Default 0.75. */
  readonly minScore?: number;
  /** False: nothing replaces a call (comparing engines, translating again); matches are examples only. */
  readonly isReplacing?: boolean;
  readonly meter?: Meter;
}

/** Examples a text: more would crowd the prompt. */
const MOST_EXAMPLES = 3;
const MIN_SCORE = 0.75;

/**
 * Answers from the memory what a person wrote, corrected or approved for exactly this text; everything else that is
 * alike goes along as an example, for engines that take examples.
 */
export function memory(engine: Engine, options: MemoryOptions): Engine {
  return wrapEngine(engine, (request, signal) => recall(engine, request, { ...options, signal }));
}

async function* recall(
  engine: Engine,
  request: TranslationRequest,
  options: MemoryOptions & { readonly signal: AbortSignal | undefined },
): AsyncGenerator<Translated, void, undefined> {
  const { meter = createMeter(), isReplacing = true, signal } = options;
  const missing: number[] = [];
  const examples: (readonly Example[])[] = [];
  let recalled = 0;
  for (const index of request.texts.keys()) {
    const matches = find(request, index, options);
    const known = isReplacing ? matches.find((match) => isTrusted(match, request.untagged?.[index])) : undefined;
    if (known === undefined) {
      missing.push(index);
      examples.push(matches.slice(0, MOST_EXAMPLES));
    } else {
      recalled += 1;
      yield { index, text: known.target, charged: 0, from: "memory", standing: known.standing };
    }
  }
  meter.add({ fromMemory: recalled });
  if (missing.length === 0) return;
  const rest = takeTexts(request, missing);
  const asked = engine.describe.takes.examples ? { ...rest, examples } : rest;
  for await (const answer of engine.translate(asked, signal)) yield { ...answer, index: missing[answer.index] ?? -1 };
}

function find(request: TranslationRequest, index: number, options: MemoryOptions): readonly MemoryMatch[] {
  const text = wordsOf(request, index);
  const before = request.previous?.[index];
  if (text === "") return [];
  return options.lookup.find({
    text,
    source: request.source,
    target: request.target,
    minScore: options.minScore ?? MIN_SCORE,
    limit: MOST_EXAMPLES + 2,
    ...(before === undefined ? {} : { before }),
  });
}

/** The memory knows texts without tags. */
function wordsOf({ texts, untagged, isTagged = false }: TranslationRequest, index: number): string {
  const text = untagged?.[index]?.text ?? texts[index] ?? "";
  return isTagged && untagged === undefined ? plainText(text) : text.trim();
}

/**
 * Only what a person answers for stands in place of a call; machine units and doubtful ones never do, nor one in which
 * code or an address of the text has no certain place.
 */
function isTrusted(match: MemoryMatch, untagged: Untagged | undefined): boolean {
  const isPlaced = (untagged?.kept ?? []).every((words) => match.target.includes(words));
  return match.score >= 1 && match.standing !== "machine" && match.lowScore !== true && isPlaced;
}
