import type { GuardPiece, GuardReason, GuardReport, Range, Verdict } from "@stele/model";
import { countOf, listOf, malformedJson, membersOf, oneOf } from "./json-values.ts";

const VERDICTS: readonly Verdict[] = ["empty", "suspicious", "split", "merged", "kept"];
const REASONS: readonly GuardReason[] = [
  "empty",
  "source-copied",
  "wrong-script",
  "length",
  "figure-lost",
  "name-lost",
  "term-missed",
  "tag-broken",
  "marks-lost",
];

/** A guard report of our own JSON. Throws `input-malformed`, naming the member. */
export function readReport(value: unknown, path: string): GuardReport {
  const members = membersOf(value, path);
  const counts = membersOf(members.counts, `${path}.counts`);
  return {
    pieces: listOf(members.pieces, `${path}.pieces`, readPiece),
    counts: Object.fromEntries(
      VERDICTS.map((verdict) => [verdict, countOf(counts[verdict], `${path}.counts.${verdict}`)]),
    ) as GuardReport["counts"],
  };
}

function readPiece(value: unknown, path: string): GuardPiece {
  const members = membersOf(value, path);
  return {
    source: readRange(members.source, `${path}.source`),
    target: readRange(members.target, `${path}.target`),
    verdict: oneOf(members.verdict, `${path}.verdict`, VERDICTS),
    reasons: listOf(members.reasons, `${path}.reasons`, (reason, at) => oneOf(reason, at, REASONS)),
    attempts: countOf(members.attempts, `${path}.attempts`),
  };
}

/** Two whole numbers, the second not below the first. */
export function readRange(value: unknown, path: string): Range {
  const [from, to, ...more] = listOf(value, path, countOf);
  if (from === undefined || to === undefined || to < from || more.length > 0)
    throw malformedJson(path, "a run [from, to)");
  return [from, to];
}
