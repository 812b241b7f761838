/** A token's gain by how far its best match exceeds chance, in pieces: fitted with the other weights (docs/alignment.md). */
const SLOPES = { all: 0.75, aboveLow: 1.0, aboveHigh: -0.5, common: 0.06 } as const;
const LOW = 0.2;
const HIGH = 0.5;

/**
 * The gain of one token. `excess` is (best − chance) / (1 − chance mean): 0 as by chance, 1 for the same word;
 * `rarity` is the token's weight from 0 to 1.
 */
export function tokenGain(excess: number, rarity: number): number {
  let rare = SLOPES.all * excess;
  if (excess > LOW) rare += SLOPES.aboveLow * (excess - LOW);
  if (excess > HIGH) rare += SLOPES.aboveHigh * (excess - HIGH);
  return rarity * rare + (1 - rarity) * SLOPES.common * excess;
}
