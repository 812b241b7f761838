export { detectLanguage } from "./detect-language.ts";
export { readsForeign } from "./reads-foreign.ts";
export { segment } from "./segment.ts";
export type { Explanation, Segmentation, SegmentInput, SegmentOptions } from "./segmentation.ts";
