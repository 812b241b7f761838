/** What formats and authors are called. */
export const names = {
  formats: {
    markdown: "Markdown table",
    html: "Web page to read, one file",
    json: "JSON, everything Stele knows",
    jsonl: "JSON, a row a line",
    tsv: "Table with tabs (TSV)",
    csv: "Table for spreadsheets (CSV)",
    tmx: "Translation memory (TMX)",
    xliff: "Translation file XLIFF 1.2",
    xliff2: "Translation file XLIFF 2.0",
    anki: "Cards for Anki",
    moses: "Plain lines, a file a language (Moses)",
    bicleaner: "Sentence pairs with scores (Bicleaner)",
    sentalign: "Alignment only (SentAlign)",
    vecalign: "Alignment only (Vecalign)",
    hunalign: "Alignment only (hunalign)",
    sketch: "Mapping for Sketch Engine",
  },
  authors: {
    stele: "Stele, by itself",
    reader: "Reader",
  },
} as const;
