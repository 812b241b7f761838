import { Gunzip } from "fflate";

/** A file's pieces, unpacked where the first of them is gzip (`.tmx.gz`); anything else goes through as it is. */
export async function* gunzipChunks(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array | string> {
  let unpacker: Gunzip | undefined;
  let isFirst = true;
  let unpacked: Uint8Array[] = [];
  for await (const chunk of chunks) {
    if (isFirst && isGzip(chunk)) unpacker = new Gunzip((piece) => unpacked.push(piece));
    isFirst = false;
    if (unpacker === undefined || typeof chunk === "string") yield chunk;
    else unpacker.push(chunk);
    yield* unpacked;
    unpacked = [];
  }
  unpacker?.push(new Uint8Array(), true);
  yield* unpacked;
}

function isGzip(chunk: Uint8Array | string): boolean {
  return typeof chunk !== "string" && chunk[0] === 0x1f && chunk[1] === 0x8b;
}
