import type { MessageKey } from "./message-key.ts";
import type { Translator } from "./translator.ts";
import type { UiLanguage } from "./ui-language.ts";

/** Texts that need nothing to be filled in. */
type PlainKey = Extract<MessageKey, `exported.${string}` | `page.keys.${string}`>;

/** The texts on an exported page, as the writer of HTML names them. */
const LABELS = {
  turn: "exported.turn",
  hide: "exported.hide",
  larger: "exported.larger",
  smaller: "exported.smaller",
  counterpart: "exported.counterpart",
  pinyin: "exported.pinyin",
  romanisation: "exported.romanisation",
  keys: "page.keys.title",
  close: "exported.close",
} as const satisfies Readonly<Record<string, PlainKey>>;

/** What the keys of an exported page do. */
const KEY_TEXTS = {
  next: "page.keys.next",
  previous: "page.keys.previous",
  sideways: "exported.sideways",
  ends: "exported.ends",
  turn: "page.keys.flip",
  hide: "page.keys.cover",
  reveal: "page.keys.reveal",
  layout: "exported.layout",
  larger: "page.keys.bigger",
  smaller: "page.keys.smaller",
  doubtful: "page.keys.nextLow",
  copy: "page.keys.copyAll",
  readings: "exported.readings",
  away: "page.keys.out",
  help: "page.keys.help",
} as const satisfies Readonly<Record<string, PlainKey>>;

/** The words of an exported page. */
export type ExportedLabels = Readonly<Record<keyof typeof LABELS, string>> & {
  readonly language: UiLanguage;
  readonly keyTexts: Readonly<Record<keyof typeof KEY_TEXTS, string>>;
};

/** The words of an exported page in one language. */
export function exportedLabels(t: Translator, language: UiLanguage): ExportedLabels {
  return { ...said(LABELS, t), language, keyTexts: said(KEY_TEXTS, t) };
}

function said<Name extends string>(keys: Readonly<Record<Name, PlainKey>>, t: Translator): Record<Name, string> {
  const texts = Object.entries<PlainKey>(keys).map(([name, key]) => [name, t(key)] as const);
  return Object.fromEntries(texts) as Record<Name, string>;
}
