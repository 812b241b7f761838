/** How well a reader knows a word. */
export type WordState = "known" | "learning";
