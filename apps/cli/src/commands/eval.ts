import type { AlignmentScore, IndexBead, JudgedDocument, SegmentationScore, ShapeRecall } from "@stele/core/node";
import type { Command } from "commander";
import { type AlignmentGold, readAlignmentGold } from "../eval/alignment-gold.ts";
import { evalWords } from "../eval/eval-words.ts";
import { readFound } from "../eval/found-beads.ts";
import { readLadderGold } from "../eval/ladder-gold.ts";
import { range } from "../eval/range.ts";
import { sayVersus } from "../eval/say-versus.ts";
import { readSegmentationGold, readSentences, type SegmentationGold } from "../eval/segmentation-gold.ts";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { subCommand } from "../sub-command.ts";
import { listTable } from "../terminal/list-table.ts";
import { writeJson } from "../write-json.ts";

interface EvalFlags {
  readonly vs?: string;
  readonly types: boolean;
  readonly format: "table" | "json";
}

/** `stele eval`: how good an alignment or a segmentation is, against what people set. */
export function defineEval(command: Command, session: Session): void {
  const { t } = session;
  const align = subCommand(command, ["align", t("cli.eval.align")], session)
    .argument("<gold>", t("cli.arguments.gold"))
    .argument("[found]", t("cli.arguments.found"))
    .option("--vs <file>", t("cli.options.vs"))
    .option("--types", t("cli.options.types"), false)
    .action((gold: string, found: string | undefined, flags: EvalFlags) => evalAlign([gold, found], flags, session));
  addFormat(align, session, ["table", "json"]);
  const segment = subCommand(command, ["segment", t("cli.eval.segment")], session)
    .argument("<gold>", t("cli.arguments.gold"))
    .argument("[found]", t("cli.arguments.found"))
    .option("--vs <file>", t("cli.options.vs"))
    .action((gold: string, found: string | undefined, flags: EvalFlags) => evalSegment([gold, found], flags, session));
  addFormat(segment, session, ["table", "json"]);
  const words = subCommand(command, ["words", t("cli.eval.words")], session)
    .argument("<gold>", t("cli.arguments.gold"))
    .argument("[found]", t("cli.arguments.found"))
    .option("--vs <file>", t("cli.options.vs"))
    .action((gold: string, found: string | undefined, flags: EvalFlags) => evalWords([gold, found], flags, session));
  addFormat(words, session, ["table", "json"]);
}

type Files = readonly [gold: string, found: string | undefined];

async function evalAlign(files: Files, flags: EvalFlags, session: Session): Promise<void> {
  const { gold, found } = await goldAndFound(files, flags, session);
  const { compareAlignments, evaluateAlignment, recallByShape } = await session.core();
  const judged = (beads: readonly (readonly IndexBead[])[]): readonly JudgedDocument[] =>
    gold.map((document, index) => ({ gold: document.gold, found: beads[index] ?? [] }));
  const score = evaluateAlignment(judged(found));
  const other = flags.vs === undefined ? undefined : await readFound(flags.vs, gold, session);
  const versus = other === undefined ? undefined : compareAlignments(judged(found), judged(other));
  const types = flags.types ? recallByShape(judged(found)) : undefined;
  if (flags.format === "json")
    return writeJson({ ...score, ...(types && { types }), ...(versus && { versus }) }, session);
  await sayAlignment(score, types, session);
  await sayVersus(versus, session);
}

/** The gold, and what was found of it: in a file, or by our own aligner. */
async function goldAndFound([goldFile, foundFile]: Files, { vs }: EvalFlags, session: Session) {
  const judged = [foundFile, vs].filter((file) => file !== undefined);
  const ladders = await readLadderGold(goldFile, judged, session);
  if (ladders === undefined) {
    const gold = await readAlignmentGold(goldFile, session);
    const { documents } = gold;
    if (foundFile === undefined) return { gold: documents, found: await alignGold(gold, session) };
    return { gold: documents, found: await readFound(foundFile, documents, session) };
  }
  if (foundFile === undefined) throw await nothingToAlign(goldFile, session);
  return { gold: ladders, found: await readFound(foundFile, ladders, session) };
}

