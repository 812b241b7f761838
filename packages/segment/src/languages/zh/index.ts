import { absorbAside } from "../../enclosure.ts";
import type { LanguageRules } from "../../language-rules.ts";
import { buildStops } from "../../stops.ts";
import { judgeChinese } from "./judge.ts";
import { proposeTilde, TILDES } from "./particles.ts";

/** The rules of Chinese, simplified and traditional. */
export const chinese: LanguageRules = {
  stops: buildStops(TILDES),
  judge: judgeChinese,
  extend: absorbAside,
  propose: proposeTilde,
};
