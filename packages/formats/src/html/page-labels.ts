import type { PageLabels } from "../format.ts";

/** The words of a page where the caller gives none. */
export const ENGLISH_LABELS: PageLabels = {
  language: "en",
  turn: "Other language",
  hide: "Hide translation",
  larger: "Larger text",
  smaller: "Smaller text",
  counterpart: "Translation",
  pinyin: "Pinyin",
  romanisation: "Romanisation",
  keys: "Keys",
  close: "Close",
  keyList: [
    ["↓ J", "Next sentence"],
    ["↑ K", "Previous sentence"],
    ["← →", "To the column beside"],
    ["Home End", "First, last sentence"],
    ["F", "Other language first"],
    ["H", "Hide the translation, or show it"],
    ["Space Enter", "Show the hidden sentence"],
    ["L", "Side by side, or one below the other"],
    ["+ −", "Size of the text"],
    ["N", "Next doubtful row"],
    ["Shift+C", "Copy the sentence with its counterparts"],
    ["V", "Readings above the text"],
    ["?", "This list"],
  ],
};
