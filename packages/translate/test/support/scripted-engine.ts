import { SteleError } from "@stele/model";
import type { Engine, EngineDescription, TranslationRequest } from "@stele/translate";

/** What an engine of a test answers to a text; an error is thrown instead of an answer. */
export type Script = (text: string, request: TranslationRequest, call: number) => string | Error;

/** An engine that follows a script and remembers what it was asked. */
export function createScriptedEngine(
  script: Script,
  more: Partial<EngineDescription> = {},
): Engine & { readonly requests: readonly TranslationRequest[] } {
  const requests: TranslationRequest[] = [];
  return {
    name: "scripted",
    requests,
    describe: {
      label: "Scripted",
      sendsTextTo: null,
      isPaid: true,
      model: "one",
      settings: {},
      limits: { textsPerRequest: 3, concurrency: 2 },
      takes: { context: true, glossary: true, examples: true, tags: true },
      options: ["style"],
      ...more,
    },
    async *translate(request) {
      const call = requests.push(request);
      await Promise.resolve();
      for (const [index, text] of request.texts.entries()) {
        const answer = script(text, request, call);
        if (answer instanceof Error) throw answer;
        yield { index, text: answer, charged: [...text].length, hasMore: index + 1 < request.texts.length };
      }
    },
  };
}

/** A failure that says how often it is worth repeating; one worth repeating once may have been charged. */
export function failure(repeat: "never" | "once" | "often", more: Readonly<Record<string, number>> = {}): SteleError {
  const details = { repeat, mayBeCharged: repeat === "once", ...more };
  return new SteleError({ code: "network", message: "It failed.", hint: "Try again.", details });
}
