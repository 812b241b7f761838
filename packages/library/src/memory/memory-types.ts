import type { BitextId, LanguageTag, MemoryMatch, MemoryQuery, Provenance, Standing } from "@stele/model";

/** The memory that bitexts of the library fill by themselves. */
export const LIBRARY_MEMORY = "library";

/** A text in a language. */
export interface MemoryText {
  readonly language: LanguageTag;
  readonly text: string;
}

/** A unit of the memory: two texts that say the same. */
export interface MemoryUnit {
  readonly source: MemoryText;
  readonly target: MemoryText;
  readonly standing: Standing;
  /** Probability that the two belong together; null or absent where nobody computed one. */
  readonly score?: number | null;
  /** Default false. */
  readonly lowScore?: boolean;
  readonly provenance?: Provenance;
  /** What stands before and after the source; for matches in the same context. */
  readonly before?: string;
  readonly after?: string;
  /** When it was made; default: now. */
  readonly savedAt?: Date;
}

/** A unit as it is kept. */
export interface KeptUnit extends MemoryUnit {
  readonly id: number;
  readonly memory: string;
  /** Where it came from, for units of the library's own bitexts. */
  readonly bitextId?: BitextId;
  /** Index of the bead in the latest revision. */
  readonly bead?: number;
  readonly savedAt: Date;
}

/** What to look for, in any of the memories. */
export interface MemorySearch extends Omit<MemoryQuery, "source" | "target"> {
  /** Default: any language, on either side. */
  readonly source?: LanguageTag;
  readonly target?: LanguageTag;
  /** Names of the memories to look in; default: all. */
  readonly memories?: readonly string[];
  /** What stands after the text: as `before`. */
  readonly after?: string;
}

/** A kept unit that is like a text; its score is 0.98 where only figures differ. */
export interface KeptMatch extends MemoryMatch {
  /** Of the source, then of the target. */
  readonly languages: readonly [LanguageTag, LanguageTag];
  /** True where what stands before it (and after it, if asked for) is the same too. */
  readonly isSameContext: boolean;
  readonly memory: string;
  readonly unit: number;
}

/** Sums of one memory and pair of languages. */
export interface MemoryStats {
  readonly memory: string;
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly units: number;
  readonly byStanding: Readonly<Record<Standing, number>>;
}

/** What adding did. */
export interface AddResult {
  readonly added: number;
  /** Units that were there already; their standing was raised where the new one's is higher. */
  readonly known: number;
}

/** The translation memory: every bead of the library and what was imported, in memories with names. */
export interface Memory {
  /** Best first: by score, then corrected, then same context, then approved, human, machine, then the newest. */
  find(query: MemorySearch): readonly KeptMatch[];
  /**
   * Adds units, ten thousand a transaction; a unit without text on a side is left out.
   *
   * @throws SteleError `text-not-storable`; what came before stays.
   */
  add(units: Iterable<MemoryUnit>, memory: string): AddResult;
  /** The same for units that come over time, such as those of a file that is being read. */
  addAll(units: AsyncIterable<MemoryUnit>, memory: string): Promise<AddResult>;
  /**
   * Every unit with two sides, of one memory or of all, in the order in which they came; read as they are asked for.
   */
  units(memory?: string): Iterable<KeptUnit>;
  stats(): readonly MemoryStats[];
  /** Takes a unit out that was imported. Throws `not-found`; `usage` for a unit of a bitext: correct that instead. */
  removeUnit(id: number): void;
  /** Takes a whole memory out, and says how many units. Throws `not-found`; `usage` for the library's own. */
  remove(memory: string): number;
}
