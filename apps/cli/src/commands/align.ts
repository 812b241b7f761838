import { stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { type Aligned, alignTexts, type GivenBeads } from "../align/align-texts.ts";
import { type FilePair, pairsOfFolders, pairsOfList } from "../align/find-pairs.ts";
import { type AlignmentFormat, EXPLAINED, keptRows, oddities, writeAlignment } from "../align/write-alignment.ts";
import { inputBytes, inputPath, languageOf, readInput } from "../input.ts";
import { addFormat, addOutput } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import { numberBetween } from "../parse-number.ts";
import type { Session } from "../session.ts";
import { polytextTable } from "../terminal/polytext-table.ts";
import { createProgress } from "../terminal/progress.ts";

interface AlignFlags extends Destination {
  readonly from: string;
  readonly to: string;
  readonly format: AlignmentFormat | "table";
  readonly lines: boolean;
  readonly explain: boolean;
  readonly minScore?: number;
  readonly pairs?: string;
  readonly jobs?: number;
  readonly ladder?: string;
  readonly ladderNumbers: "similarity" | "cost";
}

/** `stele align A B`: which sentences of two texts say the same. */
export function defineAlign(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("[source]", t("cli.arguments.source"))
    .argument("[target]", t("cli.arguments.target"))
    .option("--from <language>", t("cli.options.fromSide"), "auto")
    .option("--to <language>", t("cli.options.toSide"), "auto")
    .option("--lines", t("cli.options.lines"), false)
    .option("--explain", t("cli.options.explainBeads"), false)
    .option("--min-score <number>", t("cli.options.minScore"), numberBetween(0, 1))
    .option("--ladder <file>", t("cli.options.ladder"))
    .addOption(
      new Option("--ladder-numbers <kind>", t("cli.options.ladderNumbers"))
        .choices(["similarity", "cost"])
        .default("similarity"),
    )
    .option("--pairs <file>", t("cli.options.pairs"))
    .option("--jobs <number>", t("cli.options.jobs"), numberBetween(1, 256))
    .action((source: string | undefined, target: string | undefined, flags: AlignFlags) =>
      alignAll([source, target], flags, session),
    );
  addFormat(command, session, ["json", "table", "tsv", "jsonl", "ladder", "vecalign", "hunalign", "sentalign"]);
  addOutput(command, session);
}

async function alignAll(
  [source, target]: readonly [string | undefined, string | undefined],
  flags: AlignFlags,
  session: Session,
): Promise<void> {
  await checkLanguages(flags, session);
  if (flags.explain && !EXPLAINED.has(flags.format))
    await session.say(session.t("cli.say.notExplained", { format: flags.format }));
  if (flags.pairs !== undefined) return alignPairs(await pairsOfList(flags.pairs, session), flags, session);
  if (source === undefined || target === undefined) throw await misuse("two-texts", session);
  const folders = [inputPath(source, session), inputPath(target, session)] as const;
  if ((await isFolder(folders[0])) && (await isFolder(folders[1]))) {
    return alignPairs(await pairsOfFolders(folders, session), flags, session);
  }
  await alignFiles([source, target], flags, session);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function alignPairs(pairs: readonly FilePair[], flags: AlignFlags, session: Session): Promise<void> {
  const { output, format, force = false, ...rest } = flags;
  if (output === undefined) throw await misuse("pairs-folder", session);
  const { alignMany } = await import("../align/align-many.ts");
  await alignMany(pairs, { ...rest, output, force, format: format === "table" ? "json" : format }, session);
}

async function alignFiles(files: readonly [string, string], flags: AlignFlags, session: Session): Promise<void> {
  const core = await session.core();
  const source = await readInput(files[0], flags, session);
  const target = await readInput(files[1], { ...flags, from: flags.to }, session);
  const beads = await givenBeads(flags, session);
  const progress = createProgress(session);
  const aligned = await alignTexts(
    {
      source,
      target,
      signal: session.io.signal,
      onProgress: (done) => progress.show("stele align", done),
      ...(beads === undefined ? {} : { beads }),
    },
    flags,
    core,
  ).finally(() => progress.end());
  if (beads === undefined && !aligned.alignment.evidence.includes("meaning"))
    await session.say(session.t("cli.say.lengthOnly"));
  await sayLeftOut(aligned, flags, session);
  const { format } = flags;
  const chunks =
    format === "table" ? await asTable(aligned, flags, session) : writeAlignment(aligned, { ...flags, format }, core);
  await writeResult(chunks, flags, session);
}

async function givenBeads({ ladder, ladderNumbers }: AlignFlags, session: Session): Promise<GivenBeads | undefined> {
  if (ladder === undefined) return undefined;
  const { decodeText } = await session.core();
  return {
    ladder: decodeText(await inputBytes(ladder, session), ladder),
    file: ladder,
    numbers: ladderNumbers,
  };
}

async function sayLeftOut({ bitext }: Aligned, { minScore }: AlignFlags, session: Session): Promise<void> {
  if (minScore === undefined) return;
  const left = bitext.beads.filter(({ score }) => score === null || score < minScore).length;
  await session.say(session.t("cli.say.leftOut", { left, all: bitext.beads.length }));
}

/** A row a bead; with `--explain` a line below each that is in doubt. */
async function asTable(aligned: Aligned, flags: AlignFlags, session: Session): Promise<Iterable<string>> {
  const rows = keptRows(aligned, flags, await session.core());
  const { explanations = [] } = aligned.alignment;
  const notes = aligned.bitext.beads.flatMap((bead, index): [number, string][] => {
    const explanation = bead.lowScore ? explanations[index] : undefined;
    const row = rows.rows.findIndex(({ runs }) => runs[0]?.[0] === bead.source[0] && runs[1]?.[0] === bead.target[0]);
    const says = explanation === undefined ? "" : reasons(explanation, session);
    return says === "" || row < 0 ? [] : [[row, says]];
  });
  return polytextTable(rows, session, new Map(notes));
}

function reasons(explanation: Parameters<typeof oddities>[0], { t }: Session): string {
  const { missing, added, length, isStrange } = oddities(explanation);
  return [
    ...(missing.length > 0 ? [t("cli.why.missing", { figures: missing.join(", ") })] : []),
    ...(added.length > 0 ? [t("cli.why.added", { figures: added.join(", ") })] : []),
    ...(length === undefined ? [] : [t("cli.why.length", { factor: length.toFixed(1) })]),
    ...(isStrange ? [t("cli.why.strange")] : []),
  ].join(" ");
}

/** A language that is unknown or named twice is said before any file is read. */
async function checkLanguages(flags: AlignFlags, session: Session): Promise<void> {
  const [from, to] = [await languageOf(flags.from, session), await languageOf(flags.to, session)];
  if (from === "auto" || from !== to) return;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "language-same",
    message: `Both texts are said to be in ${from}.`,
    hint: "Name two languages with --from and --to.",
    details: { language: from },
  });
}

async function misuse(reason: "two-texts" | "pairs-folder", session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  const { t } = session;
  const message = `${t(`misuse.${reason}.message`)}.`;
  return new SteleError({ code: "usage", message, hint: t(`misuse.${reason}.hint`), details: { reason } });
}
