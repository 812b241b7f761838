import { randomBytes, timingSafeEqual } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { refusal } from "../refusal.ts";

/** The token's file in the data folder; only its owner may read it. */
const TOKEN_FILE = "server-token";
const TOKEN_BYTES = 32;
const OWNER_ONLY = 0o600;
const SHAPE = /^[0-9a-f]{64}$/u;

/**
 * The token of a data folder: made once, kept, the same for every server on that folder; a file that others may read is
 * closed to them.
 */
export function readWriteToken(dataDir: string): string {
  const file = join(dataDir, TOKEN_FILE);
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(TOKEN_BYTES).toString("hex"), { flag: "wx", mode: OWNER_ONLY });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  chmodSync(file, OWNER_ONLY);
  const kept = readFileSync(file, "utf8").trim();
  if (SHAPE.test(kept)) return kept;
  const fresh = randomBytes(TOKEN_BYTES).toString("hex");
  writeFileSync(file, fresh);
  return fresh;
}

/** Gives the page its token. `SameSite=Strict`, out of reach of scripts, named by port: cookies do not know ports. */
export function giveToken(context: Context, token: string): void {
  setCookie(context, cookieName(context), token, { httpOnly: true, sameSite: "Strict", path: "/" });
}

/** Refuses whatever changes something without the token, from the cookie or as `Authorization: Bearer`. */
export function checkToken(token: string): MiddlewareHandler {
  return async (context, next) => {
    const isRead = ["GET", "HEAD", "OPTIONS"].includes(context.req.method);
    if (!isRead && !isSame(presented(context), token)) {
      throw refusal("token", {
        message: "The request does not carry this server's write token.",
        hint: "Load the page again; scripts send the content of server-token in the data folder as a bearer token.",
      });
    }
    await next();
  };
}

function presented(context: Context): string {
  const bearer = /^Bearer (\S+)$/u.exec(context.req.header("authorization") ?? "")?.[1];
  return bearer ?? getCookie(context, cookieName(context)) ?? "";
}

function cookieName(context: Context): string {
  const port = /:(\d+)$/u.exec(context.req.header("host") ?? "")?.[1] ?? "80";
  return `stele-write-${port}`;
}

function isSame(given: string, token: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(token);
  return left.length === right.length && timingSafeEqual(left, right);
}
