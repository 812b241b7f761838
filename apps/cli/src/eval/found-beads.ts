import type { IndexBead } from "@stele/core/node";
import type { Session } from "../session.ts";
import { type GoldBeads, readPrediction } from "./alignment-gold.ts";
import { isFolder, type LadderFile, ladderOf, readLadderFiles } from "./ladder-files.ts";
import { range } from "./range.ts";

/**
 * Reads what an aligner found: `{ id: [[[0], [0, 1]], …] }`, what `stele align` wrote, or a ladder of hunalign,
 * Vecalign or SentAlign; where the gold has several documents, a folder of ladders, each named after its document
 * (`id.ladder`).
 *
 * @throws SteleError `input-malformed`, `beads-invalid`; `input-missing` where a document has no ladder.
 */
export async function readFound(
  file: string,
  gold: readonly GoldBeads[],
  session: Session,
): Promise<readonly (readonly IndexBead[])[]> {
  const isMany = await isFolder(file, session);
  const ladders = await readLadderFiles(file, session);
  if (ladders.length === 0 && !isMany) return readPrediction(file, gold, session);
  const found: (readonly IndexBead[])[] = [];
  for (const { id, lengths } of gold) {
    // A single ladder needs no name where there is a single document.
    const ladder = isMany || gold.length > 1 ? ladderOf(id, ladders) : ladders[0];
    if (ladder === undefined) throw await noLadder(id, { file, isMany }, session);
    found.push(await beadsOfLadder(ladder, lengths, session));
  }
  return found;
}

async function noLadder(
  id: string,
  { file, isMany }: { readonly file: string; readonly isMany: boolean },
  session: Session,
): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "input-missing",
    message: `${file} ${isMany ? "has" : "is"} no ladder of document ${id}.`,
    hint: "Name each ladder after its document, ID.ladder; where there are several, give their folder.",
    details: { file, id, reason: "ladder-missing" },
  });
}

/** The beads of a ladder by the indexes of their sentences. */
export async function beadsOfLadder(
  { file, text }: LadderFile,
  lengths: GoldBeads["lengths"],
  session: Session,
): Promise<readonly IndexBead[]> {
  const { readLadder } = await session.core();
  return readLadder(text, { lengths, name: file }).map(({ source, target }) => [range(...source), range(...target)]);
}
