import { SteleError } from "@stele/model";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { tmxBuilder } from "./tmx-builder.ts";
import { malformed } from "./tmx-language.ts";
import type { ByteSource, TmxReadOptions, TmxUnit } from "./tmx-types.ts";
import { unpackChunks } from "./unpack-chunks.ts";

/** No text of a unit is longer; what claims to be is there to fill the memory. */
const LONGEST_TEXT = 16 * 2 ** 20;

/**
 * Reads a translation memory, unit by unit, however big: any version of TMX 1, UTF-8 or UTF-16, `lang` for `xml:lang`,
 * region codes, gzip, a zip with one TMX in it, a missing `srclang` (then the first text is the source). A unit in
 * three languages gives two pairs; inline marks are dropped, text inside `hi` and `sub` is kept.
 *
 * @throws SteleError `input-malformed` with the line and what is wrong there, `input-encoding`, `input-empty`.
 */
export async function* readTmx(input: ByteSource, options: TmxReadOptions): AsyncGenerator<TmxUnit> {
  const parser = new SaxesParser({ xmlns: true });
  const builder = tmxBuilder(options);
  parser.on("error", (error) => {
    throw malformed(options.name, error.message);
  });
  let sinceTag = 0;
  parser.on("opentag", (tag: SaxesTagNS) => {
    sinceTag = 0;
    builder.open(tag);
  });
  parser.on("text", (text) => builder.text(text));
  parser.on("cdata", (text) => builder.text(text));
  parser.on("closetag", (tag: SaxesTagNS) => builder.close(tag.local));
  let isEmpty = true;
  for await (const text of decoded(input, options.name)) {
    isEmpty &&= text.trim() === "";
    sinceTag += text.length;
    parser.write(text);
    if (sinceTag > LONGEST_TEXT) throw malformed(options.name, "it has a text without end");
    yield* builder.take();
  }
  if (isEmpty) throw emptyFile(options.name);
  parser.close();
  yield* builder.take();
}

async function* decoded(input: ByteSource, name: string): AsyncGenerator<string> {
  const chunks = typeof input === "string" || input instanceof Uint8Array ? [input] : input;
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  try {
    for await (const chunk of unpackChunks(chunks, name)) {
      if (typeof chunk === "string") yield isFirst ? chunk.replace(/^\ufeff/, "") : chunk;
      else {
        decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
        yield* slices(decoder.decode(chunk, { stream: true }));
      }
      isFirst = false;
    }
    yield decoder?.decode() ?? "";
  } catch (error) {
    throw error instanceof SteleError ? error : unreadable(error, name);
  }
}

/** fflate's errors have numbers as codes; `TextDecoder` throws TypeErrors; the rest is the reader's of the file. */
function unreadable(error: unknown, name: string): unknown {
  if (error instanceof TypeError) return badEncoding(name);
  const isPacking = error instanceof Error && "code" in error && typeof error.code === "number";
  return isPacking ? malformed(name, `it cannot be unpacked (${error.message})`) : error;
}

/** Units are handed on between slices, so a file given whole does not become all its units at once. */
function* slices(text: string): Iterable<string> {
  const length = 65_536;
  for (let from = 0; from < text.length; from += length) yield text.slice(from, from + length);
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  return chunk[0] === 0xfe && chunk[1] === 0xff ? "utf-16be" : "utf-8";
}

function emptyFile(name: string): SteleError {
  return new SteleError({
    code: "input-empty",
    message: `"${name}" is empty.`,
    hint: "Give a TMX file with at least one unit.",
    details: { name, blank: false },
  });
}

function badEncoding(name: string): SteleError {
  return new SteleError({
    code: "input-encoding",
    message: `"${name}" is neither valid UTF-8 nor UTF-16.`,
    hint: "Save the file as UTF-8.",
    details: { name },
  });
}
