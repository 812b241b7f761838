/** Identifiers of a length begin at its multiple of this. */
const LENGTH_STEP = 2 ** 32;
/** Longer texts count as this long; 2^52 still is a whole number in JavaScript. */
const MAX_LENGTH = 2 ** 20 - 1;

/**
 * The identifier of a unit's side: its length in compared units in the high bits, so that a range of identifiers is
 * a range of lengths and the full-text index filters by length itself; below it the unit and which side.
 */
export function sideId(length: number, { unit, isTarget }: { unit: number; isTarget: boolean }): number {
  return Math.min(length, MAX_LENGTH) * LENGTH_STEP + unit * 2 + (isTarget ? 1 : 0);
}

/**
 * The identifiers of all sides with these lengths, both ends included. Big integers, because drivers bind other numbers
 * as reals, and FTS5 skips to a row id only where it is an integer: with reals it reads everything before it.
 */
export function sideIdRange(shortest: number, longest: number): readonly [from: bigint, to: bigint] {
  const end = (Math.min(longest, MAX_LENGTH) + 1) * LENGTH_STEP - 1;
  return [BigInt(Math.min(shortest, MAX_LENGTH) * LENGTH_STEP), BigInt(end)];
}

/** The length of the side with this identifier. */
export function lengthOfSide(id: number): number {
  return Math.floor(id / LENGTH_STEP);
}