async function nothingToAlign(file: string, session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "usage",
    message: `${file} is a ladder: it holds no sentences to align.`,
    hint: "Name behind it what an aligner found; npx stele align A B --format vecalign writes such a ladder.",
    details: { file, reason: "found-missing" },
  });
}

async function alignGold(gold: AlignmentGold, session: Session): Promise<readonly (readonly IndexBead[])[]> {
  const { align } = await session.core();
  const found: (readonly IndexBead[])[] = [];
  for (const { source, target } of gold.documents) {
    const { beads } = await align(source, target, {
      source: gold.source,
      target: gold.target,
      signal: session.io.signal,
    });
    found.push(beads.map((bead) => [range(...bead.source), range(...bead.target)]));
  }
  return found;
}

async function sayAlignment(
  score: AlignmentScore,
  types: readonly ShapeRecall[] | undefined,
  session: Session,
): Promise<void> {
  const { t } = session;
  const headers = ["", t("cli.eval.strict"), t("cli.eval.lax")];
  const rows = (["precision", "recall", "f1"] as const).map((name) => [
    t(`cli.eval.${name}`),
    score.strict[name].toFixed(4),
    score.lax[name].toFixed(4),
  ]);
  await session.result(listTable({ headers, rows, flexible: 0 }, session).join(""));
  for (const { shape, all, found } of types ?? []) {
    await session.result(`${t("cli.eval.type", { type: shape, found, gold: all, share: (found / all).toFixed(3) })}\n`);
  }
}

async function evalSegment([goldFile, foundFile]: Files, flags: EvalFlags, session: Session): Promise<void> {
  const gold = await readSegmentationGold(goldFile, session);
  const { evaluateSegmentation, pairedBootstrap } = await session.core();
  const found = await spansOf(gold, foundFile, session);
  const other = flags.vs === undefined ? undefined : await spansOf(gold, flags.vs, session);
  const scoreOf = (spans: typeof found, indexes?: readonly number[]): SegmentationScore => {
    const chosen = indexes ?? [...gold.documents.keys()];
    return evaluateSegmentation(
      chosen.flatMap((index) => gold.documents.slice(index, index + 1)),
      chosen.map((index) => spans[index] ?? []),
    );
  };
  const score = scoreOf(found);
  const versus =
    other === undefined
      ? undefined
      : pairedBootstrap(gold.documents.length, (indexes) => scoreOf(found, indexes).f1 - scoreOf(other, indexes).f1);
  if (flags.format === "json") return writeJson({ ...score, ...(versus && { versus }) }, session);
  const { t } = session;
  const rows = (["precision", "recall", "f1", "sentenceF1", "normalisedF1"] as const).map((name) => [
    t(`cli.eval.${name}`),
    score[name].toFixed(4),
  ]);
  await session.result(listTable({ headers: ["", t("cli.eval.boundaries")], rows, flexible: 0 }, session).join(""));
  await sayVersus(versus, session);
}

type Spans = readonly { readonly start: number; readonly end: number }[];

/** Sentences of a file are looked for in the text one after another; without a file our own segmenter finds them. */
async function spansOf(gold: SegmentationGold, file: string | undefined, session: Session): Promise<readonly Spans[]> {
  const { segment } = await session.core();
  if (file === undefined) return gold.documents.map(({ text }) => segment(text, { language: gold.language }).sentences);
  const sentences = await readSentences(file, session);
  return gold.documents.map(({ id, text }) => {
    let at = 0;
    return sentences(id).flatMap((sentence) => {
      const start = text.indexOf(sentence, at);
      if (start < 0) return [];
      at = start + sentence.length;
      return [{ start, end: at }];
    });
  });
}
