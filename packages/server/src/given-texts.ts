import { type LanguageTag, parseLanguageTag, SteleError } from "@stele/core/node";
import type { Context } from "hono";
import { badRequest } from "./refusal.ts";
import { isObject, listIn, optionalString, readJson, stringIn } from "./request-body.ts";

/** A name that is pasted text's own. */
const PASTED = "pasted.txt";
/** A file name is shown, never opened; longer ones are cut. */
const LONGEST_NAME = 200;

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
