import type { IndexBead, LanguageTag } from "@stele/core/node";
import type { Session } from "../session.ts";
import { isBead, isTexts, listIn, malformed, readJson, textIn } from "./gold-json.ts";
import { range } from "./range.ts";

/** One document of an alignment gold: how many sentences it has, and the beads set by people. */
export interface GoldBeads {
  readonly id: string;
  readonly lengths: { readonly source: number; readonly target: number };
  readonly gold: readonly IndexBead[];
}

/** The same with its sentences. */
export interface GoldDocument extends GoldBeads {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** An alignment gold in the format of docs/accuracy.md. */
export interface AlignmentGold {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly documents: readonly GoldDocument[];
}

/**
 * Reads `{ src, tgt, documents: [{ id, src, tgt, gold: [[[0], [0, 1]], …] }] }`.
 *
 * @throws SteleError `input-malformed`, naming the document.
 */
export async function readAlignmentGold(file: string, session: Session): Promise<AlignmentGold> {
  const data = await readJson(file, session);
  const { parseLanguageTag } = await session.core();
  const documents = await Promise.all(
    listIn(data, "documents").map(async (one): Promise<GoldDocument> => {
      const { id, source, target } = { id: textIn(one, "id"), source: listIn(one, "src"), target: listIn(one, "tgt") };
      const gold = listIn(one, "gold");
      if (id === "" || !isTexts(source) || !isTexts(target) || !gold.every(isBead)) {
        throw await malformed(file, `in document ${id}`, session);
      }
      const lengths = { source: source.length, target: target.length };
      return { id, lengths, source, target, gold };
    }),
  );
  if (documents.length === 0) throw await malformed(file, "it has no documents with what belongs to them", session);
  return { source: parseLanguageTag(textIn(data, "src")), target: parseLanguageTag(textIn(data, "tgt")), documents };
}

/** A bead as `stele align` writes it, `{ source: [0, 1], target: [0, 2] }`, by the indexes of its sentences. */
function indexBead(bead: unknown): readonly unknown[] {
  return ["source", "target"].map((side) => {
    const [from, to] = listIn(bead, side);
    return Number.isInteger(from) && Number.isInteger(to) ? range(Number(from), Number(to)) : undefined;
  });
}

/**
 * Reads what an aligner found: `{ id: [[[0], [0, 1]], …] }`, or, of a single document, what `stele align` writes as
 * JSON.
 *
 * @throws SteleError `input-malformed`; `beads-invalid` where a document is not covered exactly once, since leaving
 * beads out would raise the score.
 */
export async function readPrediction(
  file: string,
  gold: readonly GoldBeads[],
  session: Session,
): Promise<readonly (readonly IndexBead[])[]> {
  const { coverageFaults, SteleError } = await session.core();
  const data = await readJson(file, session);
  const found: (readonly IndexBead[])[] = [];
  for (const { id, lengths } of gold) {
    const own = gold.length === 1 ? listIn(data, "beads") : [];
    const beads = own.length > 0 ? own.map(indexBead) : listIn(data, id);
    if (!beads.every(isBead)) throw await malformed(file, `in document ${id}`, session);
    const faults = coverageFaults(beads, lengths);
    if (faults.source.length + faults.target.length > 0) {
      throw new SteleError({
        code: "beads-invalid",
        message: `In document ${id} of ${file} some sentences do not stand in exactly one bead.`,
        hint: "Give every sentence; one without a partner is a bead of its own.",
        details: {
          file,
          id,
          source: faults.source.slice(0, 5).map(String),
          target: faults.target.slice(0, 5).map(String),
        },
      });
    }
    found.push(beads);
  }
  return found;
}
