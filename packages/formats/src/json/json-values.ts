import { SteleError } from "@stele/model";

/** An object whose members nobody has checked yet. */
export type Members = Readonly<Record<string, unknown>>;

/** The error of a file that does not hold what its format says; `path` names the member: `rows[3].runs`. */
export function malformedJson(path: string, expected: string): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: `The file does not hold a text of Stele: ${path} is not ${expected}.`,
    hint: "Give a file that Stele wrote with --format json; docs/formats.md describes it.",
    details: { path, expected },
  });
}

/** An object, or the error. */
export function membersOf(value: unknown, path: string): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformedJson(path, "an object");
  return value as Members;
}

/** A list whose items `read` checks. */
export function listOf<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): readonly T[] {
  if (!Array.isArray(value)) throw malformedJson(path, "a list");
  return value.map((item, index) => read(item, `${path}[${index}]`));
}

/** A string, or the error. */
export function stringOf(value: unknown, path: string): string {
  if (typeof value !== "string") throw malformedJson(path, "a string");
  return value;
}

/** A whole number from 0, or the error. */
export function countOf(value: unknown, path: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw malformedJson(path, "a whole number from 0");
  }
  return value;
}

/** One of a closed list of strings, or the error. */
export function oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw malformedJson(path, `one of ${allowed.join(", ")}`);
  return found;
}

/** A member that may be missing: `{}` or `{ [name]: value }`, to be spread. */
export function optional<K extends string, T>(
  members: Members,
  name: K,
  read: (value: unknown) => T,
): Readonly<Partial<Record<K, T>>> {
  const value = members[name];
  const found: Partial<Record<K, T>> = {};
  if (value !== undefined && value !== null) found[name] = read(value);
  return found;
}
