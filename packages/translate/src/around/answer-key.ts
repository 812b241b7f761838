import { hashText } from "@stele/model";
import type { EngineDescription, TranslationRequest } from "../contract.ts";
import { glossaryHash } from "../glossary.ts";

/** Changed when keys are made differently: old answers are then no longer found, but they stay. */
const KEY_VERSION = 1;

/**
 * Makes the keys of a request's answers: engine, model and everything set on it (its prompt too), languages, options,
 * glossary content, context policy (not its text: one edit would ask the neighbours anew), unit, tags, attempt, and
 * the text without outer blanks.
 */
export function createKeyMaker(
  engine: { readonly name: string; readonly describe: EngineDescription },
  request: TranslationRequest,
): (text: string) => string {
  const { name, describe } = engine;
  const shared = JSON.stringify([
    KEY_VERSION,
    name,
    describe.model ?? null,
    sorted(describe.settings),
    request.source,
    request.target,
    sorted(request.options ?? {}),
    request.glossary === undefined || request.glossary.terms.length === 0 ? null : glossaryHash(request.glossary),
    request.contextPolicy ?? "none",
    request.unit ?? "sentence",
    request.isTagged === true,
    request.attempt ?? 1,
  ]);
  return (text) => hashText(`${shared}\n${text.trim()}`);
}

function sorted(record: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
