import type { Segmentation } from "@stele/core";
import { type Command, Option } from "commander";
import { languageOf, readInput } from "../input.ts";
import { jsonChunks } from "../json-chunks.ts";
import { addFormat, addOutput } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import type { Session } from "../session.ts";

interface SegmentFlags extends Destination {
  readonly from: string;
  readonly format: "text" | "json";
  readonly offsets: "utf16" | "codepoint";
  readonly quotations: "split" | "whole";
  readonly explain: boolean;
}

/** `stele segment FILE`: the sentences of a text. */
export function defineSegment(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<file>", t("cli.arguments.file"))
    .option("--from <language>", t("cli.options.from"), "auto")
    .addOption(
      new Option("--quotations <how>", t("cli.options.quotations")).choices(["split", "whole"]).default("split"),
    )
    .addOption(
      new Option("--offsets <unit>", t("cli.options.offsets")).choices(["utf16", "codepoint"]).default("utf16"),
    )
    .option("--explain", t("cli.options.explainBoundaries"), false)
    .action((file: string, flags: SegmentFlags) => segmentFile(file, flags, session));
  addFormat(command, session, ["text", "json"]);
  addOutput(command, session);
}

async function segmentFile(file: string, flags: SegmentFlags, session: Session): Promise<void> {
  const { segment } = await session.core();
  await languageOf(flags.from, session);
  const input = await readInput(file, flags.from, session);
  const { quotations, explain } = flags;
  const segmentation = segment(input, { language: input.language, quotations, explain });
  const write = flags.format === "json" ? asJson : asText;
  await writeResult(await write({ text: input.text, segmentation, flags }, session), flags, session);
}

interface Segmented {
  readonly text: string;
  readonly segmentation: Segmentation;
  readonly flags: SegmentFlags;
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
