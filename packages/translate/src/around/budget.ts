import { SteleError } from "@stele/model";
import type { Engine, Translated, TranslationRequest } from "../contract.ts";
import { takeTexts } from "../packing.ts";
import { countCharacters, type Meter } from "./meter.ts";
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
  /** Takes all of the texts, or none where they do not fit; false then. */
  takeAll(texts: readonly string[], price?: Price): boolean;
  readonly caps: Caps;
}

/** Options of `budget`. */
export interface BudgetOptions {
  readonly spending: Spending;
  readonly price?: Price;
  readonly meter?: Meter;
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
  const { maxCharacters = Number.POSITIVE_INFINITY, maxCost = Number.POSITIVE_INFINITY } = caps;
  let spent: Spent = { characters: 0, cost: 0 };
  const fitting = (texts: readonly string[], price?: Price) => {
    let after = spent;
    for (const [index, text] of texts.entries()) {
      const next = withText(after, text, price);
      if (next.characters > maxCharacters || next.cost > maxCost + ROUNDING) return { count: index, after };
      after = next;
    }
    return { count: texts.length, after };
  };
  return {
    caps,
    take(texts, price) {
      const { count, after } = fitting(texts, price);
      spent = after;
      return count;
    },
    takeAll(texts, price) {
      const { count, after } = fitting(texts, price);
      if (count === texts.length) spent = after;
      return count === texts.length;
    },
  };
}

/** What a run has spent. */
interface Spent {
  readonly characters: number;
  readonly cost: number;
}

function withText({ characters, cost }: Spent, text: string, price: Price | undefined): Spent {
  return {
    characters: characters + countCharacters([text]),
    cost: cost + (price === undefined ? 0 : costOf(text, price)),
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
 * was sent is answered first. Second tries that do not fit are left out without an error, since there is an answer already;
 * the meter counts them. Engines that cost nothing have no budget.
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
  const left = request.texts.length - allowed;
  if (left === 0) return;
  if ((request.attempt ?? 1) === 1) throw budgetReached(left, options.spending.caps);
  options.meter?.add({ withheld: left });
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
