import { type Article, createArticle, type LanguageTag, type Provenance, type Side, SteleError } from "@stele/model";
import { segment } from "@stele/segment";

/** A text that is not an article yet; `auto` finds its language by script. */
export interface TextInput {
  readonly text: string;
  readonly language: LanguageTag | "auto";
  readonly blocks?: Article["blocks"];
  /** Where it came from, for the provenance: a file's name. */
  readonly name?: string;
}

/** How a text becomes a side. */
export interface SideOptions {
  /** Default: a file with the input's name (or `text`), written by a person. */
  readonly provenance?: Provenance;
}

/**
 * The sentences of a text: the text becomes an article with blocks, the article a side of a bitext.
 *
 * @throws SteleError `input-empty` where there is no sentence in it.
 */
export function sideOf(input: Article | TextInput, options: SideOptions = {}): Side {
  const { language, blocks, sentences } = segment(input, { language: input.language });
  if (sentences.length === 0) throw noSentences(nameOf(input));
  const derived = "derivedFrom" in input && input.derivedFrom !== undefined ? { derivedFrom: input.derivedFrom } : {};
  const article = createArticle({ ...derived, language, text: input.text, blocks });
  return { article, sentences, provenance: options.provenance ?? fromFile(nameOf(input)) };
}

function nameOf(input: Article | TextInput): string {
  return "name" in input && input.name !== undefined ? input.name : "text";
}

function fromFile(name: string): Provenance {
  return { origin: { kind: "file", name }, standing: "human" };
}

function noSentences(name: string): SteleError {
  return new SteleError({
    code: "input-empty",
    message: `There is no text in ${name}.`,
    hint: "Give a text with at least one sentence.",
    details: { name },
  });
}
