import { decodeText, emptyInput } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";
import { joinBlocks, type Piece } from "../join-blocks.ts";

const TIMES = /^\s*(?:\d+:)?\d\d:\d\d[.,]\d{3}\s*-->/;

/**
 * The words of SubRip or WebVTT subtitles, a cue a block with its place in the file; numbers, times, styles and notes
 * are dropped.
 *
 * @throws SteleError what `decodeText` throws, and `input-empty` where no cue has words.
 */
export function readSubtitles(bytes: Uint8Array, { name }: ReadOptions): ReadText {
  const file = decodeText(bytes, name);
  const { text, blocks } = joinBlocks([...cues(file)]);
  if (text === "") throw emptyInput(name, true);
  return { text, blocks, format: file.startsWith("WEBVTT") ? "vtt" : "srt" };
}

function* cues(file: string): Iterable<Piece> {
  let open: { start: number; end: number; lines: string[] } | undefined;
  for (const { 0: whole, 1: line = "", index } of file.matchAll(/(.*)(?:\r\n|\n|\r|$)/g)) {
    if (whole === "" && index === file.length) break;
    if (TIMES.test(line)) open = { start: index + whole.length, end: index + whole.length, lines: [] };
    else if (line.trim() === "") {
      if (open !== undefined) yield pieceOf(open);
      open = undefined;
    } else if (open !== undefined) {
      open.lines.push(plain(line));
      open.end = index + line.length;
    }
  }
  if (open !== undefined) yield pieceOf(open);
}

function pieceOf({ start, end, lines }: { start: number; end: number; lines: readonly string[] }): Piece {
  return { kind: "paragraph", text: lines.join("\n"), origin: { start, end } };
}

/** Without tags (`<i>`, `<v Ana>`) and SubRip's `{\an8}`. */
function plain(line: string): string {
  return line
    .replace(/<\/?[a-z][^<>]*>|\{\\[^{}]*\}/gi, "")
    .replace(/&(amp|lt|gt|nbsp);/g, (_, name: string) => MARKS[name] ?? "");
}

const MARKS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", nbsp: "\u00a0" };
