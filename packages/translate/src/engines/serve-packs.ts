import { type Span, SteleError } from "@stele/model";
import type { Engine, EngineLimits, Translated, TranslationRequest } from "../contract.ts";
import { checkAbort } from "../errors.ts";
import { packTexts, takeTexts } from "../packing.ts";

/** Sends one request and gives its answers; indexes are those of the request it was given. */
export type SendPack = (pack: TranslationRequest) => AsyncIterable<Translated>;

/**
 * What all engines do alike: blank texts come back as they are, outer blanks are put back around the answers, texts
 * are packed into requests, and after an abort no further request is sent.
 */
export async function* servePacks(
  request: TranslationRequest,
  send: SendPack,
  options: { readonly limits: EngineLimits; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<Translated, void, undefined> {
  const filled: number[] = [];
  for (const [index, text] of request.texts.entries()) {
    if (text.trim() === "") yield { index, text };
    else filled.push(index);
  }
  const trimmed = { ...request, texts: request.texts.map((text) => text.trim()) };
  const toSend = takeTexts(trimmed, filled);
  for (const pack of packTexts(toSend, options.limits)) {
    checkAbort(options.signal);
    for await (const answer of send(takeTexts(toSend, pack))) {
      const index = filled[pack[answer.index] ?? 0] ?? 0;
      yield { ...answer, index, ...withOuterBlanks(request.texts[index] ?? "", answer) };
    }
  }
}

function withOuterBlanks(source: string, { text, ranges }: Translated): Pick<Translated, "text" | "ranges"> {
  const core = source.trim();
  const start = source.indexOf(core);
  const whole = { text: source.slice(0, start) + text.trim() + source.slice(start + core.length) };
  if (ranges === undefined) return whole;
  const shift = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  return { ...whole, ranges: ranges.map((pair) => ({ source: shift(pair.source), target: shift(pair.target) })) };
}

/** @throws SteleError `usage` for an option that the engine does not know, `language-same` for one language twice. */
export function checkRequest(engine: Pick<Engine, "name" | "describe">, request: TranslationRequest): void {
  if (request.source === request.target) throw sameLanguage(request.source);
  for (const name of Object.keys(request.options ?? {})) {
    if (!engine.describe.options.includes(name)) throw unknownOption(engine, name);
  }
}

function unknownOption(engine: Pick<Engine, "name" | "describe">, name: string): SteleError {
  const known = engine.describe.options;
  return new SteleError({
    code: "usage",
    message: `The engine ${engine.name} has no option "${name}".`,
    hint: known.length === 0 ? "It has no options." : `It knows: ${known.join(", ")}.`,
    details: { engine: engine.name, option: name },
  });
}

function sameLanguage(language: string): SteleError {
  return new SteleError({
    code: "language-same",
    message: `Source and target are both ${language}.`,
    hint: "A translation needs two languages.",
    details: { language },
  });
}
