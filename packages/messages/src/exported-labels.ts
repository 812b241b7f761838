import type { Translator } from "./translator.ts";
import type { UiLanguage } from "./ui-language.ts";

/** The words of an exported page, as the writer of HTML takes them. */
export interface ExportedLabels {
  readonly language: UiLanguage;
  readonly turn: string;
  readonly hide: string;
  readonly larger: string;
  readonly smaller: string;
  readonly counterpart: string;
  readonly pinyin: string;
  readonly romanisation: string;
  readonly keys: string;
  readonly close: string;
  readonly keyList: readonly (readonly [keys: string, what: string])[];
}

/** The words of an exported page in one language. */
export function exportedLabels(t: Translator, language: UiLanguage): ExportedLabels {
  return {
    language,
    turn: t("exported.turn"),
    hide: t("exported.hide"),
    larger: t("exported.larger"),
    smaller: t("exported.smaller"),
    counterpart: t("exported.counterpart"),
    pinyin: t("exported.pinyin"),
    romanisation: t("exported.romanisation"),
    keys: t("page.keys.title"),
    close: t("exported.close"),
    keyList: keyList(t),
  };
}

function keyList(t: Translator): ExportedLabels["keyList"] {
  return [
    ["↓ J", t("page.keys.next")],
    ["↑ K", t("page.keys.previous")],
    ["← →", t("exported.sideways")],
    ["Home End", t("exported.ends")],
    ["F", t("page.keys.flip")],
    ["H", t("page.keys.cover")],
    ["Space Enter", t("page.keys.reveal")],
    ["L", t("exported.layout")],
    ["+", t("page.keys.bigger")],
    ["−", t("page.keys.smaller")],
    ["N", t("page.keys.nextLow")],
    ["Shift+C", t("page.keys.copyAll")],
    ["V", t("exported.readings")],
    ["Esc", t("page.keys.out")],
    ["?", t("page.keys.help")],
  ];
}
