import type { LanguageRules } from "../../language-rules.ts";
import { english } from "../en/index.ts";

export const korean: LanguageRules = english;
