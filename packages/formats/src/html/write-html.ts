import { hashText, type Polytext, type Range, type Row, type Side, sentenceLine } from "@stele/model";
import type { OutputFile, PageLabels, WriteOptions } from "../format.ts";
import { titleOf } from "../parallel-rows.ts";
import { escapeHtml } from "./escape-html.ts";
import { PAGE_SCRIPT, PAGE_STYLE } from "./page-assets.ts";

const LABELS: PageLabels = {
  language: "en",
  turn: "Other language",
  hide: "Hide translation",
  larger: "Larger text",
  smaller: "Smaller text",
  counterpart: "Translation",
  keys: "↑ ↓ sentence · ← → language · h hide · Enter reveal · + − size",
};

/** Shown where neither the caller nor the article has a title. */
const NO_TITLE = "Stele";

/**
 * One page that needs nothing else: side by side, counterparts lit on hover, focus and tap, keys, one language with a
 * sheet on a phone. Its policy allows exactly its own script and style, by hash, so nothing in a text can run.
 */
export function writeHtml(polytext: Polytext, options: WriteOptions): readonly OutputFile[] {
  return [{ suffix: ".html", chunks: page(polytext, options) }];
}

function* page(polytext: Polytext, options: WriteOptions): Iterable<string> {
  const { sides, rows } = polytext;
  const [first] = sides;
  const title = options.title ?? (first === undefined ? undefined : titleOf(first)) ?? NO_TITLE;
  const labels = options.labels ?? LABELS;
  yield head(title, labels);
  const key = hashText(sides.map(({ article }) => article.id).join()).slice(0, 16);
  yield `<body data-sides="${sides.length}" data-side="0" data-key="${key}">\n${header(title, labels)}<main>\n`;
  const low = lowRows(polytext);
  let previousBlock = -1;
  for (const [index, row] of rows.entries()) {
    const block = blockOf(sides, row);
    yield rowHtml(polytext, row, { kind: block.kind, isFirst: block.index !== previousBlock, isLow: low.has(index) });
    previousBlock = block.index;
  }
  const sheet = `<aside id="sheet" hidden aria-live="polite" aria-label="${escapeHtml(labels.counterpart)}"></aside>`;
  yield `</main>\n<footer lang="${labels.language}"><small>${escapeHtml(labels.keys)}</small></footer>\n${sheet}\n`;
  yield `<script type="module">${PAGE_SCRIPT}</script>\n</body>\n</html>\n`;
}

function head(title: string, { language }: PageLabels): string {
  const policy = `default-src 'none'; style-src '${hashSource(PAGE_STYLE)}'; script-src '${hashSource(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Stele">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
`;
}

function header(title: string, labels: PageLabels): string {
  const button = (id: string, label: string, sign = label): string =>
    `<button type="button" id="${id}" aria-label="${escapeHtml(label)}">${escapeHtml(sign)}</button>\n`;
  const hide = `<button type="button" id="hide" aria-pressed="false">${escapeHtml(labels.hide)}</button>\n`;
  return `<header lang="${labels.language}">
<h1>${escapeHtml(title)}</h1>
</header>
<nav class="tools" lang="${labels.language}" aria-label="${escapeHtml(title)}">
${button("turn", labels.turn)}${hide}${button("smaller", labels.smaller, "A−")}${button("larger", labels.larger, "A+")}</nav>
`;
}

interface RowLook {
  readonly kind: string;
  readonly isFirst: boolean;
  readonly isLow: boolean;
}

function rowHtml({ sides }: Polytext, { runs }: Row, { kind, isFirst, isLow }: RowLook): string {
  const classes = ["row", kind, isFirst ? "first" : "", isLow ? "low" : ""].filter((name) => name !== "");
  const cells = sides.map((side, index) => cellHtml(side, runs[index] ?? [0, 0], index));
  return `<div class="${classes.join(" ")}">${cells.join("")}</div>\n`;
}

function cellHtml(side: Side, run: Range, index: number): string {
  const glue = side.article.language.startsWith("zh") ? "" : " ";
  const spans = side.sentences
    .slice(run[0], run[1])
    .map((sentence) => `<span class="s" tabindex="-1">${escapeHtml(sentenceLine(side.article, sentence))}</span>`);
  return `<div class="cell" data-side="${index}" lang="${side.article.language}">${spans.join(glue)}</div>`;
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

/** Rows that hold a source sentence of a bead marked for a second look. */
function lowRows({ sides, rows, pairs }: Polytext): ReadonlySet<number> {
  const first = sides[0]?.article.id;
  const beads = pairs.filter(({ source }) => source.article.id === first).flatMap((pair) => pair.beads);
  const sentences = new Set(beads.filter(({ lowScore }) => lowScore).map(({ source }) => source[0]));
  const isLow = ({ runs: [run = [0, 0]] }: Row): boolean => run[0] < run[1] && sentences.has(run[0]);
  return new Set([...rows.keys()].filter((index) => rows[index] !== undefined && isLow(rows[index])));
}

/** A text's hash as a Content Security Policy names it. */
function hashSource(text: string): string {
  const bytes = hashText(text).match(/../g) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))))}`;
}
