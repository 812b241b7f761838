import { absorbAside } from "../../enclosure.ts";
import type { LanguageRules } from "../../language-rules.ts";
import { buildStops } from "../../stops.ts";
import { judgeKorean } from "./judge.ts";
import { CANDIDATES, extendTail, proposeKorean } from "./propose.ts";

/** The rules of Korean. */
export const korean: LanguageRules = {
  stops: buildStops(CANDIDATES, "<>"),
  judge: judgeKorean,
  extend: (scene, end) => absorbAside(scene, extendTail(scene, end)),
  propose: proposeKorean,
};
