import type { Counterpart, FoundAt } from "@stele/model";
import type { FoundSide } from "./found-sides.ts";
import { lengthOfSide } from "./side-id.ts";
import { standingRank } from "./standing.ts";

/** A text that was found, once, with everything that stands beside it. */
export interface FoundSentence extends Pick<FoundSide, "language" | "text"> {
  /** Each text of a language once, by its best standing. */
  readonly counterparts: readonly Omit<Counterpart, "spans">[];
  /** Where it stands in texts of the library, each place once however many pairs have it. */
  readonly places: readonly FoundAt[];
  readonly memories: readonly string[];
}

/** Puts sides with the same text together. The same text has the same length, and sides come by their length. */
export function* groupSides(sides: Iterable<FoundSide>): Iterable<FoundSentence> {
  let length = -1;
  let groups = new Map<string, FoundSide[]>();
  for (const side of sides) {
    if (lengthOfSide(side.id) !== length) {
      yield* [...groups.values()].map(sentenceOf);
      groups = new Map();
      length = lengthOfSide(side.id);
    }
    const key = `${side.language} ${side.text}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [side]);
    else group.push(side);
  }
  yield* [...groups.values()].map(sentenceOf);
}

function sentenceOf(sides: readonly FoundSide[]): FoundSentence {
  const [{ language, text }] = sides as readonly [FoundSide, ...FoundSide[]];
  return {
    language,
    text,
    counterparts: counterpartsOf(sides),
    places: placesOf(sides),
    memories: [...new Set(sides.map(({ memory }) => memory))],
  };
}

function counterpartsOf(sides: readonly FoundSide[]): FoundSentence["counterparts"] {
  const best = new Map<string, Omit<Counterpart, "spans">>();
  for (const { counterpart } of sides) {
    if (counterpart === undefined) continue;
    const key = `${counterpart.language} ${counterpart.text}`;
    const known = best.get(key);
    if (known === undefined || isBetter(counterpart, known)) best.set(key, counterpart);
  }
  return [...best.values()];
}

type Trusted = Pick<Counterpart, "standing" | "score">;

function isBetter(one: Trusted, other: Trusted): boolean {
  const byStanding = standingRank(one.standing) - standingRank(other.standing);
  return byStanding === 0 ? (one.score ?? 0) > (other.score ?? 0) : byStanding > 0;
}

/** The second time in one pair is the second place in the text; the second time in another pair is the same place. */
function placesOf(sides: readonly FoundSide[]): readonly FoundAt[] {
  const times = new Map<string, number>();
  const places = new Map<string, FoundAt>();
  for (const { place } of sides) {
    if (place === undefined) continue;
    const time = times.get(place.bitextId) ?? 0;
    times.set(place.bitextId, time + 1);
    const key = `${place.textId} ${time}`;
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}
