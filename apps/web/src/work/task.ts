import type { LanguageTag, Polytext } from "../api/nouns.ts";
import type { TextLink } from "../reader/word-marks.ts";

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
}

/** Two or three files that are to become a polytext. */
export interface AlignTask {
  readonly kind: "align";
  readonly texts: readonly OwnText[];
}

/** Load the vectors, and do nothing else. */
export interface WarmTask {
  readonly kind: "warm";
}

/** What the worker does, and what it answers. */
export interface Work {
  readonly links: { readonly task: LinkTask; readonly answer: readonly TextLink[] };
  readonly align: { readonly task: AlignTask; readonly answer: Polytext };
  readonly warm: { readonly task: WarmTask; readonly answer: boolean };
}

/** One of the tasks. */
export type Task = Work[keyof Work]["task"];

/** A task on its way to the worker. */
export interface TaskMessage {
  readonly id: number;
  readonly task: Task;
  /** Where the vectors are; undefined where the server has none. */
  readonly vectors?: string;
}

/** What comes back. */
export type AnswerMessage =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly answer: unknown }
  | {
      readonly id: number;
      readonly failure: { readonly code: string; readonly message: string; readonly hint: string };
    };
