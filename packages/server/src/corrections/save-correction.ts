import {
  type Aligner,
  type ArticleId,
  type Bitext,
  type BitextId,
  createBitext,
  type Library,
  type Operation,
  type Side,
  type SideName,
  StaleRevision,
} from "@stele/core/node";
import { notFound } from "../refusal.ts";
import { applyOperations, type Draft } from "./apply-operations.ts";
import { shiftBeads } from "./edit-beads.ts";
import { type Before, realign } from "./realign.ts";

/** A correction of one bitext of a text. */
export interface Correction {
  readonly bitext: BitextId;
  /** The revision that the operations were made on. */
  readonly seen: number;
  readonly operations: readonly Operation[];
  readonly author: string;
  readonly realign: boolean;
}

/**
 * Writes a correction as a new revision. Where it changes the sentences or words of a side, the other bitexts of the
 * text that share this side follow with revisions of their own, so that three languages stay in rows.
 *
 * @throws StaleRevision with both versions where the bitext was changed in the meantime.
 * @throws SteleError `not-found`, and as `applyOperations`.
 */
export async function saveCorrection(library: Library, correction: Correction, aligner: Aligner): Promise<ArticleId> {
  const seen = library.bitext(correction.bitext, correction.seen);
  const latest = library.bitext(correction.bitext);
  if (seen === undefined || latest === undefined) throw notFound("bitext", correction.bitext);
  const text = textOf(library, latest);
  const start: Draft = { ...seen, previous: seen.beads, shifts: [], isReshaped: false };
  const corrector = { author: correction.author, original: text };
  const draft = applyOperations(start, correction.operations, corrector);
  const corrected = { ...withoutStaleReport(seen, draft), author: correction.author };
  if (latest.revision !== seen.revision) throw new StaleRevision(corrected, latest);

  const changes: readonly Change[] = [
    { after: corrected, before: { ...seen, previous: draft.previous } },
    ...followersOf(library, seen, draft),
  ];
  const isWanted = correction.realign && draft.isReshaped;
  const revisions = changes.map(async ({ after, before }) =>
    createBitext({ ...after, beads: isWanted ? await realign(after, before, aligner) : after.beads }),
  );
  saveAll(library, await Promise.all(revisions), correction.author);
  return text;
}

/** The id of the text that a bitext belongs to: the article that the first bitext of the text begins with. */
export function textOf(library: Library, bitext: Bitext): ArticleId {
  const id = library.textOf(bitext.id);
  if (id === undefined || library.text(id)?.removedAt !== undefined) throw notFound("text", bitext.id);
  return id;
}

/** A bitext as it is to be, with what was before. */
interface Change {
  readonly after: Bitext;
  readonly before: Before;
}

/** The guard's report counts sentences: it does not outlive a change of their number. */
function withoutStaleReport(bitext: Bitext, { source, target, beads, shifts }: Draft): Bitext {
  const { report, ...rest } = bitext;
  const isCurrent = report !== undefined && shifts.every(({ by }) => by === 0);
  return { ...rest, source, target, beads, ...(isCurrent ? { report } : {}) };
}

/** The other bitexts that hold a side whose sentences the correction changed, with the same change. */
function followersOf(library: Library, seen: Bitext, draft: Draft): readonly Change[] {
  if (draft.shifts.length === 0) return [];
  const others = library.bitextsOf(seen.source.article.id).filter(({ id }) => id !== seen.id);
  return others.flatMap((other) => {
    const followed = (["source", "target"] as const).reduce(
      (bitext, name) =>
        follow(follow(bitext, name, { seen, draft, of: "source" }), name, { seen, draft, of: "target" }),
      other,
    );
    return followed === other ? [] : [{ after: followed, before: { ...other, previous: followed.beads } }];
  });
}

interface Following {
  readonly seen: Bitext;
  readonly draft: Draft;
  /** The side of the corrected bitext whose change is followed. */
  readonly of: SideName;
}

function follow(other: Bitext, name: SideName, { seen, draft, of }: Following): Bitext {
  const [before, after] = [seen[of], draft[of]];
  if (before === after || !isSameSide(other[name], before)) return other;
  const shifts = draft.shifts.filter(({ side }) => side === of);
  const beads = shifts.reduce((shifted, shift) => shiftBeads(shifted, name, shift), other.beads);
  return withoutStaleReport(other, { ...other, [name]: after, beads, previous: beads, shifts, isReshaped: true });
}

function isSameSide(side: Side, other: Side): boolean {
  return side.article.id === other.article.id && side.sentences.length === other.sentences.length;
}

/**
 * Keeps all of them or none, each as the revision after the one that it names.
 *
 * @throws StaleRevision where one of them was changed in the meantime.
 */
export function saveAll(library: Library, bitexts: readonly Bitext[], author: string): void {
  library.together(() => {
    for (const bitext of bitexts) library.saveBitext(bitext, { seen: bitext.revision, author });
  });
}
