import { Failure, isRecord } from "./failure.ts";
import type { BeadExplanation, Bitext, Operation, Polytext } from "./nouns.ts";
import { request } from "./request.ts";
import { parsePolytext } from "./texts.ts";

/** The text after a change. */
export interface Changed {
  readonly polytext: Polytext;
  /** The latest revision of each bitext, by id. */
  readonly revisions: Readonly<Record<string, number>>;
}

/** Sends a correction made on revision `seen`. A `stale-revision` failure carries both versions (see `staleOf`). */
export async function correct(bitext: string, seen: number, operations: readonly Operation[]): Promise<Changed> {
  return changedIn(await request(`/bitexts/${bitext}?compact=1`, { method: "POST", body: { seen, operations } }));
}

/** Makes an older revision the latest again, as a new revision. */
export async function restoreRevision(bitext: string, revision: number): Promise<Changed> {
  return changedIn(await request(`/bitexts/${bitext}/restore?compact=1`, { method: "POST", body: { revision } }));
}

function changedIn(body: unknown): Changed {
  if (!isRecord(body) || !isRecord(body.revisions)) throw malformed();
  const revisions = Object.entries(body.revisions).flatMap(([id, revision]) =>
    typeof revision === "number" ? [[id, revision] as const] : [],
  );
  return { polytext: parsePolytext(body.polytext), revisions: Object.fromEntries(revisions) };
}

/** One revision of a bitext. */
export interface Revision {
  readonly revision: number;
  readonly author: string;
  /** ISO 8601. */
  readonly saved: string;
}

/** Every revision, the first one first. */
export async function readHistory(bitext: string): Promise<readonly Revision[]> {
  const body = await request(`/bitexts/${bitext}/history`);
  const list = isRecord(body) && Array.isArray(body.revisions) ? body.revisions : [];
  return list.flatMap((item: unknown) => {
    if (!isRecord(item)) return [];
    const { revision, author, saved } = item;
    return typeof revision === "number" && typeof saved === "string"
      ? [{ revision, author: String(author), saved }]
      : [];
  });
}

/** The two versions of a refused correction. */
export interface Stale {
  /** What the correction would have made. */
  readonly refused: Bitext;
  /** What is stored now. */
  readonly stored: Bitext;
}

/** The versions that a `stale-revision` failure carries. */
export function staleOf(failure: Failure): Stale | undefined {
  const { refused, stored } = failure.body;
  return isBitext(refused) && isBitext(stored) ? { refused, stored } : undefined;
}

function isBitext(value: unknown): value is Bitext {
  return isRecord(value) && Array.isArray(value.beads) && isRecord(value.target);
}

/** Why a bead is as it is: facts to be said in words. */
export interface BeadReasons
  extends Pick<BeadExplanation, "bead" | "missingFigures" | "addedFigures" | "lengthFactor"> {
  /** How much of its words is linked, from 0 to 1; null where it was not counted. */
  readonly linkedShare: number | null;
}

/** The reasons of every bead of a bitext's latest revision. */
export async function readReasons(bitext: string): Promise<readonly BeadReasons[]> {
  const body = await request(`/bitexts/${bitext}/reasons`);
  const list = isRecord(body) && Array.isArray(body.reasons) ? body.reasons : [];
  return list.flatMap((item: unknown) => (isRecord(item) ? [reasonsIn(item)] : []));
}

function reasonsIn(item: Readonly<Record<string, unknown>>): BeadReasons {
  const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  const figure = (value: unknown): number | null => (typeof value === "number" ? value : null);
  return {
    bead: Number(item.bead),
    missingFigures: texts(item.missingFigures),
    addedFigures: texts(item.addedFigures),
    lengthFactor: figure(item.lengthFactor),
    linkedShare: figure(item.linkedShare),
  };
}

/** A translation that the memory has for a text like the row's source. */
export interface Match {
  readonly source: string;
  readonly target: string;
  /** From 0 to 1, which is the same text. */
  readonly score: number;
}

/** What the memory has for a bead's source, best first; what stands there already is left out. */
export async function readMatches(bitext: string, bead: number): Promise<readonly Match[]> {
  const body = await request(`/bitexts/${bitext}/matches?bead=${bead}`);
  const list = isRecord(body) && Array.isArray(body.matches) ? body.matches : [];
  return list.filter(isMatch);
}

function isMatch(value: unknown): value is Match {
  if (!isRecord(value)) return false;
  return typeof value.source === "string" && typeof value.target === "string" && typeof value.score === "number";
}

function malformed(): Failure {
  return new Failure({
    code: "service-malformed",
    message: "The server's answer to the correction has not the expected shape.",
  });
}

/** The latest revision of a bitext. */
export async function readBitext(id: string): Promise<Bitext> {
  const body = await request(`/bitexts/${id}`);
  if (isRecord(body) && isBitext(body.bitext)) return body.bitext;
  throw malformed();
}
