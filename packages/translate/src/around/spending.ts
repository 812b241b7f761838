import { SteleError } from "@stele/model";
import { countCharacters } from "./meter.ts";
import { costOf, type Price } from "./price.ts";

/** How much a run may send. */
export interface Caps {
  /** Unicode code points of source text. */
  readonly maxCharacters?: number;
  /** In the currency of the price; needs a price. */
  readonly maxCost?: number;
}

/** What something comes to. */
export interface Amounts {
  /** Unicode code points of source text. */
  readonly characters: number;
  /** In the currency of the price; 0 without one. */
  readonly cost: number;
}

/**
 * Why texts are sent: for the first time, again because their answers were lost, or once more because what came is
 * doubtful. Only these last leave alone what is reserved.
 */
export type SendingKind = "first" | "lost" | "doubtful";

/** Texts that are to be sent. */
export interface Sending {
  readonly texts: readonly string[];
  readonly kind: SendingKind;
  readonly price?: Price | undefined;
}

/** What a run may still send; one a run, shared by its engines and targets. */
export interface Spending {
  /** Takes as many of the texts, from the first on, as still fit, and counts them. */
  take(sending: Sending): number;
  /** Takes all of the texts, or none where they do not fit; false then. */
  takeAll(sending: Sending): boolean;
  /** Keeps so much more free for texts that are sent for the first time; each that is taken needs it no longer. */
  reserve(amounts: Amounts): void;
  readonly caps: Caps;
}

/** Sums of many small amounts are not exact. */
const ROUNDING = 1e-9;

const NOTHING: Amounts = { characters: 0, cost: 0 };

/**
 * A spending with nothing spent, and nothing reserved.
 *
 * @throws SteleError `usage` for caps that are not numbers from 0 on.
 */
export function createSpending(caps: Caps): Spending {
  checkCaps(caps);
  const { maxCharacters = Number.POSITIVE_INFINITY, maxCost = Number.POSITIVE_INFINITY } = caps;
  let spent = NOTHING;
  let reserved = NOTHING;
  const fitting = ({ texts, kind, price }: Sending) => {
    const kept = kind === "doubtful" ? reserved : NOTHING;
    let after = spent;
    for (const [index, text] of texts.entries()) {
      const next = plus(after, amountsOf(text, price));
      const { characters, cost } = plus(next, kept);
      if (characters > maxCharacters || cost > maxCost + ROUNDING) return { count: index, after };
      after = next;
    }
    return { count: texts.length, after };
  };
  const pay = (after: Amounts, kind: SendingKind) => {
    if (kind === "first") reserved = without(reserved, without(after, spent));
    spent = after;
  };
  return {
    caps,
    take(sending) {
      const { count, after } = fitting(sending);
      pay(after, sending.kind);
      return count;
    },
    takeAll(sending) {
      const { count, after } = fitting(sending);
      const isAll = count === sending.texts.length;
      if (isAll) pay(after, sending.kind);
      return isAll;
    },
    reserve(amounts) {
      reserved = plus(reserved, amounts);
    },
  };
}

function amountsOf(text: string, price: Price | undefined): Amounts {
  return { characters: countCharacters([text]), cost: price === undefined ? 0 : costOf(text, price) };
}

function plus(a: Amounts, b: Amounts): Amounts {
  return { characters: a.characters + b.characters, cost: a.cost + b.cost };
}

/** Never less than nothing. */
function without(a: Amounts, b: Amounts): Amounts {
  return { characters: Math.max(0, a.characters - b.characters), cost: Math.max(0, a.cost - b.cost) };
}

function checkCaps(caps: Caps): void {
  for (const cap of [caps.maxCharacters, caps.maxCost]) {
    if (cap === undefined || cap >= 0) continue;
    const message = `A budget of ${cap} means nothing.`;
    throw new SteleError({ code: "usage", message, hint: "Give a number from 0 on." });
  }
}
