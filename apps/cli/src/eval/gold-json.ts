import type { IndexBead } from "@stele/core/node";
import { inputBytes } from "../input.ts";
import type { Session } from "../session.ts";

/**
 * The data of a JSON file.
 *
 * @throws SteleError `input-malformed`.
 */
export async function readJson(file: string, session: Session): Promise<unknown> {
  const bytes = await inputBytes(file, session);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw await malformed(file, "it is no JSON", session);
  }
}

/** Says what is wrong with a file of gold or of what was found. */
export async function malformed(file: string, what: string, session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "input-malformed",
    message: `${file} is not as it should be: ${what}.`,
    hint: "The formats are described in docs/accuracy.md.",
    details: { file },
  });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** A list by its name; empty where there is none. */
export function listIn(value: unknown, name: string): readonly unknown[] {
  const member = memberOf(value, name);
  return Array.isArray(member) ? member : [];
}

/** A text by its name; empty where there is none. */
export function textIn(value: unknown, name: string): string {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : "";
}

/** Whether all of them are texts. */
export function isTexts(values: readonly unknown[]): values is readonly string[] {
  return values.every((value) => typeof value === "string");
}

/** Whether it is a pair of lists of indexes, as beads and links are written. */
export function isBead(value: unknown): value is IndexBead {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((side) => Array.isArray(side) && side.every(Number.isInteger))
  );
}
