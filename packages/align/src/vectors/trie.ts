/** A trie over UTF-16 code units in one open-addressing table: a step is one look-up, a miss ends the walk. */
export interface Trie {
  /** `node * 65536 + unit + 1`, 0 where empty; doubles, since the product leaves 32 bits. */
  readonly keys: Float64Array;
  readonly children: Int32Array;
  /** The entry that ends at a node, or -1. */
  readonly entries: Int32Array;
}

const LINE_FEED = 10;
const ROOM = 2;

/** Builds the trie of the lines of `words`; the entry's number is the line's. */
export function buildTrie(words: string): Trie {
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, words.length * ROOM)));
  const trie = {
    keys: new Float64Array(size),
    children: new Int32Array(size),
    entries: new Int32Array(words.length + 2),
  };
  trie.entries.fill(-1);
  let nodes = 1;
  let node = 0;
  let line = 0;
  for (let at = 0; at <= words.length; at++) {
    const unit = at < words.length ? words.charCodeAt(at) : LINE_FEED;
    if (unit === LINE_FEED) {
      trie.entries[node] = line++;
      node = 0;
      continue;
    }
    const slot = slotOf(trie.keys, node, unit);
    if (trie.keys[slot] === 0) {
      trie.keys[slot] = node * 65536 + unit + 1;
      trie.children[slot] = nodes++;
    }
    node = trie.children[slot] ?? 0;
  }
  return trie;
}

/** The child of `node` by `unit`, or -1. The root is 0. */
export function childOf(trie: Trie, node: number, unit: number): number {
  const slot = slotOf(trie.keys, node, unit);
  return trie.keys[slot] === 0 ? -1 : (trie.children[slot] ?? -1);
}

function slotOf(keys: Float64Array, node: number, unit: number): number {
  const key = node * 65536 + unit + 1;
  const mask = keys.length - 1;
  // Knuth's multiplicative hash of both halves, folded so that the high bits count.
  let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  hash ^= hash >>> 15;
  let slot = hash & mask;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}
