import { SteleError } from "@stele/model";
import { decodeLegacy } from "./legacy-encoding.ts";

/** Code units a call of `String.fromCharCode` takes safely. */
const CHUNK = 0x8000;
/** Control characters that no text file holds; tab, line feed, vertical tab, form feed, return and escape may be. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x50, 0x4b, 0x03, 0x04], // zip and the office formats
  [0x1f, 0x8b], // gzip
  [0xd0, 0xcf, 0x11, 0xe0], // old office files
];

/** What is known of a file beside its bytes. */
export interface DecodeOptions {
  /** The encoding that the file itself declares, as `euc-kr`; believed where the file is not Unicode. */
  readonly declared?: string | undefined;
}

/**
 * The text of a file: UTF-8, or UTF-16 in either byte order where a byte order mark says so; else EUC-KR, GB 18030,
 * Big5 or Windows-1252 where every byte decodes and it reads like a text. The mark is removed, nothing else is touched:
 * line ends and lone surrogates stay as they are.
 *
 * @param name names the file in errors; default `the input`.
 * @throws SteleError `input-empty` (details.blank: true where there are only blank lines), `input-binary`,
 * `input-encoding` (details.offset: the first bad byte).
 */
export function decodeText(bytes: Uint8Array, name = "the input", { declared }: DecodeOptions = {}): string {
  if (bytes.length === 0) throw emptyInput(name, false);
  if (SIGNATURES.some((signature) => startsWith(bytes, signature))) throw binaryInput(name);
  const text = isUtf16(bytes) ? decodeUtf16(bytes, name) : (decodeUtf8(bytes) ?? decodeOther(bytes, name, declared));
  if (BINARY.test(text)) throw binaryInput(name);
  if (text.trim() === "") throw emptyInput(name, text !== "");
  return text;
}

/** Whether bytes begin with these. */
function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The error of a file without text; `isBlank` where it holds blank lines only. */
export function emptyInput(name: string, isBlank: boolean): SteleError {
  return new SteleError({
    code: "input-empty",
    message: isBlank ? `${quoted(name)} holds only blank lines.` : `${quoted(name)} is empty.`,
    hint: "Give a file with at least one sentence.",
    details: { name, blank: isBlank },
  });
}

function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

function decodeUtf16(bytes: Uint8Array, name: string): string {
  if (bytes.length % 2 === 1) throw badEncoding(name, "UTF-16", bytes.length - 1);
  const isLittle = bytes[0] === 0xff;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.length / 2 - 1);
  for (let index = 0; index < units.length; index += 1) units[index] = view.getUint16(2 * index + 2, isLittle);
  const pieces: string[] = [];
  for (let from = 0; from < units.length; from += CHUNK) {
    pieces.push(String.fromCharCode(...units.subarray(from, from + CHUNK)));
  }
  return pieces.join("");
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeOther(bytes: Uint8Array, name: string, declared: string | undefined): string {
  if (bytes.subarray(0, 8192).includes(0)) throw binaryInput(name);
  const text = decodeLegacy(bytes, declared);
  if (text === undefined) throw badEncoding(name, "UTF-8", firstBadByte(bytes));
  return text;
}

/** Where UTF-8 breaks, found by halving: a prefix decodes, in streaming mode, up to the first bad byte. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefixGood(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isPrefixGood(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function binaryInput(name: string): SteleError {
  return new SteleError({
    code: "input-binary",
    message: `${quoted(name)} is not a text file.`,
    hint: "Stele reads plain text, Markdown, HTML, and by their names .docx, .epub, .srt and .vtt; export the document to one of these first.",
    details: { name },
  });
}

function badEncoding(name: string, encoding: string, offset: number): SteleError {
  return new SteleError({
    code: "input-encoding",
    message: `${quoted(name)} is not valid ${encoding}: byte ${offset} does not belong there.`,
    hint: "Save the file as UTF-8 (or as UTF-16 with a byte order mark).",
    details: { name, encoding, offset },
  });
}

function quoted(name: string): string {
  return name === "the input" ? "The input" : `"${name}"`;
}
