import type { Segmentation } from "@stele/core";
import { type Command, Option } from "commander";
import { languageOf, type ReadWishes, readInput } from "../input.ts";
import { jsonChunks } from "../json-chunks.ts";
import { addFormat, addOutput, addReading } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import type { Session } from "../session.ts";

interface SegmentFlags extends Destination, ReadWishes {
  readonly format: "text" | "json";
  readonly offsets: "utf16" | "codepoint";
  readonly quotations: "split" | "whole";
  readonly lines: "join" | "break";
  readonly abbreviations?: string;
  readonly keepTogether?: string;
  readonly explain: boolean;
}

/** `stele segment FILE`: the sentences of a text. */
export function defineSegment(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<file>", t("cli.arguments.file"))
    .addOption(
      new Option("--quotations <how>", t("cli.options.quotations")).choices(["split", "whole"]).default("split"),
    )
    .addOption(
      new Option("--offsets <unit>", t("cli.options.offsets")).choices(["utf16", "codepoint"]).default("utf16"),
    )
    .addOption(new Option("--lines <how>", t("cli.options.lineBreaks")).choices(["join", "break"]).default("join"))
    .option("--abbreviations <words>", t("cli.options.abbreviations"))
    .option("--keep-together <words>", t("cli.options.keepTogether"))
    .option("--explain", t("cli.options.explainBoundaries"), false)
    .action((file: string, flags: SegmentFlags) => segmentFile(file, flags, session));
  addReading(command, session);
  addFormat(command, session, ["text", "json"]);
  addOutput(command, session);
}

async function segmentFile(file: string, flags: SegmentFlags, session: Session): Promise<void> {
  const { segment } = await session.core();
  await languageOf(flags.from, session);
  const input = await readInput(file, flags, session);
  const { quotations, explain, lines, abbreviations, keepTogether } = flags;
  const segmentation = segment(input, {
    language: input.language,
    quotations,
    lines,
    explain,
    abbreviations: words(abbreviations),
    keepTogether: words(keepTogether),
  });
  const write = flags.format === "json" ? asJson : explain ? asReasons : asText;
  await writeResult(await write({ text: input.text, segmentation, flags }, session), flags, session);
}

interface Segmented {
  readonly text: string;
  readonly segmentation: Segmentation;
  readonly flags: SegmentFlags;
}

function words(list: string | undefined): readonly string[] {
  return (list ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** How much text is shown on either side of a place. */
const AROUND = 20;

/** A place a line: its offset, whether a sentence ends there, the rule that decided, and the text around it. */
async function asReasons({ text, segmentation, flags }: Segmented): Promise<Iterable<string>> {
  const at = flags.offsets === "codepoint" ? codepointOffsets(text) : (offset: number) => offset;
  const around = (from: number, to: number): string => text.slice(Math.max(0, from), to).replaceAll(/\s+/g, " ");
  return (segmentation.explanations ?? []).map(({ offset, isBoundary, rule }) => {
    const place = `${around(offset - AROUND, offset)}${isBoundary ? "‖" : "·"}${around(offset, offset + AROUND)}`;
    return `${at(offset)}\t${isBoundary ? "+" : "-"}\t${rule}\t${place}\n`;
  });
}

/** A sentence a line, a blank line between blocks. */
async function asText({ text, segmentation }: Segmented, session: Session): Promise<Iterable<string>> {
  const { sentenceLine } = await session.core();
  const { sentences } = segmentation;
  return sentences.map((sentence, index) => {
    const startsBlock = index > 0 && sentences[index - 1]?.block !== sentence.block;
    return `${startsBlock ? "\n" : ""}${sentenceLine({ text }, sentence)}\n`;
  });
}

async function asJson({ text, segmentation, flags }: Segmented): Promise<Iterable<string>> {
  const { language, blocks, sentences, explanations } = segmentation;
  const at = flags.offsets === "codepoint" ? codepointOffsets(text) : (offset: number) => offset;
  const place = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: at(span.start),
    end: at(span.end),
  });
  return jsonChunks({
    language,
    blocks: blocks.map(place),
    sentences: sentences.map(({ start, end, block }) => ({
      ...place({ start, end }),
      text: text.slice(start, end),
      block,
    })),
    explanations: explanations?.map((one) => ({ ...one, offset: at(one.offset) })),
  });
}

/** Counts code points instead of UTF-16 code units; offsets are asked for in any order. */
function codepointOffsets(text: string): (offset: number) => number {
  const counts = new Uint32Array(text.length + 1);
  for (let index = 0; index < text.length; index += 1) {
    const isSecondHalf = index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
    counts[index + 1] = (counts[index] ?? 0) + (isSecondHalf ? 0 : 1);
  }
  return (offset) => counts[offset] ?? 0;
}
