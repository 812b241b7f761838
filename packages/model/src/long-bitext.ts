import { type ArticleId, articleId, createArticle } from "./article.ts";
import { checkBeads } from "./bead.ts";
import { type Bitext, bitextId, createBitext, type Side } from "./bitext.ts";
import { checkLanguages, checkSentences } from "./check-side.ts";
import type { GuardPiece, GuardReport, Verdict } from "./guard-report.ts";
import type { LanguageTag } from "./language-tag.ts";
import { listOf, type Passage, textsOf } from "./passage.ts";
import type { Provenance } from "./provenance.ts";
import { checkSpans } from "./span.ts";

/** A translation that is too long to be held. */
export interface LongSide {
  /** Of the article that its text is. */
  readonly id: ArticleId;
  readonly language: LanguageTag;
  /** How many there are. */
  readonly sentences: number;
  readonly provenance: Provenance;
}

/** A bitext whose translation is not held but gone through passage by passage, as often as anybody asks. */
export interface LongBitext extends Pick<Bitext, "id" | "source"> {
  readonly target: LongSide;
  /** How many there are. */
  readonly beads: number;
  readonly counts: GuardReport["counts"];
  readonly passages: Iterable<Passage>;
}

/** A long bitext before it is checked. */
export interface LongBitextDraft extends Pick<LongBitext, "source" | "passages"> {
  readonly target: Pick<LongSide, "language" | "provenance">;
}

/**
 * The one place where a long bitext is made and checked: as `createBitext`, by going through its passages.
 *
 * @throws SteleError as `createBitext`.
 */
export function createLongBitext({ source, target, passages }: LongBitextDraft): LongBitext {
  checkLanguages(source.article.language, target.language);
  checkSentences(source.sentences, source.article.blocks, source.article.text.length);
  const { text, sentences, beads } = lengthsOf(passages);
  checkSpans(listOf(passages, "blocks"), text, "block");
  checkSentences(listOf(passages, "sentences"), listOf(passages, "blocks"), text);
  checkBeads(listOf(passages, "beads"), { source: source.sentences.length, target: sentences });
  const id = articleId(target.language, textsOf(passages));
  return {
    id: bitextId(source.article, { id }),
    source,
    target: { ...target, id, sentences },
    beads,
    counts: countVerdicts(passages),
    passages,
  };
}

/** A long bitext held after all, for what needs it whole. */
export function wholeBitext(bitext: LongBitext): Bitext {
  const report = longReport(bitext);
  return createBitext({
    source: bitext.source,
    target: wholeTarget(bitext),
    beads: [...listOf(bitext.passages, "beads")],
    ...(report === undefined ? {} : { report: { ...report, pieces: [...report.pieces] } }),
  });
}

/** The translation of a long bitext held after all. */
export function wholeTarget({ target: { language, provenance }, passages }: LongBitext): Side {
  const blocks = [...listOf(passages, "blocks")];
  return {
    article: createArticle({ language, text: [...textsOf(passages)].join(""), blocks }),
    sentences: [...listOf(passages, "sentences")],
    provenance,
    overrides: overridesOf(passages),
  };
}

/** A report whose pieces are gone through, not held. */
export interface LongReport extends Omit<GuardReport, "pieces"> {
  readonly pieces: Iterable<GuardPiece>;
}

/** What the guard found; undefined where it judged nothing, as where two translations were aligned with each other. */
export function longReport({ passages, counts }: LongBitext): LongReport | undefined {
  const isJudged = Object.values(counts).some((count) => count > 0);
  return isJudged ? { pieces: listOf(passages, "pieces"), counts } : undefined;
}

/** Sentences of a translation whose provenance differs from its side's: few as a rule. */
export function overridesOf(passages: Iterable<Passage>): Readonly<Record<number, Provenance>> {
  const all: Record<number, Provenance> = {};
  for (const { overrides } of passages) Object.assign(all, overrides);
  return all;
}

/** How many pieces have which verdict. */
export function countVerdicts(passages: Iterable<Passage>): GuardReport["counts"] {
  const counts: Record<Verdict, number> = { empty: 0, suspicious: 0, split: 0, merged: 0, kept: 0 };
  for (const { verdict } of listOf(passages, "pieces")) counts[verdict] += 1;
  return counts;
}

interface Lengths extends Pick<LongBitext, "beads"> {
  /** In code units. */
  readonly text: number;
  readonly sentences: number;
}

function lengthsOf(passages: Iterable<Passage>): Lengths {
  let [text, sentences, beads] = [0, 0, 0];
  for (const passage of passages) {
    text += passage.text.length;
    sentences += passage.sentences.length;
    beads += passage.beads.length;
  }
  return { text, sentences, beads };
}
