import type { ConcordanceHit, Span } from "@stele/core/node";

/**
 * `GET /api/concordance?q=` with `language`, `other`, `text`, `minScore`, `limit` (50, at most 500) and `offset`;
 * `format=tsv` or `format=anki` gives the same hits as a file.
 */
export interface ConcordanceAnswer {
  readonly hits: readonly FoundPlace[];
}

/** A hit of the concordance with the words of its counterpart that say what was looked for. */
export interface FoundPlace extends ConcordanceHit {
  /** Offsets into `other.text`; empty where no words are linked. */
  readonly otherSpans: readonly Span[];
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

/** `GET /api/export/:id/files?format=`: the files that the export has; `GET /api/export/:id?format=&file=N` gives one. */
export interface ExportFiles {
  readonly files: readonly string[];
}
