import type { Draft } from "../add/draft.ts";
import { Failure, isRecord } from "./failure.ts";
import { request } from "./request.ts";

/**
 * Puts texts into the library: the first is the source, the others its translations, aligned by the server.
 *
 * @returns the id of the text
 * @throws Failure of the server: `request-refused` where the upload is too large, `input-*` where a file cannot be read
 */
export async function addTexts(drafts: readonly Draft[], signal: AbortSignal): Promise<string> {
  const form = new FormData();
  for (const { name, bytes, language } of drafts) {
    form.append("file", new Blob([new Uint8Array(bytes)]), name);
    form.append("language", language);
  }
  return idIn(await request("/texts", { method: "POST", body: form, signal }));
}

/** The id in an answer about a text. */
function idIn(body: unknown): string {
  if (isRecord(body) && typeof body.id === "string") return body.id;
  throw new Failure({ code: "service-malformed", message: "The server's answer names no text." });
}
