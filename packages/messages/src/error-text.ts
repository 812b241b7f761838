import { en } from "./en/index.ts";
import type { Translator } from "./translator.ts";
import type { UiLanguage } from "./ui-language.ts";

/** What an error tells of itself; the shape of a SteleError and of the JSON the server answers. */
export interface ErrorLike {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An error as a person reads it. */
export interface ErrorText {
  readonly message: string;
  readonly hint: string;
}

/** Which detail names the thing an error is about, the telling ones first. */
const SUBJECTS = ["file", "path", "name", "value", "engine", "model", "language", "id", "url", "host", "port", "key"];

/**
 * Says an error in the reader's language. English keeps the error's own sentences, which know most; the other
 * languages say what the code says and name the thing it is about. A code that is not known keeps its sentences.
 */
export function errorText(error: ErrorLike, ui: { readonly t: Translator; readonly language: UiLanguage }): ErrorText {
  const { code } = error;
  if (ui.language === "en" || !isKnown(code)) return { message: error.message, hint: error.hint };
  const subject = subjectOf(error.details ?? {});
  const message = ui.t(`errors.${code}.message`);
  return { message: subject === undefined ? message : `${message}: ${subject}`, hint: ui.t(`errors.${code}.hint`) };
}

function isKnown(code: string): code is keyof typeof en.errors {
  return Object.hasOwn(en.errors, code);
}

function subjectOf(details: Readonly<Record<string, unknown>>): string | undefined {
  const name = SUBJECTS.find((subject) => ["string", "number"].includes(typeof details[subject]));
  return name === undefined ? undefined : String(details[name]);
}
