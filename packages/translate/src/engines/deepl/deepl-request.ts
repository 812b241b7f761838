import { SteleError } from "@stele/model";
import type { TranslateTextOptions } from "deepl-node";
import type { TranslationRequest } from "../../contract.ts";
import { sourceCode, targetCode } from "./deepl-codes.ts";
import type { DeeplSettings } from "./deepl-settings.ts";

/** Length of a glossary id, a UUID, for counting a request's bytes before the id is known. */
const SAMPLE_GLOSSARY_ID = "00000000-0000-0000-0000-000000000000";
/** DeepL's own limits of custom instructions. */
const MOST_INSTRUCTIONS = 10;
const CHARACTERS_PER_INSTRUCTION = 300;

/** A new options object for each call: the library writes into the one it is given. */
export function deeplOptions(
  request: TranslationRequest,
  settings: DeeplSettings,
  glossary?: string,
): TranslateTextOptions {
  const { instructions = [], modelType = "quality_optimized" } = settings;
  return {
    // A sentence must not be split by DeepL; in a paragraph a line end is no sentence end.
    splitSentences: request.unit === "paragraph" ? "nonewlines" : "off",
    preserveFormatting: true,
    modelType,
    ...(request.context === undefined ? {} : { context: request.context }),
    ...(instructions.length === 0 ? {} : { customInstructions: [...instructions] }),
    ...(glossary === undefined ? {} : { glossary }),
    ...(request.isTagged === true ? { tagHandling: "xml", tagHandlingVersion: "v2" } : {}),
  };
}

/** The region asked for in the request, else in the settings, else US. */
export function regionFor(request: TranslationRequest, settings: DeeplSettings): string {
  return request.options?.region ?? settings.region ?? "US";
}

/** Exactly the bytes of the URL-encoded body that deepl-node sends (its Content-Length). */
export function deeplRequestBytes(request: TranslationRequest, settings: DeeplSettings): number {
  const options = deeplOptions(request, settings);
  const fields = new URLSearchParams({
    target_lang: targetCode(request.target, regionFor(request, settings)),
    source_lang: sourceCode(request.source),
    show_billed_characters: "1",
    split_sentences: options.splitSentences === "off" ? "0" : "nonewlines",
    preserve_formatting: "1",
    model_type: settings.modelType ?? "quality_optimized",
  });
  if (request.glossary !== undefined) fields.append("glossary_id", SAMPLE_GLOSSARY_ID);
  if (request.isTagged === true) for (const [name, value] of TAG_FIELDS) fields.append(name, value);
  if (options.context !== undefined) fields.append("context", options.context);
  for (const instruction of options.customInstructions ?? []) fields.append("custom_instructions", instruction);
  for (const text of request.texts) fields.append("text", text);
  return fields.toString().length;
}

const TAG_FIELDS = [
  ["tag_handling", "xml"],
  ["tag_handling_version", "v2"],
] as const;

/** @throws SteleError `usage` for more or longer instructions than DeepL takes. */
export function checkInstructions(instructions: readonly string[]): void {
  const tooLong = instructions.find((text) => [...text].length > CHARACTERS_PER_INSTRUCTION);
  if (instructions.length <= MOST_INSTRUCTIONS && tooLong === undefined) return;
  throw new SteleError({
    code: "usage",
    message: `DeepL takes at most ${MOST_INSTRUCTIONS} instructions of ${CHARACTERS_PER_INSTRUCTION} characters.`,
    hint: "Shorten them, one positive direction each.",
    details: { instructions: instructions.length },
  });
}
