import { hashText, type Polytext, type Row, type Side } from "@stele/model";
import type { OutputFile, WriteOptions } from "../format.ts";
import { doubtfulRows, titleOf } from "../parallel-rows.ts";
import { pageEnd, pageHead, pageHeader } from "./page-frame.ts";
import { ENGLISH_LABELS } from "./page-labels.ts";
import { rowHtml } from "./page-row.ts";

/** Shown where neither the caller nor the article has a title. */
const NO_TITLE = "Stele";

/**
 * One page that needs nothing else: side by side, counterparts lit on hover, focus and tap, the reader's keys, one
 * language with a sheet on a phone; word links and readings where the caller gives them. Nothing in a text can run.
 */
export function writeHtml(polytext: Polytext, options: WriteOptions): readonly OutputFile[] {
  return [{ suffix: ".html", chunks: page(polytext, options) }];
}

function* page(polytext: Polytext, options: WriteOptions): Iterable<string> {
  const { sides, rows } = polytext;
  const [first] = sides;
  const { links, readings, labels = ENGLISH_LABELS } = options;
  const title = options.title ?? (first === undefined ? undefined : titleOf(first)) ?? NO_TITLE;
  yield pageHead(title, labels);
  const key = hashText(sides.map(({ article }) => article.id).join()).slice(0, 16);
  const aids = readings === undefined ? [] : aidsOf(sides);
  yield `<body data-sides="${sides.length}" data-side="0" data-layout="side" data-key="${key}">\n${pageHeader(title, labels, aids)}<main>\n`;
  const low = doubtfulRows(polytext);
  const extras = { ...(links === undefined ? {} : { links }), ...(readings === undefined ? {} : { readings }) };
  let previousBlock = -1;
  for (const [index, row] of rows.entries()) {
    const block = blockOf(sides, row);
    const isFirst = block.index !== previousBlock;
    yield rowHtml(polytext, row, { kind: block.kind, isFirst, isLow: low.has(index), ...extras });
    previousBlock = block.index;
  }
  yield `</main>\n${pageEnd(labels)}`;
}

/** The kinds of readings that sides in these languages have. */
function aidsOf(sides: readonly Side[]): readonly ("pinyin" | "romanisation")[] {
  const languages = sides.map(({ article }) => article.language);
  return [
    ...(languages.some((language) => language.startsWith("zh")) ? (["pinyin"] as const) : []),
    ...(languages.includes("ko") ? (["romanisation"] as const) : []),
  ];
}

/** The block of a row's first sentence, in the first side that has one. */
function blockOf(sides: readonly Side[], { runs }: Row): { readonly kind: string; readonly index: number } {
  for (const [index, side] of sides.entries()) {
    const [from, to] = runs[index] ?? [0, 0];
    const block = side.sentences[from]?.block;
    if (from < to && block !== undefined)
      return { kind: side.article.blocks[block]?.kind ?? "paragraph", index: block };
  }
  return { kind: "paragraph", index: -1 };
}
