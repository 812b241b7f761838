import type { Aid } from "../app/settings.ts";

/** The language that an aid is for. */
export function languageOfAid(aid: Aid): "ko" | "zh" {
  return aid === "pinyin" || aid === "otherScript" ? "zh" : "ko";
}
