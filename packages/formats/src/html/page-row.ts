import { glueOf, type Polytext, type Range, type Row, type Side, type Span, sentenceLine } from "@stele/model";
import type { LinkWords, PageReading, ReadingsOf } from "../format.ts";
import { runText } from "../parallel-rows.ts";
import { escapeHtml } from "./escape-html.ts";

/** What a row is drawn with. */
export interface RowLook {
  readonly kind: string;
  readonly isFirst: boolean;
  readonly isLow: boolean;
  readonly links?: LinkWords;
  readonly readings?: ReadingsOf;
}

/** One row of the page: a cell a side, and its word links as a short attribute. */
export function rowHtml({ sides }: Polytext, { runs }: Row, look: RowLook): string {
  const classes = ["row", look.kind, look.isFirst ? "first" : "", look.isLow ? "low" : ""].filter(
    (name) => name !== "",
  );
  const cells = sides.map((side, index) => cellHtml(side, { run: runs[index] ?? [0, 0], index }, look.readings));
  const links = look.links === undefined ? "" : rowLinks(sides, runs, look.links);
  return `<div class="${classes.join(" ")}"${links === "" ? "" : ` data-l="${links}"`}>${cells.join("")}</div>\n`;
}

function cellHtml(side: Side, { run, index }: { run: Range; index: number }, readings?: ReadingsOf): string {
  const { language } = side.article;
  const spans = side.sentences.slice(run[0], run[1]).map((sentence, at) => {
    const over = readings?.(index, run[0] + at) ?? [];
    return `<span class="s" tabindex="-1">${rubyHtml(sentenceLine(side.article, sentence), over)}</span>`;
  });
  const isAided = readings !== undefined && language !== "en" && spans.length > 0;
  return `<div class="cell${isAided ? " aided" : ""}" data-side="${index}" lang="${language}">${spans.join(glueOf(language))}</div>`;
}

/** A text with its readings above it; a reading that overlaps one before it is left out. */
function rubyHtml(text: string, readings: readonly PageReading[]): string {
  let html = "";
  let at = 0;
  for (const { start, end, reading } of readings) {
    if (start < at || end > text.length) continue;
    const base = escapeHtml(text.slice(start, end));
    html += `${escapeHtml(text.slice(at, start))}<ruby>${base}<rt>${escapeHtml(reading)}</rt></ruby>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

/** "9 0.3.5 1.0.2;…": a confidence from 0 to 9, then side, start and length in base 36; offsets into a cell's text. */
function rowLinks(sides: readonly Side[], runs: readonly Range[], linkWords: LinkWords): string {
  const texts = sides.map((side, index) => runText(side, runs[index] ?? [0, 0]));
  const links: string[] = [];
  for (let other = 1; other < sides.length; other += 1) {
    const [source, target] = [sides[0], sides[other]];
    const [from = "", to = ""] = [texts[0], texts[other]];
    if (source === undefined || target === undefined || from === "" || to === "") continue;
    const languages = { source: source.article.language, target: target.article.language };
    for (const link of linkWords(from, to, languages)) {
      const spans = [
        ...link.source.map((span) => spanCode(0, span)),
        ...link.target.map((span) => spanCode(other, span)),
      ];
      links.push([Math.round(link.confidence * 9), ...spans].join(" "));
    }
  }
  return links.join(";");
}

function spanCode(side: number, { start, end }: Span): string {
  return `${side}.${start.toString(36)}.${(end - start).toString(36)}`;
}
