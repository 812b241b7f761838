import type { LanguageRules } from "../../language-rules.ts";
import { buildStops } from "../../stops.ts";
import { judgeEnglish } from "./judge.ts";
import { proposeItem } from "./list-items.ts";

/** The rules of English. */
export const english: LanguageRules = { stops: buildStops(""), judge: judgeEnglish, propose: proposeItem };
