import type { LanguageTag, MemoryLookup } from "@stele/model";
import type { Engine, Price, Term } from "@stele/translate";
import { knownNames } from "../terms/known-names.ts";
import { bundledAligner } from "./align.ts";
import type { Home } from "./home.ts";
import type { TranslationWishes } from "./translation-wishes.ts";

/** What of the wishes decides what is asked and how it is judged. */
export function articleOptions(wishes: TranslationWishes, target: LanguageTag) {
  const { unit, contextPolicy, glossary, aligner = bundledAligner() } = wishes;
  const engineOptions = wishes.engineOptions?.[target];
  return {
    aligner,
    ...(unit === undefined ? {} : { unit }),
    ...(contextPolicy === undefined ? {} : { contextPolicy }),
    ...(glossary === undefined ? {} : { glossary }),
    ...(engineOptions === undefined ? {} : { engineOptions }),
  };
}

/** The memories to look in, where any are wished for. */
export function memoryOptions({ memories }: TranslationWishes, home: Home): { readonly memoryLookup?: MemoryLookup } {
  if (memories?.length === 0) return {};
  const { memory } = home.library();
  const chosen = memories === undefined ? {} : { memories };
  return {
    memoryLookup: { find: (query) => memory.find({ ...query, ...chosen }) },
  };
}

/** Names that the memory knows; none where the run goes past the memory. */
export function namesFor(wishes: TranslationWishes, target: LanguageTag, home: Home): readonly Term[] {
  const { memoryLookup } = memoryOptions(wishes, home);
  return memoryLookup === undefined ? [] : knownNames(wishes.source, target, memoryLookup);
}

/** What the user says the engine costs; Stele knows no prices of its own. */
export function priceOptions({ name }: Engine, { settings }: Home): { readonly price?: Price } {
  const currency = settings.currency ?? "EUR";
  const deepl = settings["deepl.price"];
  const openai = settings["openai.price"];
  const openaiBack = settings["openai.priceBack"];
  if (name === "deepl" && deepl !== undefined) return { price: { currency, unit: "characters", perMillion: deepl } };
  if (name !== "openai" || openai === undefined) return {};
  const back = openaiBack === undefined ? {} : { perMillionBack: openaiBack };
  return { price: { currency, unit: "tokens", perMillion: openai, ...back } };
}
