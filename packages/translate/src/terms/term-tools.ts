import type { Span } from "@stele/model";

/** What looking for terms needs of its siblings; `core` passes it in. */
export interface TermTools {
  /** A text in simplified characters, unit for unit. */
  readonly simplify: (text: string) => string;
  /** The words of a Chinese text, in order. */
  readonly chineseWords: (text: string) => readonly Span[];
  /** Whether a Korean noun that ends at an offset is whole there: a particle stands behind it, or no letter. */
  readonly endsNoun: (text: string, end: number) => boolean;
}
