import { resolve } from "node:path";
import type { LanguageTag } from "@stele/core";
import type { ReadFile } from "@stele/core/node";
import type { Session } from "./session.ts";

/** How the user says a text is to be read. */
export interface ReadWishes {
  /** `auto` finds it out. */
  readonly from: string;
  readonly inputFormat?: string;
}

/** The text of FILE, or of standard input where it is `-`. A language that is named is believed, but not in silence. */
export async function readInput(file: string, { from, inputFormat }: ReadWishes, session: Session): Promise<ReadFile> {
  const { readBytesArticle } = await session.core();
  const bytes = await inputBytes(file, session);
  const named = await languageOf(from, session);
  const format = inputFormat === undefined ? {} : { format: inputFormat };
  const read = await readBytesArticle(bytes, { name: inputName(file), language: named, ...format });
  const doubt = await doubtOf(read, named, session);
  if (doubt !== undefined) await session.say(doubt);
  return read;
}

/** What speaks against the language that a text is taken for, as a sentence. */
async function doubtOf(
  { name, text }: ReadFile,
  named: LanguageTag | "auto",
  { t, core }: Session,
): Promise<string | undefined> {
  const { baseLanguage, detectLanguage, readsForeign } = await core();
  const script = detectLanguage(text);
  const taken = named === "auto" ? (script ?? "en") : named;
  const found = script ?? taken;
  const values = { file: name, found: t(`cli.languages.${found}`), named: t(`cli.languages.${taken}`) };
  if (readsForeign(text)) return t("cli.say.foreignText", values);
  return baseLanguage(found) === baseLanguage(taken) ? undefined : t("cli.say.otherLanguage", values);
}

/** The bytes of FILE, or of standard input where it is `-`. */
export async function inputBytes(file: string, session: Session): Promise<Uint8Array> {
  const { readBytes } = await session.core();
  return file === "-" ? readAll(session.io.stdin) : readBytes(inputPath(file, session));
}

/** Where a relative path leads. */
export function inputPath(file: string, session: Session): string {
  return resolve(session.io.cwd, file);
}

/** A language as the user wrote it; `auto` stays. */
export async function languageOf(value: string, session: Session): Promise<LanguageTag | "auto"> {
  const { parseLanguageTag } = await session.core();
  return value === "auto" ? "auto" : parseLanguageTag(value);
}

/** What a text is called in messages and provenance. */
function inputName(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** Standard input flows once: who asks again is given the same bytes. */
const READ = new WeakMap<AsyncIterable<Uint8Array>, Promise<Uint8Array>>();

function readAll(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const bytes = READ.get(stdin) ?? drain(stdin);
  READ.set(stdin, bytes);
  return bytes;
}

async function drain(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
