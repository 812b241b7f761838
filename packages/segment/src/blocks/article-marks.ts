/**
 * How a language marks the parts of an article that are no prose. Every pattern is tried on a short piece of text (at
 * most 300 code units), so that none can take long.
 */
export interface ArticleMarks {
  /** A whole line that is a date, with what may stand before and after it. */
  readonly dates: readonly RegExp[];
  /** A whole line that names the author. */
  readonly bylines: readonly RegExp[];
  /** A whole line that ends an article: the agency, "the end", the copyright. */
  readonly signoffs: readonly RegExp[];
  /** The beginning of a paragraph that says where, when and by whom the report was sent. */
  readonly prefixes: readonly RegExp[];
  /** The beginning of a caption. */
  readonly captions: readonly RegExp[];
  /** What stands in the brackets at a caption's end: a photographer, an agency, "courtesy of". */
  readonly credits: readonly RegExp[];
}
