import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { IndexBead } from "@stele/core/node";
import { inputBytes, inputPath } from "../input.ts";
import type { Session } from "../session.ts";
import { type AlignmentGold, readPrediction } from "./gold-file.ts";

/**
 * Reads what an aligner found: `{ id: [[[0], [0, 1]], …] }`, or a ladder of hunalign, Vecalign or SentAlign; where the
 * gold has several documents, a folder of ladders, each named after its document (`id.ladder`).
 *
 * @throws SteleError `input-malformed`, `beads-invalid`; `input-missing` where a document has no ladder.
 */
export async function readFound(
  file: string,
  gold: AlignmentGold,
  session: Session,
): Promise<readonly (readonly IndexBead[])[]> {
  if ((await stat(inputPath(file, session)).catch(() => undefined))?.isDirectory())
    return readLadders(file, gold, session);
  const { decodeText, SteleError } = await session.core();
  const text = decodeText(await inputBytes(file, session), file);
  if (!LADDER.test(text)) return readPrediction(file, gold, session);
  if (gold.documents.length === 1) return [await ladderBeads(text, gold.documents[0], session)];
  throw new SteleError({
    code: "input-malformed",
    message: `${file} is one ladder, but the gold has ${gold.documents.length} documents.`,
    hint: "Give a folder of ladders, each named after its document: ID.ladder.",
    details: { file },
  });
}

async function readLadders(folder: string, gold: AlignmentGold, session: Session) {
  const { decodeText, SteleError } = await session.core();
  const names = await readdir(inputPath(folder, session));
  const found: (readonly IndexBead[])[] = [];
  for (const document of gold.documents) {
    const name = names.toSorted().find((one) => one === document.id || one.startsWith(`${document.id}.`));
    if (name === undefined) {
      throw new SteleError({
        code: "input-missing",
        message: `${folder} has no ladder of document ${document.id}.`,
        hint: "Name each ladder after its document: ID.ladder.",
        details: { path: join(folder, document.id) },
      });
    }
    const text = decodeText(await inputBytes(join(folder, name), session), name);
    found.push(await ladderBeads(text, document, session));
  }
  return found;
}

async function ladderBeads(
  text: string,
  document: AlignmentGold["documents"][number] | undefined,
  session: Session,
): Promise<readonly IndexBead[]> {
  const { readLadder } = await session.core();
  const lengths = { source: document?.source.length ?? 0, target: document?.target.length ?? 0 };
  return readLadder(text, { lengths }).map(({ source, target }) => [range(...source), range(...target)]);
}

/** How the first line of a ladder begins. */
const LADDER = /^\s*(?:\[[\d,\s]*\]\s*:|\d+\t)/u;

/** Sentence numbers from one up to another. */
export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
