import {
  type Article,
  type Bead,
  createArticle,
  type GuardReport,
  type InlineMark,
  type LanguageTag,
  type Provenance,
  type Sentence,
  type Standing,
  SteleError,
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

/**
 * Translates an article and proves the answer: one to one is kept, anything else is segmented and aligned, what is
 * bad is tried once in another way and then marked. Never pads and never pairs by position.
 *
 * @throws SteleError as the engine does; `input-empty` for a text without sentences. Answers that came are stored by
 * then, so the same call sends only the rest.
 */
export async function translateArticle(source: SourceText, options: TranslateOptions): Promise<TranslatedArticle> {
  if (source.sentences.length === 0) throw nothingToTranslate();
  const assembler = new Assembler(source, options.target);
  const translate = options.unit === "paragraph" ? translateParagraphs : translateSentences;
  const keepMarks = createMarkKeeper(source, options);
  for await (const parts of translate(source, options)) for (const part of parts) assembler.add(keepMarks(part));
  const { text, blocks, sentences, beads, pieces, counts, standings, marks, via } = assembler.end();
  return {
    article: createArticle({ language: options.target, text, blocks }),
    sentences,
    beads,
    provenance: provenanceOf(options, via),
    overrides: overridesOf(standings),
    report: { pieces, counts },
    marks,
  };
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

/** What a person wrote, corrected or approved keeps its standing. */
function overridesOf(standings: ReadonlyMap<number, Standing>): Readonly<Record<number, Provenance>> {
  const entries = [...standings].map(([index, standing]): [number, Provenance] => {
    return [index, { standing, origin: { kind: "person", name: "translation memory" } }];
  });
  return Object.fromEntries(entries);
}
