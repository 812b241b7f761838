import type { ErrorLike } from "@stele/messages";
import type { AlignWishes } from "./align-texts.ts";
import { alignTexts } from "./align-texts.ts";
import type { FilePair } from "./find-pairs.ts";
import { type AlignmentFormat, writeAlignment } from "./write-alignment.ts";

type Core = typeof import("@stele/core/node");

/** One pair of files to align and how: plain data, for another thread. */
export interface PairJob extends AlignWishes {
  readonly pair: FilePair;
  readonly from: string;
  readonly to: string;
  readonly format: AlignmentFormat;
}

/** What became of a job: the text to write, or an error that says itself. */
export type PairOutcome =
  | { readonly isDone: true; readonly text: string }
  | { readonly isDone: false; readonly error: ErrorLike };

/** Reads, aligns and writes one pair; what is wrong with a pair is an outcome, not an exception. */
export async function runPairJob({ pair, from, to, format, ...wishes }: PairJob, core: Core): Promise<PairOutcome> {
  try {
    const read = (file: string, language: string) =>
      core.readFileArticle(file, { language: language === "auto" ? "auto" : core.parseLanguageTag(language) });
    const [source, target] = await Promise.all([read(pair.source, from), read(pair.target, to)]);
    const aligned = await alignTexts({ source, target }, wishes, core);
    return { isDone: true, text: [...writeAlignment(aligned, { ...wishes, format }, core)].join("") };
  } catch (error) {
    if (!(error instanceof core.SteleError)) throw error;
    const { code, message, hint, details } = error;
    return { isDone: false, error: { code, message, hint, details } };
  }
}
