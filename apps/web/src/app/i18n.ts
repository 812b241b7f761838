import { pageResources, pickUiLanguage, UI_LANGUAGES } from "@stele/messages";
import i18next, { type i18n } from "i18next";
import LanguageDetector from "i18next-browser-languagedetector";
import { initReactI18next } from "react-i18next";

/** Starts the page's texts in the language the reader chose before, else the browser's; English where it is neither. */
export async function startTexts(root: HTMLElement): Promise<i18n> {
  i18next.on("languageChanged", (language) => {
    root.lang = pickUiLanguage([language]);
  });
  await i18next
    .use(LanguageDetector)
    .use(initReactI18next)
    .init({
      resources: pageResources,
      supportedLngs: UI_LANGUAGES,
      load: "languageOnly",
      fallbackLng: "en",
      interpolation: { escapeValue: false },
      detection: { order: ["localStorage", "navigator"], lookupLocalStorage: "stele.ui", caches: ["localStorage"] },
    });
  return i18next;
}
