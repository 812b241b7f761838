import { SteleError } from "@stele/model";
import type { Engine, Translated, TranslationRequest } from "../contract.ts";
import { takeTexts } from "../packing.ts";
import type { Meter } from "./meter.ts";
import type { Price } from "./price.ts";
import type { Caps, Spending } from "./spending.ts";
import { wrapEngine } from "./wrap-engine.ts";

/** Options of `budget`. */
export interface BudgetOptions {
  readonly spending: Spending;
  readonly price?: Price;
  readonly meter?: Meter;
}

/**
 * Sends only what the caps still allow and then throws `budget-reached`, before the call that would pass them. What
 * was sent is answered first. Second tries that do not fit beside what is reserved are left out without an error, since
 * there is an answer already; the meter counts them. Engines that cost nothing have no budget.
 */
export function budget(engine: Engine, options: BudgetOptions): Engine {
  if (!engine.describe.isPaid) return engine;
  return wrapEngine(engine, (request, signal) => sendAllowed(engine, request, { ...options, signal }));
}

async function* sendAllowed(
  engine: Engine,
  request: TranslationRequest,
  { spending, price, meter, signal }: BudgetOptions & { readonly signal: AbortSignal | undefined },
): AsyncGenerator<Translated, void, undefined> {
  const { texts, attempt = 1 } = request;
  const allowed = spending.take({ texts, kind: attempt === 1 ? "first" : "doubtful", price });
  if (allowed > 0) yield* engine.translate(takeTexts(request, [...texts.keys()].slice(0, allowed)), signal);
  const left = texts.length - allowed;
  if (left === 0) return;
  if (attempt === 1) throw budgetReached(left, spending.caps);
  meter?.add({ withheld: left });
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
