import { glueOf } from "@stele/core";
import type { CSSProperties, ReactNode } from "react";
import type { LanguageTag, Span } from "../api/nouns.ts";
import type { Studied } from "../study/studied-in.ts";
import { type Annotation, type Mark, type Piece, piecesOf } from "./annotate.ts";
import type { ReadingSentence } from "./reading.ts";

/** What a sentence needs. */
export interface SentenceProps extends Omit<SentenceTextProps, "text"> {
  readonly sentence: ReadingSentence;
  readonly language: LanguageTag;
  readonly isLit: boolean;
  /** Whether it is the first of its cell; a blank stands before the others where the script wants one. */
  readonly isFirst: boolean;
}

/** A text and what is known of it. */
export interface SentenceTextProps {
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly marks: readonly Mark[];
  readonly differences: readonly Span[];
  readonly studied: readonly Studied[];
  /** The group of linked words under the pointer. */
  readonly group: number | undefined;
}

/** The element that shows a sentence has this id. */
export function sentenceId(side: number, sentence: number): string {
  return `s-${side}-${sentence}`;
}

/** A sentence: focusable, so that keys and screen readers reach it. */
export function SentenceView(props: SentenceProps): ReactNode {
  const { sentence, language, isLit, isFirst, ...layers } = props;
  return (
    <>
      {!isFirst && glueOf(language)}
      <span
        id={sentenceId(sentence.side, sentence.sentence)}
        className="s"
        tabIndex={-1}
        data-s={sentence.sentence}
        data-lit={isLit || undefined}
      >
        <SentenceText text={sentence.text} {...layers} />
      </span>
    </>
  );
}

/** A text with its readings, linked words and marks. */
export function SentenceText({ text, annotations, marks, differences, studied, group }: SentenceTextProps): ReactNode {
  const isPlain = annotations.length + marks.length + differences.length + studied.length === 0;
  if (isPlain) return text;
  const pieces = piecesOf(text, { annotations, marks, differences, studied });
  return pieces.map((piece) => <PieceView key={piece.start} piece={piece} group={group} />);
}

function PieceView({ piece, group }: { piece: Piece; group: number | undefined }): ReactNode {
  const { mark, ruby, text, isDifferent, studied } = piece;
  const bare = ruby === undefined ? text : <Ruby text={text} reading={ruby} />;
  const word =
    studied === undefined ? (
      bare
    ) : (
      <span className="studied" data-state={studied}>
        {bare}
      </span>
    );
  const inner = isDifferent === true ? <span className="different">{word}</span> : word;
  if (mark === undefined) return inner;
  return (
    <span className="w" data-w={mark.group} data-on={mark.group === group || undefined} style={strength(mark)}>
      {inner}
    </span>
  );
}

function Ruby({ text, reading }: { text: string; reading: string }): ReactNode {
  return (
    <ruby>
      {text}
      <rt>{reading}</rt>
    </ruby>
  );
}

function strength(mark: Mark): CSSProperties {
  return { "--strength": String(Math.round(mark.confidence * 100) / 100) } as CSSProperties;
}
