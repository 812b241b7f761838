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
  keyTexts: {
    next: "Next sentence",
    previous: "Previous sentence",
    sideways: "To the column beside",
    ends: "First, last sentence",
    turn: "Other language first",
    hide: "Hide the translation, or show it",
    reveal: "Show the hidden sentence",
    layout: "Side by side, or one below the other",
    larger: "Larger text",
    smaller: "Smaller text",
    doubtful: "Next doubtful row",
    copy: "Copy the sentence with its counterparts",
    readings: "Readings above the text",
    away: "Close what is open",
    help: "This list",
  },
};
