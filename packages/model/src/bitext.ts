import { type Article, hashText, type Sentence } from "./article.ts";
import { type Bead, checkBeads } from "./bead.ts";
import { checkLanguages, checkSentences } from "./check-side.ts";
import type { GuardReport } from "./guard-report.ts";
import type { Provenance } from "./provenance.ts";

/** Names a bitext through all its revisions: made from the two articles that it was first aligned from. */
export type BitextId = string & { readonly __brand: "BitextId" };

/** Names a side of a bitext. */
export type SideName = "source" | "target";

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
  checkLanguages(source.article.language, target.article.language);
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
export function bitextId(source: Pick<Article, "id">, target: Pick<Article, "id">): BitextId {
  return hashText(`${source.id}\n${target.id}`) as BitextId;
}

function checkSide({ article, sentences }: Side): void {
  checkSentences(sentences, article.blocks, article.text.length);
}
