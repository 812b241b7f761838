import {
  type Aligner,
  type ArticleId,
  alignSides,
  type Bitext,
  type BitextId,
  createBitext,
  type Library,
  type Side,
  StaleRevision,
} from "@stele/core/node";
import { notFound } from "../refusal.ts";
import { saveAll, textOf } from "./save-correction.ts";

/** Which revision of a bitext is to be the latest again. */
export interface Restoring {
  readonly bitext: BitextId;
  readonly revision: number;
  /** The latest revision that the writer knows; default: whatever is the latest. */
  readonly seen?: number;
  readonly author: string;
}

/**
 * Makes an old revision the latest again, as a new one. The other bitexts of the text that shared a side with it go
 * back with it, to the revision that has these sides, or are aligned anew where there was none.
 *
 * @throws SteleError `not-found`; StaleRevision where `seen` is not the latest.
 */
export async function restoreRevision(library: Library, restoring: Restoring, aligner: Aligner): Promise<ArticleId> {
  const { bitext: id, revision, author } = restoring;
  const latest = library.bitext(id);
  const old = library.bitext(id, revision);
  if (latest === undefined || old === undefined) throw notFound("revision", `${id} ${revision}`);
  const restored = createBitext({ ...old, revision: latest.revision, author });
  if (restoring.seen !== undefined && restoring.seen !== latest.revision) throw new StaleRevision(restored, latest);
  const text = textOf(library, latest);
  const others = library.bitextsOf(text).filter((other) => other.id !== id);
  const followers = await Promise.all(
    others.map((other) => followBack(library, { other, from: latest, to: restored }, aligner)),
  );
  saveAll(library, [restored, ...followers.flat()], author);
  return text;
}

interface Step {
  readonly other: Bitext;
  readonly from: Bitext;
  readonly to: Bitext;
}

async function followBack(library: Library, { other, from, to }: Step, aligner: Aligner): Promise<readonly Bitext[]> {
  const source = sideAfter(other.source, from, to);
  const target = sideAfter(other.target, from, to);
  if (source === other.source && target === other.target) return [];
  const kept = keptWith(library, other, [source, target]);
  const beads = kept?.beads ?? (await alignSides(source, target, { aligner })).beads;
  const { report: _, ...rest } = other;
  return [createBitext({ ...rest, source, target, beads })];
}

/** The last revision of a bitext that has these sides; revisions of other articles are not read. */
function keptWith(library: Library, { id }: Bitext, [source, target]: readonly [Side, Side]): Bitext | undefined {
  for (const { revision, sourceId, targetId } of library.history(id).toReversed()) {
    if (sourceId !== source.article.id || targetId !== target.article.id) continue;
    const bitext = library.bitext(id, revision);
    if (bitext !== undefined && isSame(bitext.source, source) && isSame(bitext.target, target)) return bitext;
  }
  return undefined;
}

/** What a side of another bitext becomes when one bitext goes from one revision to another. */
function sideAfter(side: Side, from: Bitext, to: Bitext): Side {
  if (isSame(side, from.source)) return isSame(from.source, to.source) ? side : to.source;
  if (isSame(side, from.target)) return isSame(from.target, to.target) ? side : to.target;
  return side;
}

function isSame(side: Side, other: Side): boolean {
  if (side === other) return true;
  return (
    side.article.id === other.article.id &&
    side.sentences.length === other.sentences.length &&
    side.sentences.every((sentence, index) => {
      const twin = other.sentences[index];
      return twin?.start === sentence.start && twin.end === sentence.end;
    })
  );
}
