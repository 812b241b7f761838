import { createInstance } from "i18next";
import type { MessageKey, MessageValues } from "./message-key.ts";
import { resources } from "./resources.ts";
import type { UiLanguage } from "./ui-language.ts";

/** Says a text in one language; a key that does not exist and a value left out do not compile. */
export type Translator = <K extends MessageKey>(key: K, ...values: MessageValues<K>) => string;

/** Makes the translator of a language. Texts are for a terminal or for React: nothing is escaped. */
export function createTranslator(language: UiLanguage): Translator {
  const i18n = createInstance({
    lng: language,
    fallbackLng: false,
    resources,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void i18n.init();
  return (key, ...values) => i18n.t(key, values[0] ?? {});
}
