import { shown as en } from "./en/shown.ts";
import { shown as ko } from "./ko/shown.ts";
import { shown as zh } from "./zh/shown.ts";

/** The same as `resources` without the texts of the command line, which a page never shows and need not load. */
export const pageResources = {
  en: { translation: en },
  ko: { translation: ko },
  zh: { translation: zh },
} as const;
