import type { Block, Sentence, Side } from "@stele/core";
import type { ReadFile } from "@stele/core/node";

type Core = typeof import("@stele/core/node");

/** Lines as sentences: line number i is sentence number i, empty lines included; the last line end ends a line. */
export function lineSide(input: ReadFile, core: Core): Side {
  const { createArticle, detectLanguage } = core;
  const { text, name } = input;
  const language = input.language === "auto" ? (detectLanguage(text) ?? "en") : input.language;
  const lines = [...linesOf(text)];
  const blocks = lines.map((line): Block => ({ kind: "paragraph", ...line }));
  const sentences = lines.map((line, block): Sentence => ({ ...line, block }));
  const article = createArticle({ language, text, blocks });
  return { article, sentences, provenance: { origin: { kind: "file", name }, standing: "human" } };
}

function* linesOf(text: string): Iterable<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { start, end: text.length };
}
