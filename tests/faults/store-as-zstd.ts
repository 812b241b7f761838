/** The most that one block of a Zstandard frame may hold (RFC 8878, 3.1.1.2). */
const BLOCK = 128 * 1024;

/** Packs bytes as a Zstandard frame of raw blocks: no smaller, but every reader can unpack it. */
export function storeAsZstd(bytes: Uint8Array): Uint8Array {
  const size = new Uint8Array(8);
  new DataView(size.buffer).setBigUint64(0, BigInt(bytes.length), true);
  // Magic number, then a frame header: single segment with an eight-byte content size.
  const parts: Uint8Array[] = [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xe0), size];
  for (let at = 0; at < bytes.length || at === 0; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK);
    const isLast = at + BLOCK >= bytes.length ? 1 : 0;
    const header = (block.length << 3) | isLast;
    parts.push(Uint8Array.of(header & 0xff, (header >> 8) & 0xff, (header >> 16) & 0xff), block);
  }
  return new Uint8Array(Buffer.concat(parts));
}
