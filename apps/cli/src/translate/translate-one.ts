import type { LongBitext } from "@stele/core";
import type { FinishedLong } from "@stele/core/node";
import { writeResult } from "../output.ts";
import { saveLong } from "../save-polytext.ts";
import type { Session } from "../session.ts";
import { longTable } from "../terminal/polytext-table.ts";
import { longReport, type Reported, report, saySpent } from "./report.ts";
import { longText } from "./translated-text.ts";
import { destinationOf, type Wanted } from "./wanted.ts";
import { weighAndRun } from "./weigh-and-run.ts";

/**
 * A translation into one language: its passages go to the disk as they are made, and library, file and report go through
 * them there, so that a book needs no more memory than an article.
 */
export async function translateOne(wanted: Wanted, session: Session): Promise<void> {
  const { planned, engine, wishes } = wanted;
  const finished = await weighAndRun({ planned, engine, limits: wishes, run: planned.runLong }, session);
  try {
    await deliver(finished, wanted, session);
  } finally {
    finished.close();
  }
}

async function deliver({ bitexts, counts }: FinishedLong, wanted: Wanted, session: Session): Promise<void> {
  const { outputs, wishes } = wanted;
  const reports: Reported[] = [];
  for (const [index, bitext] of bitexts.entries()) {
    await saveLong(bitext, session);
    const file = outputs[index]?.file;
    await writeResult(await resultOf(bitext, file, { wanted, session }), destinationOf(file, wishes), session);
    reports.push(await longReport(bitext, session));
  }
  await saySpent(counts, session);
  await report(reports, wishes.strict, session);
}

async function resultOf(
  bitext: LongBitext,
  file: string | undefined,
  { wanted: { input, wishes }, session }: { readonly wanted: Wanted; readonly session: Session },
): Promise<Iterable<string>> {
  if (wishes.format === "table") return longTable(bitext, session);
  if (wishes.format === "text") return longText({ input, bitext, file }, session);
  const { writeLongJson } = await session.core();
  return writeLongJson(bitext);
}
