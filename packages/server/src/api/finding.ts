import type { ConcordanceHit } from "@stele/core/node";

/**
 * `GET /api/concordance?q=` with `mode` (`forms`, `word` or `anywhere`), `language`, `other`, `text`, `minScore`,
 * `limit` (50, at most 500) and `offset`; `format=tsv` or `format=anki` gives the same hits as a file.
 */
export interface ConcordanceAnswer {
  /** The spans of a counterpart hold the words that are linked to those found too. */
  readonly hits: readonly ConcordanceHit[];
}

/** `GET /api/formats`: what a text can be written as. */
export interface FormatsAnswer {
  readonly formats: readonly FormatItem[];
}

/** A format of `GET /api/export/:id?format=`. */
export interface FormatItem {
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
}

/**
 * `GET /api/export/:id/files?format=`: the files that the export has; `GET /api/export/:id?format=&file=N` gives one.
 */
export interface ExportFiles {
  readonly files: readonly string[];
}
