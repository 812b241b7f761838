import { SteleError } from "@stele/model";
import type { Engine, Translated, TranslationRequest } from "@stele/translate";

/** Some sentences of our own, each once. */
export const SENTENCES = [
  "The city council approved the new bridge on Tuesday.",
  "Work will begin in March and cost 4.2 million dollars.",
  "Residents had waited for it since the flood of 2011.",
  "“We can finally walk to the market,” said one of them.",
  "The old ferry will carry its last passengers in May.",
] as const;

/** So many different sentences. */
export function manySentences(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `Report number ${at + 1} of the harbour office was read with care.`);
}

/** A request from English to Korean. */
export function toKorean(texts: readonly string[], more: Partial<TranslationRequest> = {}): TranslationRequest {
  return { texts, source: "en", target: "ko", ...more };
}

/** What came, and the error it ended with. */
export interface Outcome {
  readonly answers: readonly Translated[];
  readonly error?: SteleError;
}

/** Draws everything; an error that is not a SteleError is thrown on. */
export async function run(engine: Engine, request: TranslationRequest, signal?: AbortSignal): Promise<Outcome> {
  const answers: Translated[] = [];
  try {
    for await (const answer of engine.translate(request, signal)) answers.push(answer);
    return { answers };
  } catch (thrown) {
    if (!(thrown instanceof SteleError)) throw thrown;
    return { answers, error: thrown };
  }
}

/** The answers' texts in the order of the request. */
export function textsOf({ answers }: Outcome): readonly string[] {
  return [...answers].sort((a, b) => a.index - b.index).map(({ text }) => text);
}
