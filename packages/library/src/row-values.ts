import type { SqlRow, SqlValue } from "./sqlite/driver.ts";

/** A text column of our own schema. */
export function textOf(row: SqlRow, column: string): string {
  return String(row[column]);
}

/** A text column that may be NULL. */
export function optionalText(row: SqlRow, column: string): string | undefined {
  const value = row[column];
  return value === null || value === undefined ? undefined : String(value);
}

/** A number column of our own schema. */
export function numberOf(row: SqlRow, column: string): number {
  return Number(row[column]);
}

/** A number column that may be NULL. */
export function optionalNumber(row: SqlRow, column: string): number | null {
  const value: SqlValue | undefined = row[column];
  return value === null || value === undefined ? null : Number(value);
}

/** A column that holds JSON which we wrote ourselves. */
export function jsonOf<T>(row: SqlRow, column: string): T {
  return JSON.parse(String(row[column])) as T;
}
