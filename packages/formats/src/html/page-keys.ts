/** The keys of an exported page, by what they do: what its script listens to, as the list of keys shows them. */
export const PAGE_KEYS = {
  next: "↓ J",
  previous: "↑ K",
  sideways: "← →",
  ends: "Home End",
  turn: "F",
  hide: "H",
  reveal: "Space Enter",
  layout: "L",
  larger: "+",
  smaller: "−",
  doubtful: "N",
  copy: "Shift+C",
  readings: "V",
  away: "Esc",
  help: "?",
} as const;

/** What a key of an exported page does. */
export type PageKey = keyof typeof PAGE_KEYS;
