import { type LongBitext, type Passage, passageLine } from "@stele/model";
import type { Database } from "../sqlite/database.ts";
import { beadDrafts, type PlacedBead, type UnitSide, unitSide } from "./bead-drafts.ts";
import { memoryId } from "./memory-id.ts";
import { LIBRARY_MEMORY } from "./memory-types.ts";
import { textHash } from "./text-hash.ts";
import { unitWriter } from "./unit-store.ts";

/** Puts the beads of a new bitext into the memory. Needs a transaction around it. */
export function addLongUnits(database: Database, bitext: LongBitext): void {
  const writer = unitWriter(database);
  const to = { bitextId: bitext.id, memory: memoryId(database, LIBRARY_MEMORY) };
  for (const draft of beadDrafts(placedBeads(bitext), to)) writer.add(draft);
  writer.end();
}

function* placedBeads(bitext: LongBitext): Generator<PlacedBead, void, undefined> {
  const source = unitSide(bitext.source);
  const hashes = targetHashes(bitext);
  let index = 0;
  for (const passage of bitext.passages) {
    const target = passageSide(passage, { ...bitext.target, hashes });
    for (const bead of passage.beads) {
      yield { bead, index, source, target };
      index += 1;
    }
  }
}

/** A unit knows the sentences around it, which may stand in the passages before and after. */
function targetHashes({ target, passages }: LongBitext): Float64Array {
  const hashes = new Float64Array(target.sentences);
  for (const passage of passages) {
    const { first, sentences } = passage;
    for (let at = first; at < first + sentences.length; at += 1) hashes[at] = textHash(passageLine(passage, at));
  }
  return hashes;
}

interface WholeTarget extends Pick<UnitSide, "provenance" | "language"> {
  readonly hashes: Float64Array;
}

/** The side of a translation, as far as beads of a passage ask for it. */
function passageSide(passage: Passage, { provenance, language, hashes }: WholeTarget): UnitSide {
  const line = (index: number): string => passageLine(passage, index);
  return { provenance, language, overrides: passage.overrides, line, hash: (index) => hashes[index] ?? 0 };
}
