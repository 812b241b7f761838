import type { Article, Polytext } from "@stele/model";
import { type ParallelOptions, parallel as parallelWith } from "../pipeline.ts";
import type { TextInput } from "../side-of.ts";
import { bundledAligner } from "./align.ts";

/** The whole way of an article as in the browser door, with the bundled vectors where no aligner is given. */
export function parallel(input: Article | TextInput, options: ParallelOptions): Promise<Polytext> {
  return parallelWith(input, { ...options, aligner: options.aligner ?? bundledAligner() });
}
