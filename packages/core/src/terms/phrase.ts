import type { Span } from "@stele/model";

/** A run of words that may be a term, in its sentence. */
export interface Phrase extends Span {
  /** As a glossary would have it: without particle or possessive. */
  readonly text: string;
  readonly words: readonly string[];
  /** The word before it and the word behind it; absent at a mark or an end. */
  readonly before?: string;
  readonly after?: string;
  /** Whether nothing but marks stands before it in the sentence. */
  readonly isFirst: boolean;
}

/** Every place where a phrase stands, from all sentences. */
export interface PhrasePlaces {
  readonly places: readonly Phrase[];
  /** Sentences that hold it. */
  readonly count: number;
}

/** What a term looks like in a language. */
export interface PhraseRules {
  /** Most words a term has. */
  readonly mostWords: number;
  /** Whether a run of words can be a term, by itself. */
  canBeTerm(words: readonly string[]): boolean;
  /** The words as a glossary has them. */
  shown(text: string): string;
  /** A text as it is compared: a term found in it is a part of it. */
  plain(text: string): string;
  /** What two writings of one term have in common. */
  key(shown: string): string;
  /** What a writing stands for if that stands in the text too: 강 for 강이, which might be a word of its own. */
  shorter?(key: string): string | undefined;
  /** Whether the places say that it is a term: `never`, in fewer sentences (`name`), or only in more (`word`). */
  judge(found: PhrasePlaces): TermKind;
}

/** How much a phrase looks like a term. */
export type TermKind = "name" | "word" | "never";
