import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { decodeText, readArticle } from "@stele/formats";
import { type InlineMark, type LanguageTag, SteleError } from "@stele/model";
import type { TextInput } from "../side-of.ts";

/** A text as it was read from a file. */
export interface ReadFile extends TextInput {
  readonly name: string;
  /** The name of the format that read it. */
  readonly format: string;
  /** Where the format has one. */
  readonly title?: string;
  /** Emphasis, links, code and the like over the text, where the format has any. */
  readonly marks?: readonly InlineMark[];
  /** Of Markdown: the decoded file, into which a translation can be written. */
  readonly file?: string;
}

/** How a file is read. `language` defaults to `auto`. */
export interface ReadFileOptions {
  readonly language?: LanguageTag | "auto";
  /** The format, by its name or an extension of it; default: by the file's name, else by its content. */
  readonly format?: string;
}

/**
 * Reads a text from a file, whatever its format.
 *
 * @throws SteleError with an `input-…` code that says what is wrong with the file.
 */
export async function readFileArticle(path: string, options: ReadFileOptions = {}): Promise<ReadFile> {
  return readBytesArticle(await readBytes(path), { ...options, name: path });
}

/** The same for bytes at hand; `name` chooses the reader and stands in errors. */
export async function readBytesArticle(
  bytes: Uint8Array,
  options: ReadFileOptions & { readonly name: string },
): Promise<ReadFile> {
  const language = options.language ?? "auto";
  const { text, blocks, title, format, marks } = await readArticle(bytes, { ...options, language });
  if (text.trim() === "") throw emptyInput(options.name);
  return {
    ...{ text, blocks, language, format, name: basename(options.name) },
    ...(title === undefined ? {} : { title }),
    ...(marks === undefined ? {} : { marks }),
    ...(format === "markdown" ? { file: decodeText(bytes, options.name) } : {}),
  };
}

/**
 * The bytes of a file.
 *
 * @throws SteleError `input-missing`, `input-directory`, `input-unreadable`.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error instanceof Error && "code" in error ? String(error.code) : "");
  }
}

function emptyInput(file: string): SteleError {
  return new SteleError({
    code: "input-empty",
    message: `There is no text in ${file}.`,
    hint: "Give a text with at least one sentence.",
    details: { file },
  });
}

function unreadable(file: string, reason: string): SteleError {
  const details = { file };
  if (reason === "ENOENT" || reason === "ENOTDIR") {
    const hint = "Check the name and the folder you are in.";
    return new SteleError({ code: "input-missing", message: `There is no file ${file}.`, hint, details });
  }
  if (reason === "EISDIR") {
    return new SteleError({
      code: "input-directory",
      message: `${file} is a folder, not a file.`,
      hint: "Name a file in it.",
      details,
    });
  }
  return new SteleError({
    code: "input-unreadable",
    message: `${file} cannot be read${reason === "" ? "" : ` (${reason})`}.`,
    hint: "Check its permissions.",
    details: { ...details, reason },
  });
}
