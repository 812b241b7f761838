import {
  type Article,
  type Bead,
  countVerdicts,
  createArticle,
  type GuardReport,
  type InlineMark,
  type LanguageTag,
  listOf,
  overridesOf,
  type Passage,
  type Provenance,
  type Sentence,
  SteleError,
  textsOf,
} from "@stele/model";
import type { TranslateOptions } from "./ask.ts";
import { Assembler } from "./assemble.ts";
import { createMarkKeeper } from "./keep-marks.ts";
import { translateParagraphs } from "./paragraph-mode.ts";
import { translateSentences } from "./sentence-mode.ts";
import type { SourceText } from "./source-text.ts";

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
  /** The source's marks where their words now stand; pieces that lost one have the reason `tag-broken` or `marks-lost`. */
  readonly marks: readonly InlineMark[];
}

/** Where the passages of a translation go as they come. */
export interface PassageSink {
  add(passage: Passage): void;
}

/**
 * Translates an article and proves the answer: one to one is kept, anything else is segmented and aligned, what is
 * bad is tried once in another way and then marked. Never pads and never pairs by position.
 *
 * @throws SteleError as the engine does; `input-empty` for a text without sentences. Answers that came are stored by
 * then, so the same call sends only the rest.
 */
export async function translateArticle(source: SourceText, options: TranslateOptions): Promise<TranslatedArticle> {
  const passages: Passage[] = [];
  const provenance = await translatePassages(source, options, { add: (passage) => passages.push(passage) });
  const blocks = [...listOf(passages, "blocks")];
  const pieces = [...listOf(passages, "pieces")];
  return {
    article: createArticle({ language: options.target, text: [...textsOf(passages)].join(""), blocks }),
    sentences: [...listOf(passages, "sentences")],
    beads: [...listOf(passages, "beads")],
    provenance,
    overrides: overridesOf(passages),
    report: { pieces, counts: countVerdicts(passages) },
    marks: [...listOf(passages, "marks")],
  };
}

/**
 * The same for a text that is too long to be held: its passages are given away as soon as they are made. Gives the
 * provenance, which is known only at the end.
 */
export async function translatePassages(
  source: SourceText,
  options: TranslateOptions,
  sink: PassageSink,
): Promise<Provenance> {
  if (source.sentences.length === 0) throw nothingToTranslate();
  const assembler = new Assembler(source, options.target);
  const translate = options.unit === "paragraph" ? translateParagraphs : translateSentences;
  const keepMarks = createMarkKeeper(source, options);
  for await (const parts of translate(source, options)) {
    for (const part of parts) assembler.add(keepMarks(part));
    sink.add(assembler.take());
  }
  assembler.end();
  sink.add(assembler.take());
  return provenanceOf(options, assembler.via);
}

function nothingToTranslate(): SteleError {
  return new SteleError({
    code: "input-empty",
    message: "There is no sentence to translate.",
    hint: "Give a text with at least one sentence.",
  });
}

function provenanceOf(options: TranslateOptions, via: LanguageTag | undefined): Provenance {
  const { engine, engineOptions, now = () => new Date() } = options;
  const { model, settings } = engine.describe;
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
