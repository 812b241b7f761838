import { fold } from "./fold.ts";

/** 52 bits, a whole number in JavaScript and in SQLite; texts that differ in case, width or blanks only are equal. */
export function textHash(text: string): number {
  return hashOf(fold(text).replace(/\s+/gu, " ").trim());
}

/** Two multiplicative hashes of 32 bits (Knuth's golden ratio and Murmur's constant), 26 bits of each. */
function hashOf(text: string): number {
  let one = 0x9e37_79b1;
  let other = 0x85eb_ca6b;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x9e37_79b1);
    one ^= one >>> 15;
    other = Math.imul(other ^ unit, 0xc2b2_ae35);
    other ^= other >>> 13;
  }
  return (one >>> 6) * 2 ** 26 + (other >>> 6);
}
