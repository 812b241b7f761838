import type { Engine } from "@stele/core";
import type { PlannedTranslation, ReadFile } from "@stele/core/node";
import type { Destination } from "../output.ts";
import type { Limits } from "./agree.ts";
import type { TranslationOutput } from "./destinations.ts";

/** How the result of a translation is wanted. */
export interface ResultWishes extends Limits {
  readonly format: "text" | "json" | "table";
  readonly output?: string;
  readonly force: boolean;
  /** Doubts are problems. */
  readonly strict: boolean;
}

/** A translation that was planned, and where it goes. */
export interface Wanted {
  readonly planned: PlannedTranslation;
  readonly engine: Engine;
  readonly input: ReadFile;
  /** One a language. */
  readonly outputs: readonly TranslationOutput[];
  readonly wishes: ResultWishes;
}

/** Where a file goes, or without one standard output. */
export function destinationOf(file: string | undefined, { force }: ResultWishes): Destination {
  return file === undefined ? { force } : { output: file, force };
}
