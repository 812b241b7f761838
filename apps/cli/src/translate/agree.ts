import type { ForeseenTranslation } from "@stele/core/node";
import { errorText } from "@stele/messages";
import type { Session } from "../session.ts";

/** What a person allows a run to send. */
export interface Limits {
  readonly maxChars?: number;
  readonly maxCost?: number;
  readonly yes: boolean;
}

/** What the caps are then. */
export interface Agreed {
  readonly maxCharacters?: number;
  readonly maxCost?: number;
}

/** An estimate in words. */
export function estimateLines(foreseen: ForeseenTranslation, label: string, session: Session): string {
  const { t } = session;
  const { characters, requests, fromAnswers, fromMemory, duplicates, emptyBefore, cost, quotaLeft, quotaUnknown } =
    foreseen;
  const lines = [
    t("cli.estimate.sends", { characters, requests, engine: label }),
    t("cli.estimate.saves", { fromAnswers, fromMemory, duplicates }),
  ];
  if (emptyBefore > 0) lines.push(t("cli.estimate.emptyBefore", { texts: emptyBefore }));
  if (characters > 0) lines.push(t("cli.estimate.again"));
  if (cost !== undefined)
    lines.push(t("cli.estimate.costs", { amount: roundedUp(cost.amount), currency: cost.currency }));
  if (quotaLeft === null) lines.push(t("cli.estimate.unlimited"));
  if (typeof quotaLeft === "number") lines.push(t("cli.estimate.quota", { left: quotaLeft }));
  if (quotaUnknown !== undefined)
    lines.push(t("cli.estimate.quotaUnknown", { why: errorText(quotaUnknown, session).message }));
  return lines.join(" ");
}

/**
 * Lets an ordinary run go on, asks a person about a big one, and stops where nobody can be asked.
 *
 * @throws SteleError `budget-reached`, `quota-reached`, `cancelled`, and what the question for the quota met; nothing
 * was sent.
 */
export async function agree(foreseen: ForeseenTranslation, limits: Limits, session: Session): Promise<Agreed> {
  const { DEFAULT_MAX_CHARS, SteleError } = await session.core();
  const { settings } = await session.home();
  const { quotaLeft, quotaUnknown, characters, cost } = foreseen;
  if (quotaUnknown !== undefined) throw new SteleError(quotaUnknown);
  if (typeof quotaLeft === "number" && characters > quotaLeft && !limits.yes) {
    throw new SteleError({
      code: "quota-reached",
      message: `This would send ${characters} characters, and the account has ${quotaLeft} left. Nothing was sent.`,
      hint: "Send as much as there is with --yes; what is answered is kept.",
      details: { characters, quotaLeft },
    });
  }
  const maxCost = limits.maxCost ?? settings.maxCost;
  const maxCharacters = limits.maxChars ?? (limits.yes ? undefined : (settings.maxChars ?? DEFAULT_MAX_CHARS));
  const isTooMuch = characters > (maxCharacters ?? Number.POSITIVE_INFINITY);
  const isTooDear = (cost?.amount ?? 0) > (maxCost ?? Number.POSITIVE_INFINITY) + ROUNDING;
  if (!isTooMuch && !isTooDear) return { ...optional("maxCharacters", maxCharacters), ...optional("maxCost", maxCost) };
  if (limits.maxChars !== undefined || limits.maxCost !== undefined || !session.canAsk) {
    throw new SteleError({
      code: "budget-reached",
      message: isTooMuch
        ? `This would send ${characters} characters; the cap is ${maxCharacters}. Nothing was sent.`
        : `This would cost ${roundedUp(cost?.amount ?? 0)}; the cap is ${maxCost}. Nothing was sent.`,
      hint: "Give a higher --max-chars or --max-cost, or --yes.",
      details: { characters },
    });
  }
  await confirm(session);
  return {};
}

/** Sums of many small amounts are not exact. */
const ROUNDING = 1e-9;

/** Never less than it costs: who sets what is shown as the cap gets the whole. */
function roundedUp(amount: number): string {
  return (Math.ceil(amount * 100 - ROUNDING) / 100).toFixed(2);
}

async function confirm(session: Session): Promise<void> {
  const prompts = await import("@clack/prompts");
  const message = session.t("cli.estimate.ask");
  // Standard output is for the translation, wherever it goes.
  const answer = await prompts.confirm({ message, initialValue: false, output: process.stderr });
  if (answer === true) return;
  const { SteleError } = await session.core();
  throw new SteleError({ code: "cancelled", message: "Nothing was sent.", hint: "Run it again to think it over." });
}

function optional<K extends string>(name: K, value: number | undefined): { readonly [P in K]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: number });
}
