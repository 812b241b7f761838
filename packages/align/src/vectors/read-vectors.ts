import { SteleError } from "@stele/model";
import { buildTrie, type Trie } from "./trie.ts";

/** The vectors file, opened: entries by number. */
export interface Vectors {
  readonly count: number;
  /** Components an entry. */
  readonly dims: number;
  readonly trie: Trie;
  /** Natural log-probability of each entry, at most 0. */
  readonly logProbability: Float32Array;
  /** Two components a byte, low nibble first, value − 8. */
  readonly packed: Uint8Array;
}

interface Header {
  readonly version: number;
  readonly count: number;
  readonly dims: number;
  readonly bits: number;
  readonly wordBytes: number;
}

const MAGIC = "STELEVEC";
const PREFIX_BYTES = MAGIC.length + 4;
const VERSION = 1;

/**
 * Opens a vectors file: `STELEVEC`, u32 length of the header (little endian), header JSON, entries in UTF-8 joined by
 * line feeds, log-probability × −10 (one byte each), 4-bit components.
 *
 * @throws SteleError `vectors-invalid` where size, version or text are not what the header says.
 */
export function readVectors(bytes: Uint8Array): Vectors {
  const header = readHeader(bytes);
  const { count, dims, wordBytes } = header;
  const start = header.end;
  const expected = start + wordBytes + count + (count * dims) / 2;
  if (bytes.length !== expected) throw invalid(`has ${bytes.length} bytes where its header asks for ${expected}`);
  const words = decode(bytes.subarray(start, start + wordBytes));
  const scores = bytes.subarray(start + wordBytes, start + wordBytes + count);
  let lines = 1;
  for (let at = words.indexOf("\n"); at >= 0; at = words.indexOf("\n", at + 1)) lines++;
  if (lines !== count) throw invalid(`holds ${lines} entries where its header asks for ${count}`);
  return {
    count,
    dims,
    trie: buildTrie(words),
    logProbability: Float32Array.from(scores, (score) => score / -10),
    packed: bytes.subarray(start + wordBytes + count),
  };
}

function readHeader(bytes: Uint8Array): Header & { readonly end: number } {
  if (bytes.length < PREFIX_BYTES || String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw invalid(`does not begin with ${MAGIC}`);
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const end = PREFIX_BYTES + length;
  if (end > bytes.length) throw invalid("ends inside its header");
  const header = parseHeader(decode(bytes.subarray(PREFIX_BYTES, end)));
  return { ...header, end };
}

function parseHeader(text: string): Header {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid("has a header that is not JSON");
  }
  const fields = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const whole = (name: string): number => {
    const field = fields[name];
    if (typeof field !== "number" || !Number.isInteger(field) || field <= 0)
      throw invalid(`has no ${name} in its header`);
    return field;
  };
  const header = {
    version: whole("version"),
    count: whole("count"),
    dims: whole("dims"),
    bits: whole("bits"),
    wordBytes: whole("wordBytes"),
  };
  if (header.version !== VERSION || header.bits !== 4 || header.dims % 2 !== 0) {
    throw invalid(`has version ${header.version} with ${header.bits} bits; this release reads version 1 with 4 bits`);
  }
  return header;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalid("holds bytes that are not UTF-8");
  }
}

function invalid(what: string): SteleError {
  return new SteleError({
    code: "vectors-invalid",
    message: `The vectors file ${what}.`,
    hint: "Use the stele-vectors.bin of this release of @stele/align, unchanged.",
    details: { what },
  });
}
