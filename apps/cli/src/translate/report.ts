import type { Bitext, GuardPiece, Verdict } from "@stele/core";
import type { Counts } from "@stele/core/node";
import type { Session } from "../session.ts";
import { plain } from "../terminal/plain.ts";

/** A part of the result is missing. */
const PARTIAL = 12;
/** A check found problems. */
const FOUND_PROBLEMS = 8;

/** Says what the guard found, piece by piece where something is wrong, and sets the exit code. */
export async function report(bitexts: readonly Bitext[], isStrict: boolean, session: Session): Promise<void> {
  for (const bitext of bitexts) await sayReport(bitext, session);
  const count = (verdict: Verdict): number =>
    bitexts.reduce((sum, { report: one }) => sum + (one?.counts[verdict] ?? 0), 0);
  if (count("empty") > 0) session.exitWith(PARTIAL);
  else if (isStrict && count("suspicious") > 0) session.exitWith(FOUND_PROBLEMS);
}

async function sayReport(bitext: Bitext, session: Session): Promise<void> {
  const { t } = session;
  if (bitext.report === undefined) return;
  const { pieces, counts } = bitext.report;
  await session.say(
    t("cli.report.counts", { language: t(`cli.languages.${bitext.target.article.language}`), ...counts }),
  );
  const unmarked = pieces.filter(({ reasons }) => reasons.includes("marks-lost")).map(({ source }) => source[0] + 1);
  if (unmarked.length > 0) await session.say(t("cli.report.marksLost", { sentences: listOf(unmarked) }));
  const { sentenceLine } = await session.core();
  for (const piece of pieces) {
    if (piece.verdict !== "empty" && piece.verdict !== "suspicious") continue;
    const sentence = bitext.source.sentences[piece.source[0]];
    const text = sentence === undefined ? "" : sentenceLine(bitext.source.article, sentence);
    await session.say(`  ${piece.source[0] + 1}. ${reasonsOf(piece, session)}: ${plain(text).slice(0, 80)}`);
  }
}

/** Numbers of sentences, not too many. */
const MOST_NUMBERS = 20;

function listOf(numbers: readonly number[]): string {
  return [...numbers.slice(0, MOST_NUMBERS), ...(numbers.length > MOST_NUMBERS ? ["…"] : [])].join(", ");
}

function reasonsOf({ reasons, verdict }: GuardPiece, { t }: Session): string {
  return reasons.length === 0
    ? t(`cli.verdict.${verdict}`)
    : reasons.map((reason) => t(`cli.reason.${reason}`)).join(", ");
}

/** What was sent, in all rounds, and may have been charged. */
export async function saySpent(counts: Counts, { t, say }: Session): Promise<void> {
  const { requests, charactersSent, charactersBilled, repairs } = counts;
  if (requests === 0) return say(t("cli.report.nothingSent"));
  const { tokensSent: read, tokensBack: written } = counts;
  const lines = [t("cli.report.sent", { requests, sent: charactersSent, billed: charactersBilled })];
  if (repairs > 0) lines.push(t("cli.report.repairs", { repairs }));
  if (read + written > 0) lines.push(t("cli.report.tokens", { read, written }));
  await say(lines.join(" "));
  const { requestsMaybeBilled: lost, charactersMaybeBilled: characters } = counts;
  if (lost > 0) await say(t("cli.report.maybeBilled", { requests: lost, characters }));
}
