import type { Span } from "@stele/model";
import type { ByteRange } from "./bergamot-types.ts";

/** Turns ranges of UTF-8 bytes into spans of UTF-16 code units; a range that cuts a character takes it whole. */
export function spansOf(text: string, ranges: readonly ByteRange[]): readonly Span[] {
  const offsets = byteOffsets(text);
  return ranges.map(({ begin, end }) => ({ start: unitAt(offsets, begin), end: unitAt(offsets, end) }));
}

/** For each code unit the byte at which it begins, and the length at the end. */
function byteOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let bytes = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) offsets.push(bytes);
    bytes += utf8Length(character.codePointAt(0) ?? 0);
  }
  return [...offsets, bytes];
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function unitAt(offsets: readonly number[], byte: number): number {
  const unit = offsets.findIndex((offset) => offset >= byte);
  return unit < 0 ? offsets.length - 1 : unit;
}
