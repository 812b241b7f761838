import type { Context } from "hono";
import { DOWNLOAD_POLICY } from "./security/headers.ts";

const LONGEST_NAME = 80;

/** A file to be sent. */
export interface Download {
  /** Its whole name, extension included; made safe here. */
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: Iterable<string>;
}

/**
 * Sends a file for keeping, never for showing: as an attachment, with a policy under which nothing in it could run on
 * this server's origin.
 */
export function sendDownload(context: Context, { name, mediaType, chunks }: Download): Response {
  context.header("Content-Disposition", disposition(name));
  context.header("Content-Security-Policy", DOWNLOAD_POLICY);
  context.header("Content-Type", `${mediaType}; charset=utf-8`);
  return context.body(streamOf(chunks));
}

/** Sends the beginning of a file as plain text, at most `maxChars` code units of it. */
export function sendPreview(context: Context, chunks: Iterable<string>, maxChars: number): Response {
  let text = "";
  for (const chunk of chunks) {
    text += chunk;
    if (text.length >= maxChars) break;
  }
  context.header("Content-Security-Policy", DOWNLOAD_POLICY);
  return context.text(text.slice(0, maxChars).replace(/[\ud800-\udbff]$/u, ""));
}

/** A title as the first part of a file name: letters and digits of any script, the rest a hyphen. */
export function fileStem(title: string): string {
  const stem = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return wholeWords(stem) || "stele";
}

/** At most as long as a name may be, cut between two words where there are any. */
function wholeWords(stem: string): string {
  const characters = [...stem];
  const cut = characters.slice(0, LONGEST_NAME).join("");
  const isCutInWord = characters.length > LONGEST_NAME && characters[LONGEST_NAME] !== "-";
  return (isCutInWord ? cut.replace(/(.)-[^-]*$/u, "$1") : cut).replace(/-+$/u, "");
}

/** RFC 6266: a plain name for old clients, the real one beside it. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w.-]+/gu, "-");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function streamOf(chunks: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => {
      iterator.return?.();
    },
  });
}
