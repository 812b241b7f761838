import { pageResources } from "./page-resources.ts";
import type { UiLanguage } from "./ui-language.ts";

type Label = "turn" | "hide" | "larger" | "smaller" | "counterpart" | "pinyin" | "romanisation" | "keys" | "close";

/** What a key of an exported page does. */
type KeyText =
  | "next"
  | "previous"
  | "sideways"
  | "ends"
  | "turn"
  | "hide"
  | "reveal"
  | "layout"
  | "larger"
  | "smaller"
  | "doubtful"
  | "copy"
  | "readings"
  | "away"
  | "help";

/** The words of an exported page, as the writer of HTML names them. */
export type ExportedLabels = Readonly<Record<Label, string>> & {
  readonly language: UiLanguage;
  readonly keyTexts: Readonly<Record<KeyText, string>>;
};

/** The words of an exported page in one language. Nothing is filled in, so that no translator is needed. */
export function exportedLabels(language: UiLanguage): ExportedLabels {
  const { exported, page } = pageResources[language].translation;
  const { sideways, ends, layout, readings, ...labels } = exported;
  const { keys } = page;
  return {
    ...labels,
    keys: keys.title,
    language,
    keyTexts: {
      ...{ sideways, ends, layout, readings },
      next: keys.next,
      previous: keys.previous,
      turn: keys.flip,
      hide: keys.cover,
      reveal: keys.reveal,
      larger: keys.bigger,
      smaller: keys.smaller,
      doubtful: keys.nextLow,
      copy: keys.copyAll,
      away: keys.out,
      help: keys.help,
    },
  };
}
