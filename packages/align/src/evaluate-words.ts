import type { Span } from "@stele/model";
import type { SentenceWordLink } from "./align-options.ts";

/** A pair of sentences with words linked by hand: words in order, exact substrings of their sentences. */
export interface GoldWords {
  readonly source: string;
  readonly target: string;
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  readonly links: readonly (readonly [source: readonly number[], target: readonly number[]])[];
}

/** One pair of sentences: what should be linked, and what was. */
export interface JudgedWords {
  readonly gold: GoldWords;
  readonly found: readonly SentenceWordLink[];
}

/** Precision and recall over pairs of words, summed over sentences. */
export interface WordFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs of words: linked in the gold, found, and both. */
export interface WordCounts {
  readonly hits: number;
  readonly found: number;
  readonly wanted: number;
}

/**
 * Counts word links by pairs of the gold's words: a span stands for every word that it shares a letter, a character or
 * a digit with; a link stands for every pair of its two groups.
 */
export function countWordLinks({ gold, found: links }: JudgedWords): WordCounts {
  const right = new Set(gold.links.flatMap(([source, target]) => pairs(source, target)));
  const sources = locate(gold.source, gold.sourceWords);
  const targets = locate(gold.target, gold.targetWords);
  const given = new Set(links.flatMap((link) => pairs(touched(link.source, sources), touched(link.target, targets))));
  const hits = [...given].filter((pair) => right.has(pair)).length;
  return { hits, found: given.size, wanted: right.size };
}

/** Precision, recall and F1 of the counts of any number of sentences. */
export function wordFigures(sentences: readonly WordCounts[]): WordFigures {
  const sum = (name: keyof WordCounts): number => sentences.reduce((total, counts) => total + counts[name], 0);
  const [hits, found, wanted] = [sum("hits"), sum("found"), sum("wanted")];
  const precision = found === 0 ? 0 : hits / found;
  const recall = wanted === 0 ? 0 : hits / wanted;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Scores word links, summed over sentences. */
export function evaluateWordLinks(sentences: readonly JudgedWords[]): WordFigures {
  return wordFigures(sentences.map(countWordLinks));
}

/** Links between words of the gold by their indexes, as a linker would have found them. */
export function linksOfWords(gold: GoldWords, links: GoldWords["links"]): readonly SentenceWordLink[] {
  const [sources, targets] = [locate(gold.source, gold.sourceWords), locate(gold.target, gold.targetWords)];
  const spans = (words: readonly Span[], indexes: readonly number[]): Span[] =>
    indexes.flatMap((index) => words.slice(index, index + 1));
  return links.map(([source, target]) => ({
    source: spans(sources, source),
    target: spans(targets, target),
    confidence: 1,
  }));
}

function pairs(source: readonly number[], target: readonly number[]): string[] {
  return source.flatMap((i) => target.map((j) => `${i}:${j}`));
}

function locate(text: string, words: readonly string[]): Span[] {
  let from = 0;
  return words.map((word) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return { start, end: from };
  });
}

function touched(spans: readonly Span[], words: readonly Span[]): number[] {
  return words.flatMap((word, index) =>
    spans.some((span) => span.start < word.end && word.start < span.end) ? [index] : [],
  );
}
