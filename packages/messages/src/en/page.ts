/** The texts of the reading room. */
export const page = {
  title: "Stele",
  library: "Library",
  empty: "Nothing here yet. Open a text with: stele read FILE",
  loading: "Loading…",
  search: "Search",
  delete: "Delete",
  undo: "Undo",
  export: "Export",
  close: "Close",
  settings: "Settings",
  language: {
    en: "English",
    ko: "Korean",
    "zh-Hans": "Chinese (simplified)",
    "zh-Hant": "Chinese (traditional)",
  },
} as const;
