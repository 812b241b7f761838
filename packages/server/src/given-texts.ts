import {
  FORMATS,
  formatByName,
  type LanguageTag,
  type Polytext,
  parseLanguageTag,
  type ReadFile,
  readBytesArticle,
  SteleError,
} from "@stele/core/node";
import type { Context } from "hono";
import { badRequest, refusal } from "./refusal.ts";
import { isObject, listIn, optionalString, readJson, stringIn } from "./request-body.ts";

/** A name that is pasted text's own. */
const PASTED = "pasted.txt";
/** A file name is shown, never opened; longer ones are cut. */
const LONGEST_NAME = 200;

/**
 * The most of one file that is read in these formats, in bytes: taking markup apart is slow (docs/performance.md), and
 * nothing else is answered meanwhile. A book of 500 pages is about one megabyte.
 */
const MOST_BYTES: Readonly<Record<string, number | undefined>> = {
  markdown: 4 * 1024 * 1024,
  html: 16 * 1024 * 1024,
};

/** A text as it was sent, not read yet. */
export interface Given {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly language: LanguageTag | "auto";
}

/**
 * The texts of a request, as JSON (`texts`) or as an upload (`file`, `language`).
 *
 * @throws SteleError `usage`, `language-unknown`, `text-not-storable`.
 */
export async function givenIn(context: Context): Promise<readonly Given[]> {
  const isForm = /^multipart\/form-data\b/iu.test(context.req.header("content-type") ?? "");
  const given = isForm ? await uploaded(context) : await pasted(context);
  if (given.length === 0) throw badRequest("There is no text in the request.", "Paste a text or choose a file.");
  return given;
}

/**
 * Reads each text by the format that its name says.
 *
 * @throws SteleError with an `input-…` code for a file that cannot be read; `request-refused` for too much markup.
 */
export async function readGiven(given: readonly Given[]): Promise<readonly ReadFile[]> {
  for (const one of given) checkLength(one);
  return Promise.all(given.map(({ bytes, name, language }) => readBytesArticle(bytes, { name, language })));
}

function checkLength({ bytes, name }: Given): void {
  const extension = name.toLowerCase().split(".").at(-1) ?? "";
  const format = Object.values(FORMATS).find(({ extensions }) => extensions.includes(extension));
  const limitBytes = MOST_BYTES[format?.name ?? ""];
  if (limitBytes === undefined || bytes.length <= limitBytes) return;
  const megabytes = Math.floor(limitBytes / 1024 / 1024);
  throw refusal("too-large", {
    message: `${name} is larger than the ${megabytes} MB that are taken of this format at once.`,
    hint: "Give the text in parts, or as plain text, or use the command line, which has no such limit.",
    details: { limitBytes, name },
  });
}

/**
 * Parallel text that Stele wrote as JSON; undefined where something else was given.
 *
 * @throws SteleError `input-malformed`, naming the member that is wrong.
 */
export function polytextIn([first, ...more]: readonly Given[]): Polytext | undefined {
  if (first === undefined || more.length > 0 || !/\.json$/iu.test(first.name)) return undefined;
  return formatByName("json").readPolytext?.(first.bytes, { name: first.name });
}

async function pasted(context: Context): Promise<readonly Given[]> {
  const body = await readJson(context);
  return listIn(body, "texts").map((value) => {
    const text = isObject(value) ? value : {};
    return {
      bytes: encoded(stringIn(text, "text")),
      name: nameOf(optionalString(text, "name")),
      language: languageOf(optionalString(text, "language")),
    };
  });
}

async function uploaded(context: Context): Promise<readonly Given[]> {
  const form = await context.req.parseBody({ all: true }).catch(() => undefined);
  if (form === undefined) throw badRequest("The upload is not whole.", "Send the files again.");
  const languages = [form.language ?? []].flat();
  const files = [form.file ?? []].flat();
  return Promise.all(
    files.map(async (file, index) => {
      const language = languages[index];
      if (typeof file === "string") throw badRequest('"file" holds no file.', "Choose a file, or paste the text.");
      return {
        bytes: new Uint8Array(await file.arrayBuffer()),
        name: nameOf(file.name),
        language: languageOf(typeof language === "string" ? language : undefined),
      };
    }),
  );
}

/** Half a surrogate pair has no bytes: it is refused, not replaced. */
function encoded(text: string): Uint8Array {
  const offset = text.search(/\p{Surrogate}/u);
  if (offset === -1) return new TextEncoder().encode(text);
  throw new SteleError({
    code: "text-not-storable",
    message: `The text holds half of a surrogate pair at offset ${offset}, which cannot be stored.`,
    hint: "Remove or replace the broken character.",
    details: { offset },
  });
}

/** The last part of a name, without control characters. */
function nameOf(name: string | undefined): string {
  const last =
    name
      ?.split(/[/\\]/u)
      .at(-1)
      ?.replace(/\p{Cc}/gu, "")
      .trim() ?? "";
  return last === "" ? PASTED : last.slice(-LONGEST_NAME);
}

function languageOf(language: string | undefined): LanguageTag | "auto" {
  return language === undefined || language === "" || language === "auto" ? "auto" : parseLanguageTag(language);
}
