import type { BaseLanguage } from "@stele/model";
import type { LanguageRules } from "../language-rules.ts";
import { english } from "./en/index.ts";
import { korean } from "./ko/index.ts";
import { chinese } from "./zh/index.ts";

/** The rules of each language: a new one is a folder here and a line. */
export const LANGUAGES: Readonly<Record<BaseLanguage, LanguageRules>> = { en: english, ko: korean, zh: chinese };
