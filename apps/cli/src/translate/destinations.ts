import { stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { LanguageTag } from "@stele/core";
import type { Session } from "../session.ts";
import { translatedExtension } from "./translated-text.ts";

/** Where a translation goes: a file, or standard output. */
export interface TranslationOutput {
  readonly target: LanguageTag;
  /** Undefined: standard output. */
  readonly file?: string;
}

/** What decides where translations go. */
export interface OutputWishes {
  readonly file: string;
  /** The name of the format that read the input. */
  readonly format: string;
  readonly to: readonly LanguageTag[];
  readonly output?: string;
  /** What is written: translations alone, or all of them in rows beside the source. */
  readonly result: "text" | "json" | "table";
}

/**
 * Rows are one result whatever the number of targets, on standard output, in `-o FILE`, or as `NAME.json` in the folder that `-o` names. One target goes to standard output, to `-o FILE` or into the folder that `-o` names; several go into `-o FOLDER`, else beside the input as
 * `NAME.<tag>.EXT`, where EXT is the input's own, `.md` for a page, and `.txt` for what is no text file.
 *
 * @throws SteleError `usage` for several targets of standard input without `-o`, and for a page: a translation alone is
 * none.
 */
export async function destinations(
  { file, format, to, output, result }: OutputWishes,
  session: Session,
): Promise<readonly TranslationOutput[]> {
  if (output !== undefined && PAGE.test(output)) throw await noPage(output, session);
  const [only, ...more] = to;
  const found = output === undefined ? undefined : await stat(resolve(session.io.cwd, output)).catch(() => undefined);
  const isFolder = found?.isDirectory() === true;
  if (only !== undefined && !isFolder && (more.length === 0 || result !== "text"))
    return [output === undefined || output === "-" ? { target: only } : { target: only, file: output }];
  if (only !== undefined && isFolder && result !== "text")
    return [{ target: only, file: join(output ?? "", rowsName(file, result)) }];
  if (output === undefined && file === "-") {
    const { SteleError } = await session.core();
    throw new SteleError({
      code: "usage",
      message: "Several translations of standard input need a folder.",
      hint: "Name it with -o FOLDER.",
      details: { reason: "folder-needed" },
    });
  }
  const folder = output ?? dirname(file);
  return to.map((target) => ({ target, file: join(folder, nameFor(file, target, format)) }));
}

const PAGE = /\.x?html?$/iu;

async function noPage(file: string, session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "usage",
    message: `A translation alone is written as Markdown or plain text, not as a page: ${file}.`,
    hint: "Name a .md or .txt file; npx stele export --format html makes a page of both languages.",
    details: { file },
  });
}

function rowsName(file: string, result: "json" | "table"): string {
  const name = file === "-" ? "translation" : basename(file, extname(file));
  return `${name}.${result === "json" ? "json" : "txt"}`;
}

function nameFor(file: string, target: LanguageTag, format: string): string {
  const name = file === "-" ? `translation.${format === "markdown" ? "md" : "txt"}` : basename(file);
  return `${basename(name, extname(name))}.${target}${translatedExtension(name, format)}`;
}

/** Asks before anything is paid for whether the files may be written. */
export async function checkDestinations(
  outputs: readonly TranslationOutput[],
  force: boolean,
  session: Session,
): Promise<void> {
  const { checkOutput } = await session.core();
  const { dataDir } = session.environment;
  for (const { file } of outputs)
    if (file !== undefined) await checkOutput(resolve(session.io.cwd, file), { dataDir, force });
}
