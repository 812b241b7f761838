import type { LanguageRules } from "../../language-rules.ts";
import { buildStops } from "../../stops.ts";
import { judgeEnglish } from "./judge.ts";
import { CANDIDATES, extendEnglish, proposeEnglish } from "./propose.ts";

/** The rules of English. */
export const english: LanguageRules = {
  stops: buildStops(CANDIDATES),
  judge: judgeEnglish,
  extend: extendEnglish,
  propose: proposeEnglish,
};
