import { absorbAside } from "../../enclosure.ts";
import type { LanguageRules } from "../../language-rules.ts";
import { buildStops } from "../../stops.ts";
import { judgeChinese } from "./judge.ts";

/** The rules of Chinese, simplified and traditional. */
export const chinese: LanguageRules = { stops: buildStops(""), judge: judgeChinese, extend: absorbAside };
