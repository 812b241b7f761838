import type { ArticleId } from "./article.ts";
import type { BitextId } from "./bitext.ts";
import type { LanguageTag } from "./language-tag.ts";
import type { Standing } from "./provenance.ts";
import type { Span } from "./span.ts";

/**
 * How a query is meant. `forms`: a word with its other forms (bridge: bridges), in Chinese and Korean any piece;
 * `word`: whole and as typed, in Korean between blanks (Chinese shows no words: any piece); `anywhere`: any piece of a
 * word.
 */
export type SearchMode = "forms" | "word" | "anywhere";

/** What to look for in the library. */
export interface ConcordanceQuery {
  /** A word or a phrase. Case and width do not matter. */
  readonly query: string;
  /** Default `forms`. */
  readonly mode?: SearchMode;
  /** The language of the text searched; default: any. */
  readonly language?: LanguageTag;
  /** The language of the other side; default: any, and beads without another side too. */
  readonly other?: LanguageTag;
  /** Only in this text of the library. */
  readonly textId?: ArticleId;
  /** From 0 to 1: leaves out beads with a lower score; beads without a score stay. */
  readonly minScore?: number;
  /** Names of the memories to look in; default: all. */
  readonly memories?: readonly string[];
  /** Default 100. */
  readonly limit?: number;
  /** How many hits to pass over, for the next page; default 0. */
  readonly offset?: number;
}

/** A text in which it was found, once however many pairs, texts and memories have it. */
export interface ConcordanceHit {
  readonly language: LanguageTag;
  readonly text: string;
  /** Where the query stands in the text. */
  readonly spans: readonly Span[];
  /** What stands beside it, each text once; none where nothing does. */
  readonly counterparts: readonly Counterpart[];
  /** Where it stands in texts of the library. */
  readonly places: readonly FoundAt[];
  /** Names of the memories that have it. */
  readonly memories: readonly string[];
}

/** What stands beside a text that was found. */
export interface Counterpart {
  /** Its number in the memory. */
  readonly unit: number;
  readonly language: LanguageTag;
  readonly text: string;
  /** Where the query itself stands in it too: a figure, a name. */
  readonly spans: readonly Span[];
  /** Of its bead, from 0 to 1; null where it has none. */
  readonly score: number | null;
  /** True where a reader should look twice. */
  readonly lowScore: boolean;
  readonly standing: Standing;
}

/** A bead of a text of the library. */
export interface FoundAt {
  readonly textId: ArticleId;
  readonly title: string;
  readonly bitextId: BitextId;
  /** Its index in the latest revision of the bitext. */
  readonly bead: number;
}
