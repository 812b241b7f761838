import type { Context } from "hono";
import { badRequest, refusal } from "./refusal.ts";

/** A JSON object that a client sent, not checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The body of a request as a JSON object. The media type must say JSON: a page of another site cannot send that
 * without being asked first.
 *
 * @throws SteleError `request-refused` (415) or `usage`.
 */
export async function readJson(context: Context): Promise<JsonObject> {
  if (!/^application\/json\b/iu.test(context.req.header("content-type") ?? "")) {
    throw refusal("media-type", {
      message: "The request has no JSON body.",
      hint: "Send it with the content type application/json.",
    });
  }
  const body: unknown = await context.req.json().catch(() => undefined);
  if (!isObject(body))
    throw badRequest("The body is not a JSON object.", "See docs/server.md for what the route takes.");
  return body;
}

/** A plain object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member that must be a string. */
export function stringIn(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value !== "string") throw wrongMember(name, "a string");
  return value;
}

/** A member that may be left out. */
export function optionalString(body: JsonObject, name: string): string | undefined {
  return body[name] === undefined ? undefined : stringIn(body, name);
}

/** A member that must be a whole number from `least` (default 0) on. */
export function wholeNumberIn(body: JsonObject, name: string, least = 0): number {
  const value = body[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least)
    throw wrongMember(name, "a whole number");
  return value;
}

/** A member that must be a list. */
export function listIn(body: JsonObject, name: string): readonly unknown[] {
  const value = body[name];
  if (!Array.isArray(value)) throw wrongMember(name, "a list");
  return value;
}

/** A member that must be one of a few words. */
export function oneOf<T extends string>(body: JsonObject, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === body[name]);
  if (found === undefined) throw wrongMember(name, `one of ${words.join(", ")}`);
  return found;
}

/** A whole number of a query, or its default. */
export function numberOfQuery(context: Context, name: string, fallback: number): number {
  const text = context.req.query(name);
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw wrongMember(name, "a number");
  return value;
}

function wrongMember(name: string, wanted: string): Error {
  return badRequest(`"${name}" is not ${wanted}.`, "See docs/server.md for what the route takes.", { name });
}
