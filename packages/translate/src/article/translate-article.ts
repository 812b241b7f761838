import {
  type Article,
  type Bead,
  createArticle,
  type GuardReport,
  type Provenance,
  type Range,
  type Sentence,
  SteleError,
  type Verdict,
} from "@stele/model";
import type { TranslateOptions } from "./ask.ts";
import { assemble } from "./assemble.ts";
import { translateParagraphs } from "./paragraph-mode.ts";
import { type Part, verdictOf } from "./part.ts";
import type { SourceText } from "./pieces.ts";
import { translateSentences } from "./sentence-mode.ts";

/** A translated article: everything that a bitext's target side and its beads are made of. */
export interface TranslatedArticle {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  /** Every sentence of source and translation in exactly one, in order. */
  readonly beads: readonly Bead[];
  readonly provenance: Provenance;
  /** Sentences that the memory gave, by index. */
  readonly overrides: Readonly<Record<number, Provenance>>;
  readonly report: GuardReport;
}

/**
 * Translates an article and proves the answer: one to one is kept, anything else is segmented and aligned, what is
 * bad is tried once in another way and then marked. Never pads and never pairs by position.
 *
 * @throws SteleError as the engine does; `input-empty` for a text without sentences. Answers that came are stored by
 * then, so the same call sends only the rest.
 */
export async function translateArticle(source: SourceText, options: TranslateOptions): Promise<TranslatedArticle> {
  if (source.sentences.length === 0) throw nothingToTranslate();
  const isWhole = options.unit === "paragraph";
  const parts = isWhole ? await translateParagraphs(source, options) : await translateSentences(source, options);
  const { text, blocks, sentences, beads, ranges } = assemble(source, parts, options.target);
  return {
    article: createArticle({ language: options.target, text, blocks }),
    sentences,
    beads,
    provenance: provenanceOf(options, parts),
    overrides: overridesOf(parts, ranges),
    report: reportOf(parts, ranges),
  };
}

function nothingToTranslate(): SteleError {
  return new SteleError({
    code: "input-empty",
    message: "There is no sentence to translate.",
    hint: "Give a text with at least one sentence.",
  });
}

function provenanceOf(options: TranslateOptions, parts: readonly Part[]): Provenance {
  const { engine, engineOptions, now = () => new Date() } = options;
  const { model, settings } = engine.describe;
  const via = parts.find((part) => part.via !== undefined)?.via;
  const unit = options.unit ?? "sentence";
  return {
    standing: "machine",
    origin: {
      kind: "engine",
      engine: engine.name,
      ...(model === undefined ? {} : { model }),
      options: { ...settings, ...engineOptions, unit },
      date: now().toISOString(),
      ...(via === undefined ? {} : { via }),
    },
  };
}

/** What a person wrote, corrected or approved keeps its standing. */
function overridesOf(parts: readonly Part[], ranges: readonly Range[]): Readonly<Record<number, Provenance>> {
  const entries = parts.flatMap(({ standing }, at): [number, Provenance][] => {
    const [from, to] = ranges[at] ?? [0, 0];
    if (standing === undefined) return [];
    const provenance: Provenance = { standing, origin: { kind: "person", name: "translation memory" } };
    return Array.from({ length: to - from }, (_, index) => [from + index, provenance]);
  });
  return Object.fromEntries(entries);
}

function reportOf(parts: readonly Part[], ranges: readonly Range[]): GuardReport {
  const counts: Record<Verdict, number> = { empty: 0, suspicious: 0, split: 0, merged: 0, kept: 0 };
  const pieces = parts.map((part, at) => {
    const verdict = verdictOf(part);
    counts[verdict] += 1;
    return {
      source: part.source,
      target: ranges[at] ?? [0, 0],
      verdict,
      reasons: part.reasons,
      attempts: part.attempts,
    };
  });
  return { pieces, counts };
}
