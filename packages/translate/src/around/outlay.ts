import type { Engine, TranslationRequest } from "../contract.ts";
import { packTexts } from "../packing.ts";
import { countCharacters } from "./meter.ts";
import { costOf, estimateTokens, type Price } from "./price.ts";

/** What requests come to. */
export interface OutlaySums {
  readonly texts: number;
  /** Unicode code points. */
  readonly characters: number;
  /** For language models, about. */
  readonly tokens: number;
  readonly requests: number;
  /** In the currency of the price; 0 without one. */
  readonly amount: number;
}

/** What would be sent, and its price. */
export interface Outlay {
  add(request: TranslationRequest): void;
  read(): OutlaySums;
}

/** Adds up what would be sent, without keeping it. */
export function createOutlay({ describe }: Engine, price: Price | undefined): Outlay {
  const sums = { texts: 0, characters: 0, tokens: 0, requests: 0, amount: 0 };
  return {
    add(request) {
      sums.texts += request.texts.length;
      sums.characters += countCharacters(request.texts);
      sums.requests += packTexts(request, describe.limits).length;
      for (const text of request.texts) {
        sums.tokens += estimateTokens(text);
        if (price !== undefined) sums.amount += costOf(text, price);
      }
    },
    read: () => ({ ...sums }),
  };
}

/** Two of them together. */
export function sumOf(a: OutlaySums, b: OutlaySums): OutlaySums {
  return {
    texts: a.texts + b.texts,
    characters: a.characters + b.characters,
    tokens: a.tokens + b.tokens,
    requests: a.requests + b.requests,
    amount: a.amount + b.amount,
  };
}
