import type { DictionaryHit, HanjaSuggestion, Reading } from "@stele/core";
import type { LanguageTag, Polytext } from "../api/nouns.ts";
import type { TextLink } from "../reader/word-marks.ts";
import type { CachedFile } from "./cached-file.ts";

/** A text of one's own, to be aligned in the tab. */
export interface OwnText {
  readonly name: string;
  readonly language: LanguageTag | "auto";
  readonly bytes: Uint8Array;
}

/** Two texts whose words are to be linked. */
export interface LinkTask {
  readonly kind: "links";
  readonly source: string;
  readonly target: string;
  readonly from: LanguageTag;
  readonly to: LanguageTag;
  /** The text that they stand in, as a `LearnTask` named it. */
  readonly lesson?: number;
}

/** The rows of a text, from which it is learnt which of its words keep company. */
export interface LearnTask {
  readonly kind: "learn";
  readonly lesson: number;
  readonly beads: readonly { readonly source: string; readonly target: string }[];
  readonly from: LanguageTag;
  readonly to: LanguageTag;
}

/** Two or three files that are to become a polytext. */
export interface AlignTask {
  readonly kind: "align";
  readonly texts: readonly OwnText[];
}

/** What can be read of a text. */
export type ReadingKind = "pinyin" | "romanisation" | "simplified" | "traditional";

/** How a text is read. */
export interface ReadTask {
  readonly kind: "read";
  readonly text: string;
  readonly as: ReadingKind;
  readonly language: LanguageTag;
}

/** A Korean word with the Chinese word that it is linked to. */
export interface WordPair {
  readonly korean: string;
  readonly chinese: string;
}

/** Hanja for Korean words; undefined where the Chinese word has not that reading. */
export interface HanjaTask {
  readonly kind: "hanja";
  readonly words: readonly WordPair[];
}

/** The longest Chinese word that begins at an offset of a text. */
export interface LookUpTask {
  readonly kind: "look-up";
  readonly text: string;
  readonly at: number;
}

/** What the dictionary says at a place in a text, with whom to name for it. */
export interface DictionaryAnswer {
  readonly hit: DictionaryHit | undefined;
  readonly attribution: string;
}

/** Load everything that later tasks need, so that they need no server. */
interface WarmTask<Kind extends string> {
  readonly kind: Kind;
}

/** What the aligner's worker does, and what it answers. */
export interface AlignWork {
  readonly links: { readonly task: LinkTask; readonly answer: readonly TextLink[] };
  readonly learn: { readonly task: LearnTask; readonly answer: boolean };
  readonly align: { readonly task: AlignTask; readonly answer: Polytext };
  readonly "warm-aligner": { readonly task: WarmTask<"warm-aligner">; readonly answer: boolean };
}

/** What the readings' worker does, and what it answers. */
export interface ReadWork {
  readonly read: { readonly task: ReadTask; readonly answer: readonly Reading[] };
  readonly hanja: { readonly task: HanjaTask; readonly answer: readonly (HanjaSuggestion | undefined)[] };
  readonly "look-up": { readonly task: LookUpTask; readonly answer: DictionaryAnswer };
  readonly "warm-readings": { readonly task: WarmTask<"warm-readings">; readonly answer: boolean };
}

/** Every kind of work. */
export interface Work extends AlignWork, ReadWork {}

/** A task on its way to a worker. */
export interface TaskMessage<Task = Work[keyof Work]["task"]> {
  readonly id: number;
  readonly task: Task;
  /** Addresses of the files that the server has. */
  readonly files: Readonly<Partial<Record<CachedFile, string>>>;
}

/** What comes back. */
export type AnswerMessage =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly answer: unknown }
  | {
      readonly id: number;
      readonly failure: { readonly code: string; readonly message: string; readonly hint: string };
    };
