import type { Bitext, InlineMark, Polytext } from "@stele/core";
import { writeResult } from "../output.ts";
import { savePolytext } from "../save-polytext.ts";
import type { Session } from "../session.ts";
import { writePolytext } from "../write-polytext.ts";
import { heldReport, report, saySpent } from "./report.ts";
import { translatedText } from "./translated-text.ts";
import { destinationOf, type Wanted } from "./wanted.ts";
import { weighAndRun } from "./weigh-and-run.ts";

/** Translations into several languages: they are held, because they are aligned with one another. */
export async function translateMany(wanted: Wanted, session: Session): Promise<void> {
  const { planned, engine, wishes } = wanted;
  const { bitexts, marks, counts } = await weighAndRun({ planned, engine, limits: wishes, run: planned.run }, session);
  const joined = await joinTargets(bitexts, session);
  await savePolytext(joined, session);
  await write({ joined, bitexts, marks, wanted }, session);
  await saySpent(counts, session);
  await report(bitexts.map(heldReport), wishes.strict, session);
}

/** What is kept of a translation; its rows are made where they are written: of a book they take the room of the text. */
type Joined = Pick<Polytext, "sides" | "pairs">;

/** The targets are aligned with each other too, so that all three stand in rows. */
async function joinTargets(bitexts: readonly Bitext[], session: Session): Promise<Joined> {
  const { alignSides, buildPolytext, bundledAligner } = await session.core();
  const [first, second, ...more] = bitexts;
  if (first === undefined || second === undefined) {
    return { sides: bitexts.flatMap(({ source, target }) => [source, target]), pairs: bitexts };
  }
  if (more.length > 0) return buildPolytext([first, second]);
  return buildPolytext([...bitexts, await alignSides(first.target, second.target, { aligner: bundledAligner() })]);
}

interface Result {
  readonly joined: Joined;
  readonly bitexts: readonly Bitext[];
  readonly marks: readonly (readonly InlineMark[])[];
  readonly wanted: Wanted;
}

/** Text: a file a language; any other format holds all of them in one. */
async function write({ joined, bitexts, marks, wanted }: Result, session: Session): Promise<void> {
  const { input, outputs, wishes } = wanted;
  if (wishes.format !== "text") {
    const { buildPolytext } = await session.core();
    const chunks = await writePolytext(buildPolytext(joined.pairs), wishes.format, session);
    return writeResult(chunks, destinationOf(wishes.output, wishes), session);
  }
  for (const [index, { file }] of outputs.entries()) {
    const bitext = bitexts[index];
    if (bitext === undefined) continue;
    const text = await translatedText({ input, bitext, marks: marks[index] ?? [], file }, session);
    await writeResult([text], destinationOf(file, wishes), session);
  }
}
