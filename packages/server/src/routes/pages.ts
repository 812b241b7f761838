import { readFile } from "node:fs/promises";
import type { Context } from "hono";
import { refusal } from "../refusal.ts";
import { giveToken } from "../security/write-token.ts";
import { listWebFiles, type WebFile } from "../static/web-files.ts";

const FOREVER = "public, max-age=31536000, immutable";
const NOT_BUILT = "The page is not built yet. Build it with: npx turbo run build --filter=@stele/web\n";

/** Serves the page's files from a folder; the first page carries the write token as a cookie. */
export function servePage(webRoot: string, token: string): (context: Context) => Promise<Response> {
  let files = listWebFiles(webRoot);
  return async (context) => {
    if (!["GET", "HEAD"].includes(context.req.method)) throw notAllowed(context);
    const address = context.req.path === "/" ? "/index.html" : context.req.path;
    if (!files.has(address)) files = listWebFiles(webRoot);
    const file = files.get(address);
    if (file === undefined) return context.text(address === "/index.html" ? NOT_BUILT : "Not found\n", 404);
    if (address === "/index.html") giveToken(context, token);
    return send(context, file);
  };
}

async function send(context: Context, file: WebFile): Promise<Response> {
  const bytes = await readFile(file.path);
  context.header("Content-Type", file.mediaType);
  context.header("Cache-Control", file.isImmutable ? FOREVER : "no-cache");
  return context.body(new Uint8Array(bytes));
}

/** The same for one file whose address holds the hash of its content. */
export async function sendForever(context: Context, path: string): Promise<Response> {
  return send(context, { path, mediaType: "application/octet-stream", isImmutable: true });
}

function notAllowed(context: Context): Error {
  return refusal("method", {
    message: `There is nothing to ${context.req.method} here.`,
    hint: "The routes are in docs/server.md.",
  });
}
