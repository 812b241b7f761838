import type {
  Article,
  ArticleId,
  Bitext,
  BitextId,
  ConcordanceHit,
  ConcordanceQuery,
  LongBitext,
  Side,
} from "@stele/model";
import type { Answers } from "./answers.ts";
import type { RevisionSummary } from "./bitexts.ts";
import type { Memory } from "./memory/memory-types.ts";
import type { Runs } from "./runs.ts";
import type { Spool } from "./spool.ts";
import type { Sentences, Words } from "./study.ts";
import type { TextSummary } from "./texts.ts";

/** How a library is opened. */
export interface LibraryOptions {
  /** The database file; it and its folder are made where they are not there. */
  readonly file: string;
  /** Default false. */
  readonly readOnly?: boolean;
  /** How long a write waits for another process, in milliseconds; default 5000. */
  readonly timeoutMs?: number;
  /** The most pages of 4096 bytes that the file may have; for tests of a full disk. */
  readonly maxPages?: number;
}

/** How a bitext is written. */
export interface SaveOptions {
  /** The revision on which the writer built; default: the bitext's own. */
  readonly seen?: number;
  /** Whom history names; default: the bitext's own author. */
  readonly author?: string;
}

/** How a long bitext is written. */
export interface SaveLongOptions {
  /** Asked about the latest revision where it says something else. Default: it may be followed by the new one. */
  readonly mayReplace?: (known: Bitext) => boolean;
}

/**
 * What is kept: one file, safe for several processes. Every method is synchronous and may throw the SteleErrors
 * `library-locked`, `library-damaged`, `library-read-only` and `disk-full`; those that write text, `text-not-storable`.
 */
export interface Library {
  readonly file: string;
  /** Keeps a side and lists it as a text, unless its article belongs to one already. */
  saveSide(side: Side): void;
  /** The side with which a text came, while it has no translation; undefined where none was kept. */
  side(id: ArticleId): Side | undefined;
  article(id: ArticleId): Article | undefined;
  /**
   * Keeps a bitext as its next revision, with its articles, and its beads in the memory; equal content is no new
   * revision, nor is a translation made again that differs in nothing but its date. Gives back what is stored now.
   *
   * @throws StaleRevision (code `stale-revision`) with both versions where `seen` is not the latest.
   */
  saveBitext(bitext: Bitext, options?: SaveOptions): Bitext;
  /**
   * The same for a bitext that is too long to be held; where another revision is kept, it becomes the next one of that.
   * False where it may not: then it stays as it is. The text it belongs to is listed again in any case.
   */
  saveLong(bitext: LongBitext, options?: SaveLongOptions): boolean;
  /**
   * Whether the latest revision says what a bitext says, so that saving it would write nothing; quicker than reading
   * it.
   */
  holds(bitext: Bitext | LongBitext): boolean;
  /** A place for plain data that is too long to be held, until the library is closed; others never see it. */
  spool<T>(): Spool<T>;
  /** The latest revision, or the one named. */
  bitext(id: BitextId, revision?: number): Bitext | undefined;
  /** The latest revisions of everything aligned with an article, on either side. */
  bitextsOf(articleId: ArticleId): readonly Bitext[];
  /** Every revision of a bitext, the first first. */
  history(id: BitextId): readonly RevisionSummary[];
  /**
   * Makes an old revision the latest again, as a new one.
   *
   * @throws SteleError `not-found`; StaleRevision.
   */
  restoreRevision(id: BitextId, revision: number, options?: SaveOptions): Bitext;
  /** Everything that `work` writes is kept together, or nothing where it throws. */
  together<T>(work: () => T): T;
  /**
   * Meanwhile no write waits longer than this for another process, so that whoever calls can do something else before
   * it tries again: a write that waits holds up everything.
   */
  waitingAtMost<T>(ms: number, work: () => T): T;
  /** One a source article, the last changed first. */
  texts(): readonly TextSummary[];
  /** Texts that were removed and can be brought back. */
  removedTexts(): readonly TextSummary[];
  /** One text as the lists show it, removed or not. */
  text(id: ArticleId): TextSummary | undefined;
  /** The text to which a bitext belongs. */
  textOf(id: BitextId): ArticleId | undefined;
  /** Takes a text out of the lists; `restoreText` brings it back. Throws `not-found`. */
  removeText(id: ArticleId): void;
  restoreText(id: ArticleId): void;
  /** Deletes removed texts for good, out of the memory too; says how many. */
  purgeRemoved(): number;
  /** Finds a word or phrase in every text and memory, each text once with all its counterparts; the shortest first. */
  concordance(query: ConcordanceQuery): readonly ConcordanceHit[];
  /** Reads the whole file and says whether it fits together; seconds for a big one. */
  isSound(): boolean;
  /** Writes a consistent copy while others may be writing. Throws `output-exists`, `output-failed`. */
  backup(file: string): void;
  /**
   * Makes everything as it is in a backup, but for answers: those of both are kept, because they were paid for. The
   * state before is written beside the library first; its file name is given back.
   */
  restore(file: string): string;
  readonly answers: Answers;
  readonly runs: Runs;
  readonly memory: Memory;
  readonly words: Words;
  readonly sentences: Sentences;
  close(): void;
}
