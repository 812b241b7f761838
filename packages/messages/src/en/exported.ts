/** The words of an exported page; what its keys do is said by `page.keys` too. */
export const exported = {
  turn: "Other language",
  hide: "Hide translation",
  larger: "Larger text",
  smaller: "Smaller text",
  counterpart: "Translation",
  pinyin: "Pinyin",
  romanisation: "Romanisation",
  close: "Close",
  sideways: "To the column beside",
  ends: "First or last sentence",
  layout: "Side by side, or one below the other",
  readings: "Pinyin and romanisation, on or off",
} as const;
