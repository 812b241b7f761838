import type { LanguageTag } from "@stele/model";
import type { Example, Glossary, TranslationRequest } from "../../contract.ts";
import { termsIn } from "../../glossary.ts";

/**
 * The prompt, which a user may replace by a file. `{{name}}` is replaced; what stands between `{{#name}}` and
 * `{{/name}}` is left out where there is nothing of that name. Names: source, target, context, glossary, examples.
 */
export const DEFAULT_PROMPT = `You translate news and other prose from {{source}} into {{target}}.

The user gives sentences as JSON with an id each. Translate each sentence on its own, completely and faithfully:
- one translation for each id, with the same id, in the same order;
- never join, split, leave out or add sentences, and never explain;
- keep every figure, name, quotation and tag such as <x1>…</x1> or <x2/>;
- write natural {{target}} in the style of a newspaper.
{{#context}}

What stands before the first sentence, for understanding only, not to be translated:
{{context}}
{{/context}}
{{#glossary}}

Use exactly these translations of terms:
{{glossary}}
{{/glossary}}
{{#examples}}

Similar sentences have been translated like this:
{{examples}}
{{/examples}}

Answer with JSON only: {"translations": [{"id": "…", "text": "…"}]}
`;

const NAMES: Readonly<Record<LanguageTag, string>> = {
  en: "English",
  ko: "Korean",
  "zh-Hans": "Simplified Chinese",
  "zh-Hant": "Traditional Chinese",
};

/** The system message for a request. Terms that occur in none of its texts are left out. */
export function renderPrompt(template: string, request: TranslationRequest): string {
  const values: Readonly<Record<string, string>> = {
    source: NAMES[request.source],
    target: NAMES[request.target],
    context: request.context ?? "",
    glossary: glossaryLines(request.texts, request.glossary),
    examples: exampleLines(request.examples ?? []),
  };
  const chosen = template.replaceAll(/\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}\n?/gu, (_, name: string, inner: string) => {
    return (values[name] ?? "") === "" ? "" : inner.replace(/^\n/u, "");
  });
  return chosen.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) => values[name] ?? whole).trim();
}

function glossaryLines(texts: readonly string[], glossary: Glossary | undefined): string {
  if (glossary === undefined) return "";
  const terms = termsIn(texts.join("\n"), glossary);
  return terms.map(({ source, target }) => `${source} → ${target}`).join("\n");
}

function exampleLines(examples: readonly (readonly Example[])[]): string {
  const lines = examples.flat().map(({ source, target }) => `${source} → ${target}`);
  return [...new Set(lines)].join("\n");
}
