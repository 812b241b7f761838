import type { BaseLanguage } from "@stele/model";
import type { ArticleMarks } from "../blocks/article-marks.ts";
import type { LanguageRules } from "../language-rules.ts";
import { englishMarks } from "./en/article-marks.ts";
import { english } from "./en/index.ts";
import { koreanMarks } from "./ko/article-marks.ts";
import { korean } from "./ko/index.ts";
import { chineseMarks } from "./zh/article-marks.ts";
import { chinese } from "./zh/index.ts";

/** The rules of each language: a new one is a folder here and a line. */
export const LANGUAGES: Readonly<Record<BaseLanguage, LanguageRules>> = { en: english, ko: korean, zh: chinese };

/** How articles of all languages mark their parts: an article may hold a part in another language. */
export const ARTICLE_MARKS: readonly ArticleMarks[] = [englishMarks, koreanMarks, chineseMarks];
