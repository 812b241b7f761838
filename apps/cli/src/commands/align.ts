import type { Alignment, Bitext, Side } from "@stele/core";
import type { Command } from "commander";
import { languageOf, readInput } from "../input.ts";
import { lineSide } from "../line-side.ts";
import { addFormat, addOutput } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import type { Session } from "../session.ts";
import { polytextTable } from "../terminal/polytext-table.ts";

interface AlignFlags extends Destination {
  readonly from: string;
  readonly to: string;
  readonly format: "json" | "table" | "tsv";
  readonly lines: boolean;
}

/** Two texts and what the aligner said of them. */
interface Aligned {
  readonly bitext: Bitext;
  readonly alignment: Alignment;
}

const WRITERS: Readonly<
  Record<AlignFlags["format"], (aligned: Aligned, session: Session) => Promise<Iterable<string>>>
> = {
  json: asJson,
  table: async ({ bitext }, session) => polytextTable((await session.core()).buildPolytext([bitext]), session),
  tsv: async ({ bitext }, session) => [(await session.core()).writeText(bitext, "tsv")],
};

/** `stele align A B`: which sentences of two texts say the same. */
export function defineAlign(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<source>", t("cli.arguments.source"))
    .argument("<target>", t("cli.arguments.target"))
    .option("--from <language>", t("cli.options.fromSide"), "auto")
    .option("--to <language>", t("cli.options.toSide"), "auto")
    .option("--lines", t("cli.options.lines"), false)
    .action((source: string, target: string, flags: AlignFlags) => alignFiles([source, target], flags, session));
  addFormat(command, session, ["json", "table", "tsv"]);
  addOutput(command, session);
}

async function alignFiles(files: readonly [string, string], flags: AlignFlags, session: Session): Promise<void> {
  await checkLanguages(flags, session);
  const source = await readSide(files[0], { language: flags.from, flags }, session);
  const target = await readSide(files[1], { language: flags.to, flags }, session);
  const aligned = await alignTwo({ source, target, isByLine: flags.lines }, session);
  if (!aligned.alignment.evidence.includes("meaning")) await session.say(session.t("cli.say.lengthOnly"));
  await writeResult(await WRITERS[flags.format](aligned, session), flags, session);
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

interface SideChoice {
  readonly language: string;
  readonly flags: AlignFlags;
}

async function readSide(file: string, { language, flags }: SideChoice, session: Session): Promise<Side> {
  const input = await readInput(file, language, session);
  const { sideOf } = await session.core();
  return flags.lines ? lineSide(input, session) : sideOf(input);
}

interface Sides {
  readonly source: Side;
  readonly target: Side;
  /** Lines know of no blocks. */
  readonly isByLine: boolean;
}

async function alignTwo({ source, target, isByLine }: Sides, session: Session): Promise<Aligned> {
  const { align, createBitext, sentenceLine } = await session.core();
  const lines = (side: Side): string[] => side.sentences.map((sentence) => sentenceLine(side.article, sentence));
  const blocks = (side: Side): number[] => side.sentences.map((sentence) => sentence.block);
  const alignment = await align(lines(source), lines(target), {
    source: source.article.language,
    target: target.article.language,
    signal: session.io.signal,
    ...(isByLine ? {} : { blocks: { source: blocks(source), target: blocks(target) } }),
  });
  return { bitext: createBitext({ source, target, beads: alignment.beads }), alignment };
}

async function asJson({ bitext, alignment }: Aligned): Promise<Iterable<string>> {
  const { evidence, moved } = alignment;
  const result = {
    source: sideData(bitext.source),
    target: sideData(bitext.target),
    beads: bitext.beads,
    evidence,
    ...(moved === undefined ? {} : { moved }),
  };
  return [JSON.stringify(result, undefined, 2), "\n"];
}

function sideData({ article, sentences }: Side): unknown {
  const { language, text } = article;
  return {
    language,
    sentences: sentences.map(({ start, end, block }) => ({ start, end, text: text.slice(start, end), block })),
  };
}
