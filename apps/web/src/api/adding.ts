import type { Draft } from "../add/draft.ts";
import { readAbout } from "./about.ts";
import { Failure, isRecord } from "./failure.ts";
import { request } from "./request.ts";

/**
 * Puts texts into the library: the first is the source, the others its translations, aligned by the server.
 *
 * @returns the id of the text
 * @throws Failure of the server: `request-refused` where the upload is too large, `input-*` where a file cannot be read
 */
export async function addTexts(drafts: readonly Draft[], signal: AbortSignal): Promise<string> {
  await checkSize(drafts);
  const form = new FormData();
  for (const { name, bytes, language } of drafts) {
    form.append("file", new Blob([new Uint8Array(bytes)]), name);
    form.append("language", language);
  }
  return idIn(await request("/texts", { method: "POST", body: form, signal }));
}

/** What a form says around a file, at most. */
const BYTES_A_PART = 1024;

/** The server would refuse it after all of it had been sent. */
async function checkSize(drafts: readonly Draft[]): Promise<void> {
  const { uploadBytes } = await readAbout();
  const bytes = drafts.reduce((sum, draft) => sum + draft.bytes.length + BYTES_A_PART, 0);
  if (bytes <= uploadBytes) return;
  throw new Failure({
    code: "request-refused",
    message: `The texts have ${bytes} bytes, ${uploadBytes} are taken at once.`,
    details: { reason: "too-large", bytes, limitBytes: uploadBytes },
  });
}

/** The id in an answer about a text. */
function idIn(body: unknown): string {
  if (isRecord(body) && typeof body.id === "string") return body.id;
  throw new Failure({ code: "service-malformed", message: "The server's answer names no text." });
}
