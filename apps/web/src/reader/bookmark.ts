import { isRecord } from "../api/failure.ts";
import { keep, recall } from "../app/remembered.ts";

/** Where one stopped reading. */
export interface Bookmark {
  readonly id: string;
  readonly title: string;
  readonly row: number;
  readonly rows: number;
}

/** Keeps the place of a text, and that it was the last one read. */
export function leaveBookmark(bookmark: Bookmark): void {
  keep(`place.${bookmark.id}`, bookmark.row);
  keep("last", bookmark);
}

/** The row at which the text was left; 0 where it was never opened. */
export function bookmarkOf(id: string): number {
  const row = recall(`place.${id}`);
  return typeof row === "number" && Number.isInteger(row) && row >= 0 ? row : 0;
}

/** The text read last, if there is one. */
export function lastBookmark(): Bookmark | undefined {
  const last = recall("last");
  if (!isRecord(last)) return undefined;
  const { id, title, row, rows } = last;
  const isWhole =
    typeof id === "string" && typeof title === "string" && typeof row === "number" && typeof rows === "number";
  return isWhole ? { id, title, row, rows } : undefined;
}
