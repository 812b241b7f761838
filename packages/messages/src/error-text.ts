import { errors } from "./en/errors.ts";
import { misuse } from "./en/misuse.ts";
import { hasText } from "./has-text.ts";
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

/** How a person is told an error. */
export interface ErrorUi {
  readonly t: Translator;
  readonly language: UiLanguage;
}

/** Which detail names the thing an error is about, the telling ones first. */
const SUBJECTS = [
  "file",
  "path",
  "name",
  "value",
  "engine",
  "model",
  "language",
  "id",
  "url",
  "host",
  "port",
  "key",
  "format",
];

/** Where in the file it is about. */
const LINES: Readonly<Record<UiLanguage, (line: number) => string>> = {
  en: (line) => `line ${line}`,
  ko: (line) => `${line}번째 줄`,
  zh: (line) => `第 ${line} 行`,
};

/** Between what is wrong and what it is about. */
const COLONS: Readonly<Record<UiLanguage, string>> = { en: ": ", ko: ": ", zh: "：" };

/**
 * Says an error in the reader's language. English keeps the error's own sentences, which know most; the other
 * languages say what the code says, or what its `details.reason` says where that has a text, and name the thing it is
 * about and the line of a file. A misuse that has no text keeps its own sentence behind, a code that is not known keeps
 * its sentences. Whether a cap ended a run, how many answers it had kept, and how many requests may have been charged
 * without an answer, stands behind the hint.
 */
export function errorText(error: ErrorLike, ui: ErrorUi): ErrorText {
  const { message, hint } = ownText(error, ui);
  return { message, hint: [hint, ...balance(error.details ?? {}, ui)].join(" ") };
}

type Details = Readonly<Record<string, unknown>>;

function balance(details: Details, ui: ErrorUi): readonly string[] {
  const { t } = ui;
  const texts = countIn(details, "answersKept");
  const [requests, characters] = [countIn(details, "requestsMaybeBilled"), countIn(details, "charactersMaybeBilled")];
  return [
    ...capForbids(details, ui),
    ...(texts === 0 ? [] : [t("balance.answersKept", { texts })]),
    ...(requests === 0 ? [] : [t("balance.maybeBilled", { requests, characters })]),
  ];
}

/** Where a cap ended a run whose answers were lost: which, and what is missing. */
function capForbids(details: Details, { t }: ErrorUi): readonly string[] {
  const [texts, characters] = [countIn(details, "textsForbidden"), countIn(details, "charactersForbidden")];
  if (texts === 0) return [];
  const { maxCharacters, maxCost } = details;
  const caps = [
    ...(typeof maxCharacters === "number" ? [t("balance.capCharacters", { characters: maxCharacters })] : []),
    ...(typeof maxCost === "number" ? [t("balance.capCost", { cost: maxCost })] : []),
  ];
  return [t("balance.capForbids", { cap: caps.join(", "), texts, characters })];
}

function countIn(details: Details, name: string): number {
  const count = details[name];
  return typeof count === "number" ? count : 0;
}

function ownText(error: ErrorLike, ui: ErrorUi): ErrorText {
  const { code, message, hint, details = {} } = error;
  if (ui.language === "en" || !hasText(errors, code)) return { message, hint };
  const subject = subjectOf(details, ui);
  const { reason, choices } = details;
  if (hasText(misuse, reason)) {
    return {
      message: about(ui.t(`misuse.${reason}.message`), subject, ui),
      hint: about(ui.t(`misuse.${reason}.hint`), typeof choices === "string" ? choices : undefined, ui),
    };
  }
  const particulars = code === "usage" ? message : subject;
  return { message: about(ui.t(`errors.${code}.message`), particulars, ui), hint: ui.t(`errors.${code}.hint`) };
}

function about(sentence: string, subject: string | undefined, { language }: ErrorUi): string {
  return subject === undefined ? sentence : `${sentence}${COLONS[language]}${subject}`;
}

function subjectOf(details: Readonly<Record<string, unknown>>, { language }: ErrorUi): string | undefined {
  const { from, to, line } = details;
  if (typeof from === "string" && typeof to === "string") return `${from} → ${to}`;
  const name = SUBJECTS.find((subject) => ["string", "number"].includes(typeof details[subject]));
  const place = typeof line === "number" ? [LINES[language](line)] : [];
  const parts = [...(name === undefined ? [] : [String(details[name])]), ...place];
  return parts.length === 0 ? undefined : parts.join(language === "zh" ? "，" : ", ");
}
