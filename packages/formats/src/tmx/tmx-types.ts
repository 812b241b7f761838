import type { LanguageTag, Standing } from "@stele/model";

/** Two texts of a unit that say the same; the library's memory takes them as they are. */
export interface TmxUnit {
  readonly source: { readonly language: LanguageTag; readonly text: string };
  readonly target: { readonly language: LanguageTag; readonly text: string };
  /** `human` where the file does not say otherwise. */
  readonly standing: Standing;
  readonly score?: number;
  readonly lowScore?: boolean;
  readonly savedAt?: Date;
}

/** What a reading left out, counted while it goes. */
export interface TmxSkipped {
  /** Texts in languages that Stele does not know, by the tag in the file. */
  readonly languages: Map<string, number>;
  /** Units with fewer than two texts that can be used. */
  units: number;
}

/** How a TMX file is read. */
export interface TmxReadOptions {
  /** Names the file in errors. */
  readonly name: string;
  /** Filled while reading. */
  readonly skipped?: TmxSkipped;
}

/** The bytes or characters of a file, whole or as they come. */
export type ByteSource = Uint8Array | string | AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;
