import type { IndexBead } from "@stele/core/node";
import type { Session } from "../session.ts";
import { type GoldBeads, readPrediction } from "./gold-file.ts";
import { isFolder, type LadderFile, ladderOf, readLadderFiles } from "./ladder-files.ts";

/**
 * Reads what an aligner found: `{ id: [[[0], [0, 1]], …] }`, or a ladder of hunalign, Vecalign or SentAlign; where the
 * gold has several documents, a folder of ladders, each named after its document (`id.ladder`).
 *
 * @throws SteleError `input-malformed`, `beads-invalid`; `input-missing` where a document has no ladder.
 */
export async function readFound(
  file: string,
  gold: readonly GoldBeads[],
  session: Session,
): Promise<readonly (readonly IndexBead[])[]> {
  const ladders = await readLadderFiles(file, session);
  if (ladders.length === 0 && !(await isFolder(file, session))) return readPrediction(file, gold, session);
  const found: (readonly IndexBead[])[] = [];
  for (const document of gold) {
    const ladder = await ladderFor(document, { file, ladders, isOnly: gold.length === 1 }, session);
    found.push(await beadsOfLadder(ladder, document.lengths, session));
  }
  return found;
}

interface Choice {
  readonly file: string;
  readonly ladders: readonly LadderFile[];
  /** Whether the gold has only this document. */
  readonly isOnly: boolean;
}

/** A single ladder needs no name where there is a single document. */
async function ladderFor({ id }: GoldBeads, choice: Choice, session: Session): Promise<LadderFile> {
  const { file, ladders, isOnly } = choice;
  const isSingle = !(await isFolder(file, session));
  const found = isSingle && isOnly ? ladders[0] : ladderOf(id, ladders);
  if (found !== undefined) return found;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "input-missing",
    message: `${file} ${isSingle ? "is" : "has"} no ladder of document ${id}.`,
    hint: "Name each ladder after its document, ID.ladder; where there are several, give their folder.",
    details: { file, id },
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

/** Sentence numbers from one up to another. */
export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
