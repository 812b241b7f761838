import type { ReactNode } from "react";
import type { LanguageTag, Span } from "../api/nouns.ts";
import { stretchesOf } from "./stretches.ts";

/** A text with stretches of it marked; overlapping ones become one. */
export function Marked({
  text,
  spans,
  language,
}: {
  text: string;
  spans: readonly Span[];
  language: LanguageTag;
}): ReactNode {
  return (
    <span lang={language}>
      {stretchesOf(text, spans).map(({ start, end, isMarked }) =>
        isMarked ? <mark key={start}>{text.slice(start, end)}</mark> : text.slice(start, end),
      )}
    </span>
  );
}
