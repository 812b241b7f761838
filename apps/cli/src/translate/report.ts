import type { Bitext, GuardPiece, GuardReport, LanguageTag, LongBitext, Side, Verdict } from "@stele/core";
import type { Counts } from "@stele/core/node";
import type { Session } from "../session.ts";
import { plain } from "../terminal/plain.ts";

/** A part of the result is missing. */
const PARTIAL = 12;
/** A check found problems. */
const FOUND_PROBLEMS = 8;

/** What the guard found of a translation; its pieces are gone through, not held. */
export interface Reported {
  readonly source: Side;
  readonly target: LanguageTag;
  readonly counts: GuardReport["counts"];
  readonly pieces: Iterable<GuardPiece>;
}

const NOTHING: GuardReport = { pieces: [], counts: { empty: 0, suspicious: 0, split: 0, merged: 0, kept: 0 } };

/** Of a translation that is held. */
export function heldReport({ source, target, report: found = NOTHING }: Bitext): Reported {
  return { source, target: target.article.language, ...found };
}

/** Of a translation that is not. */
export async function longReport(
  { source, target, counts, passages }: LongBitext,
  session: Session,
): Promise<Reported> {
  const { listOf } = await session.core();
  return { source, target: target.language, counts, pieces: listOf(passages, "pieces") };
}

/** Says what the guard found, piece by piece where something is wrong, and sets the exit code. */
export async function report(found: readonly Reported[], isStrict: boolean, session: Session): Promise<void> {
  for (const one of found) await sayReport(one, session);
  const count = (verdict: Verdict): number => found.reduce((sum, { counts }) => sum + counts[verdict], 0);
  if (count("empty") > 0) session.exitWith(PARTIAL);
  else if (isStrict && count("suspicious") > 0) session.exitWith(FOUND_PROBLEMS);
}

async function sayReport({ source, target, counts, pieces }: Reported, session: Session): Promise<void> {
  const { t } = session;
  await session.say(t("cli.report.counts", { language: t(`cli.languages.${target}`), ...counts }));
  await sayUnmarked(pieces, session);
  const { sentenceLine } = await session.core();
  for (const piece of pieces) {
    if (piece.verdict !== "empty" && piece.verdict !== "suspicious") continue;
    const sentence = source.sentences[piece.source[0]];
    const text = sentence === undefined ? "" : sentenceLine(source.article, sentence);
    await session.say(`  ${piece.source[0] + 1}. ${reasonsOf(piece, session)}: ${plain(text).slice(0, 80)}`);
  }
}

async function sayUnmarked(pieces: Iterable<GuardPiece>, { t, say }: Session): Promise<void> {
  const unmarked: number[] = [];
  for (const { source, reasons } of pieces) if (reasons.includes("marks-lost")) unmarked.push(source[0] + 1);
  if (unmarked.length > 0) await say(t("cli.report.marksLost", { sentences: numberList(unmarked) }));
}

/** Numbers of sentences, not too many. */
const MOST_NUMBERS = 20;

function numberList(numbers: readonly number[]): string {
  return [...numbers.slice(0, MOST_NUMBERS), ...(numbers.length > MOST_NUMBERS ? ["…"] : [])].join(", ");
}

function reasonsOf({ reasons, verdict }: GuardPiece, { t }: Session): string {
  return reasons.length === 0
    ? t(`cli.verdict.${verdict}`)
    : reasons.map((reason) => t(`cli.reason.${reason}`)).join(", ");
}

/** What was sent, in all rounds, and may have been charged. */
export async function saySpent(counts: Counts, session: Session): Promise<void> {
  const { t, say } = session;
  if (counts.requests === 0) await say(t("cli.report.nothingSent"));
  else await saySent(counts, session);
  if (counts.withheld > 0) await say(t("cli.report.withheld", { texts: counts.withheld }));
}

async function saySent(counts: Counts, { t, say }: Session): Promise<void> {
  const { requests, charactersSent, charactersBilled, repairs } = counts;
  const { tokensSent: read, tokensBack: written } = counts;
  const lines = [t("cli.report.sent", { requests, sent: charactersSent, billed: charactersBilled })];
  if (repairs > 0) lines.push(t("cli.report.repairs", { repairs }));
  if (read + written > 0) lines.push(t("cli.report.tokens", { read, written }));
  await say(lines.join(" "));
  const { requestsMaybeBilled: lost, charactersMaybeBilled: characters } = counts;
  if (lost > 0) await say(t("balance.maybeBilled", { requests: lost, characters }));
}
