import type { ConcordanceHit, LanguageTag, Span } from "@stele/core/node";
import stringWidth from "string-width";
import type { Session } from "../session.ts";
import { plain } from "../terminal/plain.ts";
import { padCell, wrapCell } from "../terminal/wrap-cell.ts";

const USUAL_WIDTH = 100;
/** Lines longer than this are hard to read, however wide the terminal. */
const MOST_WIDTH = 180;
const LEAST_WIDTH = 20;
const GUTTER = "  ";

/** Each hit with its counterparts below it and, behind them, where it stands; what was found and its links in bold. */
export async function hitTable(hits: readonly ConcordanceHit[], session: Session): Promise<readonly string[]> {
  const { placeOfHit } = await session.core();
  const { colours, io } = session;
  const width = Math.min(io.stdout.columns ?? USUAL_WIDTH, MOST_WIDTH);
  return hits.flatMap((hit) => {
    const sides = [hit, ...hit.counterparts];
    const label = Math.max(...sides.map(({ language }) => stringWidth(language)));
    const indent = " ".repeat(label) + GUTTER;
    const text = Math.max(LEAST_WIDTH, width - indent.length);
    const lines = sides.flatMap((side) => sideLines(side, { label, width: text }, session));
    const place = wrapCell(plain(placeOfHit(hit)).replaceAll(/\s+/gu, " "), text);
    return [...lines, ...place.map((line) => `${indent}${colours.dim(line)}\n`), "\n"];
  });
}

interface SideText {
  readonly language: LanguageTag;
  readonly text: string;
  readonly spans: readonly Span[];
}

function sideLines(
  { language, text, spans }: SideText,
  { label, width }: { readonly label: number; readonly width: number },
  { colours }: Session,
): readonly string[] {
  return wrapCell(marked(text, spans, colours.bold), width).map(
    (line, index) => `${colours.dim(padCell(index === 0 ? language : "", label))}${GUTTER}${line}\n`,
  );
}

/** The text with each span in bold; nothing in it is obeyed by a terminal. */
function marked(text: string, spans: readonly Span[], bold: (text: string) => string): string {
  const shown = (from: number, to?: number): string => plain(text.slice(from, to)).replaceAll(/\s+/gu, " ");
  let at = 0;
  let line = "";
  for (const { start, end } of spans) {
    if (start < at) continue;
    line += shown(at, start) + bold(shown(start, end));
    at = end;
  }
  return line + shown(at);
}
