import { cutWords, endsNoun, simplifyHan } from "@stele/align";
import type { TermTools } from "@stele/translate";

/** What looking for terms in `@stele/translate` needs of the aligner. */
export const TERM_TOOLS: TermTools = {
  simplify: simplifyHan,
  chineseWords: (text) => cutWords(text, "zh-Hans"),
  endsNoun,
};
