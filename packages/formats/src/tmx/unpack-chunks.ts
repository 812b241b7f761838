import { Gunzip, Unzip, UnzipInflate } from "fflate";
import { malformed } from "./tmx-language.ts";

/** Takes packed pieces one after the other; what they hold goes to whoever made it. */
interface Unpacker {
  push(chunk: Uint8Array, isLast?: boolean): void;
}

type Give = (piece: Uint8Array) => void;

/**
 * A file's pieces, unpacked where it is gzip (`.tmx.gz`) or a zip with one TMX in it; anything else goes through as it
 * is.
 *
 * @throws SteleError `input-malformed` for a zip with none or with several.
 */
export async function* unpackChunks(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  name: string,
): AsyncGenerator<Uint8Array | string> {
  let unpacker: Unpacker | undefined;
  let isFirst = true;
  let unpacked: Uint8Array[] = [];
  for await (const chunk of chunks) {
    if (isFirst) unpacker = unpackerOf(chunk, name, (piece) => unpacked.push(piece));
    isFirst = false;
    if (unpacker === undefined || typeof chunk === "string") yield chunk;
    else unpacker.push(chunk);
    yield* unpacked;
    unpacked = [];
  }
  unpacker?.push(new Uint8Array(), true);
  yield* unpacked;
}

function unpackerOf(chunk: Uint8Array | string, name: string, give: Give): Unpacker | undefined {
  if (typeof chunk === "string") return undefined;
  if (chunk[0] === 0x1f && chunk[1] === 0x8b) return new Gunzip(give);
  return chunk[0] === 0x50 && chunk[1] === 0x4b ? unzip(name, give) : undefined;
}

/** The TMX of a zip as it is unpacked; other files in it are passed over. */
function unzip(name: string, give: Give): Unpacker {
  const found: string[] = [];
  const reader = new Unzip((file) => {
    if (!isTmx(file.name)) return;
    found.push(file.name);
    if (found.length > 1) throw malformed(name, `it holds several TMX files (${found.join(", ")})`);
    file.ondata = (error, piece) => {
      if (error !== null) throw error;
      give(piece);
    };
    file.start();
  });
  reader.register(UnzipInflate);
  return {
    push(chunk, isLast = false) {
      reader.push(chunk, isLast);
      if (isLast && found.length === 0) throw malformed(name, "it is an archive without a TMX file in it");
    },
  };
}

/** Finder adds a shadow of every file under `__MACOSX`. */
function isTmx(path: string): boolean {
  return /\.tmx$/iu.test(path) && !path.startsWith("__MACOSX/");
}
