import { pickUiLanguage, type Translator, type UiLanguage } from "@stele/messages";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The texts of the page in the chosen language. */
export interface PageText {
  /** A key or a value that is missing does not compile. */
  readonly t: Translator;
  readonly language: UiLanguage;
  choose(language: UiLanguage): void;
}

/** The page's texts; the component renders again when another language is chosen. */
export function useText(): PageText {
  const { i18n } = useTranslation();
  const chosen = i18n.resolvedLanguage;
  return useMemo(
    () => ({
      t: (key, ...values) => i18n.t(key, values[0] ?? {}),
      language: pickUiLanguage([chosen]),
      choose: (language) => void i18n.changeLanguage(language),
    }),
    [i18n, chosen],
  );
}
