import type { FileKind, ModelRecord } from "./model-record.ts";

/** All files of one model. */
export interface ModelOffer {
  readonly from: string;
  readonly to: string;
  readonly version: string;
  readonly architecture: string;
  readonly files: readonly ModelRecord[];
}

/** Larger ones translate better; `base-memory` is the base model that Firefox runs on small machines. */
const ARCHITECTURES = ["base", "base-memory", "tiny", ""];
/** Versions of the file format that Bergamot 0.4.5 (`@browsermt/bergamot-translator` 0.4.9) is known to read. */
const READABLE = new Set([1, 2]);

/** The models that the engine can run, the best of each pair: released before trial, then newest, then largest. */
export function chooseModels(records: readonly ModelRecord[]): readonly ModelOffer[] {
  const best = new Map<string, ModelOffer>();
  for (const offer of offersOf(records)) {
    const pair = `${offer.from}-${offer.to}`;
    const known = best.get(pair);
    if (known === undefined || compareOffers(offer, known) > 0) best.set(pair, offer);
  }
  return [...best.values()];
}

function offersOf(records: readonly ModelRecord[]): readonly ModelOffer[] {
  const groups = new Map<string, ModelRecord[]>();
  for (const record of records) {
    const key = JSON.stringify([record.from, record.to, record.version, record.architecture]);
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].flatMap((files) => {
    const [first] = files;
    if (first === undefined || !isComplete(files) || !READABLE.has(Number.parseInt(first.version, 10))) return [];
    const { from, to, version, architecture } = first;
    return [{ from, to, version, architecture, files: oneEach(files) }];
  });
}

/** A record may stand in both collections; the packed one is smaller to fetch. */
function oneEach(files: readonly ModelRecord[]): readonly ModelRecord[] {
  const byKind = new Map<FileKind, ModelRecord>();
  for (const file of files) {
    if (byKind.get(file.kind)?.unpacked === undefined) byKind.set(file.kind, file);
  }
  return [...byKind.values()];
}

function isComplete(files: readonly ModelRecord[]): boolean {
  const kinds = new Set(files.map(({ kind }) => kind));
  const hasVocabulary = kinds.has("vocab") || (kinds.has("srcvocab") && kinds.has("trgvocab"));
  return kinds.has("model") && kinds.has("lex") && hasVocabulary;
}

function compareOffers(a: ModelOffer, b: ModelOffer): number {
  const release = Number(isReleased(a)) - Number(isReleased(b));
  if (release !== 0) return release;
  const version = compareVersions(a.version, b.version);
  return version !== 0 ? version : rank(b) - rank(a);
}

function isReleased({ version }: ModelOffer): boolean {
  return !/[a-z]/u.test(version);
}

function rank({ architecture }: ModelOffer): number {
  const at = ARCHITECTURES.indexOf(architecture);
  return at < 0 ? ARCHITECTURES.length : at;
}

/** Numerically, part by part: 1.10 is newer than 1.9, 2.0 than 2.0a1. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(/[a-z]/u.test(b)) - Number(/[a-z]/u.test(a));
}

function partsOf(version: string): readonly number[] {
  return (version.match(/\d+/gu) ?? []).map(Number);
}
