import type { ReactNode } from "react";
import type { LanguageTag } from "../api/nouns.ts";
import type { ReaderView } from "./reader-view.ts";
import type { Reading, ReadingSentence } from "./reading.ts";

/** What a sentence needs. */
export interface SentenceProps {
  readonly sentence: ReadingSentence;
  readonly language: LanguageTag;
  readonly isLit: boolean;
  /** Whether it is the first of its cell; a blank stands before the others where the script wants one. */
  readonly isFirst: boolean;
  readonly reading: Reading;
  readonly view: ReaderView;
}

/** The element that shows a sentence has this id. */
export function sentenceId(side: number, sentence: number): string {
  return `s-${side}-${sentence}`;
}

/** A sentence: focusable, so that keys and screen readers reach it. */
export function SentenceView({ sentence, language, isLit, isFirst }: SentenceProps): ReactNode {
  return (
    <>
      {!isFirst && !language.startsWith("zh") && " "}
      <span
        id={sentenceId(sentence.side, sentence.sentence)}
        className="s"
        tabIndex={-1}
        data-s={sentence.sentence}
        data-lit={isLit || undefined}
      >
        {sentence.text}
      </span>
    </>
  );
}
