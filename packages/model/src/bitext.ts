import { type Article, hashText, type Sentence } from "./article.ts";
import { type Bead, checkBeads } from "./bead.ts";
import type { GuardReport } from "./guard-report.ts";
import type { Provenance } from "./provenance.ts";
import { checkSpans } from "./span.ts";
import { SteleError } from "./stele-error.ts";

/** Names a bitext through all its revisions: made from the two articles that it was first aligned from. */
export type BitextId = string & { readonly __brand: "BitextId" };

/** One side of a bitext. */
export interface Side {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly provenance: Provenance;
  /** Sentences whose provenance differs from the side's, by sentence index. */
  readonly overrides?: Readonly<Record<number, Provenance>>;
}

/** Two articles, their sentences and the beads between them. */
export interface Bitext {
  readonly id: BitextId;
  readonly source: Side;
  readonly target: Side;
  readonly beads: readonly Bead[];
  /** From 1; a write names the revision it saw. */
  readonly revision: number;
  /** Who made this revision: `stele` or a person's name. */
  readonly author: string;
  readonly report?: GuardReport;
}

/** A bitext before it is checked. Without `id` it is a new one; without `revision` the first. */
export type BitextDraft = Omit<Bitext, "id" | "revision" | "author"> &
  Partial<Pick<Bitext, "id" | "revision" | "author">>;

/**
 * The one place where a bitext is made and checked: sentences in order inside their blocks, every sentence of both
 * sides in exactly one bead, in order.
 *
 * @throws SteleError `offsets-invalid` or `beads-invalid`; `language-same` where both sides have one language.
 */
export function createBitext(draft: BitextDraft): Bitext {
  const { source, target } = draft;
  if (source.article.language === target.article.language) throw sameLanguage(source);
  checkSide(source);
  checkSide(target);
  checkBeads(draft.beads, { source: source.sentences.length, target: target.sentences.length });
  return {
    ...draft,
    id: draft.id ?? bitextId(source.article, target.article),
    revision: draft.revision ?? 1,
    author: draft.author ?? "stele",
  };
}

/** The id of a new bitext of these two articles. */
export function bitextId(source: Article, target: Article): BitextId {
  return hashText(`${source.id}\n${target.id}`) as BitextId;
}

function checkSide({ article, sentences }: Side): void {
  checkSpans(sentences, article.text.length, "sentence");
  for (const [index, sentence] of sentences.entries()) {
    const block = article.blocks[sentence.block];
    if (block === undefined || sentence.start < block.start || sentence.end > block.end) {
      throw new SteleError({
        code: "offsets-invalid",
        message: `Sentence number ${index} does not lie inside its block, number ${sentence.block}.`,
        hint: "A sentence names the block that holds it.",
        details: { index, block: sentence.block },
      });
    }
  }
}

function sameLanguage(side: Side): SteleError {
  return new SteleError({
    code: "language-same",
    message: `Both sides are in ${side.article.language}.`,
    hint: "Source and target need two languages; name them with --from and --to if they were found wrongly.",
    details: { language: side.article.language },
  });
}
