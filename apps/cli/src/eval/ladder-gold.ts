import type { SideName } from "@stele/core/node";
import type { Session } from "../session.ts";
import type { GoldBeads } from "./alignment-gold.ts";
import { beadsOfLadder } from "./found-beads.ts";
import { type LadderFile, ladderOf, readLadderFiles } from "./ladder-files.ts";

/**
 * Reads a ladder of hunalign, Vecalign or SentAlign, or a folder of them, as a gold; undefined where it is none. A
 * ladder holds no sentences: a document has as many as the furthest that its ladder or one of the `others` names.
 *
 * @throws SteleError `input-malformed`, `beads-invalid`, naming file and line.
 */
export async function readLadderGold(
  path: string,
  others: readonly string[],
  session: Session,
): Promise<readonly GoldBeads[] | undefined> {
  const ladders = await readLadderFiles(path, session);
  if (ladders.length === 0) return undefined;
  const judged = await Promise.all(others.map((other) => readLadderFiles(other, session)));
  const documents: GoldBeads[] = [];
  for (const ladder of ladders) {
    const counterparts = judged.flatMap((files) =>
      ladders.length === 1 && files.length === 1 ? files : (ladderOf(ladder.id, files) ?? []),
    );
    const lengths = await lengthsOf([ladder, ...counterparts], session);
    documents.push({ id: ladder.id, lengths, gold: await beadsOfLadder(ladder, lengths, session) });
  }
  return documents;
}

async function lengthsOf(ladders: readonly LadderFile[], session: Session): Promise<GoldBeads["lengths"]> {
  const { ladderLengths } = await session.core();
  const lengths = ladders.map(({ file, text }) => ladderLengths(text, file));
  const most = (side: SideName): number => Math.max(0, ...lengths.map((one) => one[side]));
  return { source: most("source"), target: most("target") };
}
