import { SteleError } from "@stele/model";
import { countCharacters } from "./meter.ts";
import type { Caps } from "./spending.ts";

/**
 * The error of a request whose answers were lost, and which a cap does not allow to be sent again: its details say so,
 * with what is missing. Its code stays that of the loss, because the same command goes on, with the whole cap again.
 */
export function endedByCap<Thrown>(thrown: Thrown, texts: readonly string[], caps: Caps): Thrown | SteleError {
  if (!(thrown instanceof SteleError)) return thrown;
  const { code, message, hint } = thrown;
  const missing = { textsForbidden: texts.length, charactersForbidden: countCharacters(texts) };
  return new SteleError({ code, message, hint, details: { ...thrown.details, ...caps, ...missing } });
}
