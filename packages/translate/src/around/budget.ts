import { SteleError } from "@stele/model";
import type { Engine, Translated, TranslationRequest } from "../contract.ts";
import { takeTexts } from "../packing.ts";
import { countCharacters } from "./meter.ts";
import { costOf, type Price } from "./price.ts";
import { wrapEngine } from "./wrap-engine.ts";

/** How much a run may send. */
export interface Caps {
  /** Unicode code points of source text. */
  readonly maxCharacters?: number;
  /** In the currency of the price; needs a price. */
  readonly maxCost?: number;
}

/** What a run may still send; one a run, shared by its engines and targets. */
export interface Spending {
  /** Takes as many of the texts, from the first on, as still fit, and counts them. */
  take(texts: readonly string[], price?: Price): number;
  readonly caps: Caps;
}

/** Options of `budget`. */
export interface BudgetOptions {
  readonly spending: Spending;
  readonly price?: Price;
}

/** Sums of many small amounts are not exact. */
const ROUNDING = 1e-9;

/**
 * A spending with nothing spent.
 *
 * @throws SteleError `usage` for caps that are not numbers from 0 on.
 */
export function createSpending(caps: Caps): Spending {
  checkCaps(caps);
  let characters = 0;
  let cost = 0;
  return {
    caps,
    take(texts, price) {
      const { maxCharacters = Number.POSITIVE_INFINITY, maxCost = Number.POSITIVE_INFINITY } = caps;
      for (const [index, text] of texts.entries()) {
        const moreCharacters = characters + countCharacters([text]);
        const moreCost = cost + (price === undefined ? 0 : costOf(text, price));
        if (moreCharacters > maxCharacters || moreCost > maxCost + ROUNDING) return index;
        characters = moreCharacters;
        cost = moreCost;
      }
      return texts.length;
    },
  };
}

function checkCaps(caps: Caps): void {
  for (const cap of [caps.maxCharacters, caps.maxCost]) {
    if (cap === undefined || cap >= 0) continue;
    const message = `A budget of ${cap} means nothing.`;
    throw new SteleError({ code: "usage", message, hint: "Give a number from 0 on." });
  }
}

/**
 * Sends only what the caps still allow and then throws `budget-reached`, before the call that would pass them. What
 * was sent is answered first. Engines that cost nothing have no budget.
 */
export function budget(engine: Engine, options: BudgetOptions): Engine {
  if (!engine.describe.isPaid) return engine;
  return wrapEngine(engine, (request, signal) => sendAllowed(engine, request, { ...options, signal }));
}

async function* sendAllowed(
  engine: Engine,
  request: TranslationRequest,
  options: BudgetOptions & { readonly signal: AbortSignal | undefined },
): AsyncGenerator<Translated, void, undefined> {
  const allowed = options.spending.take(request.texts, options.price);
  if (allowed > 0)
    yield* engine.translate(takeTexts(request, [...request.texts.keys()].slice(0, allowed)), options.signal);
  if (allowed < request.texts.length) throw budgetReached(request.texts.length - allowed, options.spending.caps);
}

function budgetReached(left: number, { maxCharacters, maxCost }: Caps): SteleError {
  const caps = [
    ...(maxCharacters === undefined ? [] : [`${maxCharacters} characters`]),
    ...(maxCost === undefined ? [] : [`a cost of ${maxCost}`]),
  ];
  return new SteleError({
    code: "budget-reached",
    message: `The cap of ${caps.join(" and ")} was reached with ${left} texts left to send.`,
    hint: "What is finished is kept; a higher cap and the same command send the rest.",
    details: {
      left,
      ...(maxCharacters === undefined ? {} : { maxCharacters }),
      ...(maxCost === undefined ? {} : { maxCost }),
    },
  });
}
