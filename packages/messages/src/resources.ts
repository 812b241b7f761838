import { en } from "./en/index.ts";
import { ko } from "./ko/index.ts";
import { zh } from "./zh/index.ts";

/** The texts as i18next and react-i18next take them: one namespace, keys such as `page.title`. */
export const resources = {
  en: { translation: en },
  ko: { translation: ko },
  zh: { translation: zh },
} as const;
