import type { LongBitext, LongPolytext } from "@stele/core";
import type { FinishedLong } from "@stele/core/node";
import { writeResult } from "../output.ts";
import type { Session } from "../session.ts";
import { longTable } from "../terminal/polytext-table.ts";
import { keepAtOnce, keepRest } from "./keep-translations.ts";
import { longReport, report, saySpent } from "./report.ts";
import { translatedText } from "./translated-text.ts";
import { destinationOf, type Wanted } from "./wanted.ts";
import { weighAndRun } from "./weigh-and-run.ts";

/**
 * A translation into one language or more: its passages go to the disk as they are made, and library, files and report
 * go through them there, so that a book needs no more memory than an article.
 */
export async function translateAndDeliver(wanted: Wanted, session: Session): Promise<void> {
  const { planned, engine, wishes } = wanted;
  const finished = await weighAndRun({ planned, engine, limits: wishes, run: planned.runLong }, session);
  try {
    await deliver(finished, wanted, session);
  } finally {
    finished.close();
  }
}

async function deliver({ bitexts, counts }: FinishedLong, wanted: Wanted, session: Session): Promise<void> {
  const { joined, close } = await joinedRows(bitexts, session);
  if (joined === undefined) return;
  try {
    // A text that is paid for reaches the user whether the library can take it or not.
    const rest = await keepAtOnce([...joined.bitexts, ...bitexts.slice(2)], session);
    await writeTranslations(joined, bitexts, { wanted, session });
    await saySpent(counts, session);
    const reports = await Promise.all(bitexts.map((bitext) => longReport(bitext, session)));
    await report(reports, wanted.wishes.strict, session);
    await keepRest(rest, session);
  } finally {
    close();
  }
}

/** What is shown in rows, and what closes it. */
interface Rows {
  readonly joined?: LongPolytext;
  close(): void;
}

async function joinedRows(bitexts: readonly LongBitext[], session: Session): Promise<Rows> {
  const [first, second] = bitexts;
  const { joinTranslations, asLongPolytext, bundledAligner } = await session.core();
  const close = () => undefined;
  if (first === undefined) return { close };
  if (second === undefined) return { joined: asLongPolytext(first), close };
  // Of more than two, the library keeps each with its source; rows hold three languages at most.
  const aligner = bitexts.length === 2 ? { aligner: bundledAligner() } : {};
  const joined = await joinTranslations(
    [first, second],
    { ...aligner, signal: session.io.signal },
    await session.home(),
  );
  return { joined, close: () => joined.close() };
}

interface Delivery {
  readonly wanted: Wanted;
  readonly session: Session;
}

/** Text: a file a language; any other format holds all of them in one. */
async function writeTranslations(
  polytext: LongPolytext,
  bitexts: readonly LongBitext[],
  { wanted: { input, outputs, wishes }, session }: Delivery,
): Promise<void> {
  if (wishes.format !== "text") {
    const rows = await rowsIn(wishes.format, polytext, session);
    return writeResult(rows, destinationOf(outputs[0]?.file, wishes), session);
  }
  for (const { target, file } of outputs) {
    const bitext = bitexts.find((one) => one.target.language === target);
    if (bitext === undefined) continue;
    await writeResult(await translatedText({ input, bitext, file }, session), destinationOf(file, wishes), session);
  }
}

async function rowsIn(format: "json" | "table", polytext: LongPolytext, session: Session): Promise<Iterable<string>> {
  if (format === "table") return longTable(polytext, session);
  const { writeLongJson } = await session.core();
  return writeLongJson(polytext);
}
