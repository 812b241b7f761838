import type { Block } from "@stele/model";
import { ARTICLE_MARKS } from "../languages/index.ts";
import { matches } from "./line-kind.ts";

/** The longest credit without brackets, in code units. */
const LONGEST = 40;

/**
 * Says of places in a caption whether only its credit follows, which then stays with the sentence before it, as one in
 * brackets does: `▲ 항구가 다시 열렸다. 사진=오린시청`. Undefined for a block of another kind.
 */
export function captionCredit(
  text: string,
  { kind, end: last }: Block,
): ((end: number, next: number) => boolean) | undefined {
  if (kind !== "caption") return undefined;
  return (_end, next) => {
    const rest = text.slice(next, last);
    if (rest.length > LONGEST || /[.!?。！？…]["'”’」』]?$/u.test(rest)) return false;
    return ARTICLE_MARKS.some(({ credits }) => matches(credits, rest));
  };
}
