import { cutText } from "@stele/model";

/** JSON in pieces, so that what is too long to be held is written without one string that holds it. */
export type JsonPieces = Iterable<string>;

/** Plain data that is not long. */
export function valueJson(value: unknown): JsonPieces {
  return [JSON.stringify(value)];
}

/** An object on one line; a member that is undefined is left out. */
export function* objectJson(members: Readonly<Record<string, JsonPieces | undefined>>): JsonPieces {
  let separator = "{";
  for (const [name, pieces] of Object.entries(members)) {
    if (pieces === undefined) continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* pieces;
    separator = ",";
  }
  yield separator === "{" ? "{}" : "}";
}

/** A list of plain data on one line. */
export function* listJson(items: Iterable<unknown>): JsonPieces {
  let separator = "";
  yield "[";
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",";
  }
  yield "]";
}

/** A text that comes in parts. */
export function* textJson(parts: Iterable<string>): JsonPieces {
  yield '"';
  for (const part of parts) for (const piece of cutText(part)) yield JSON.stringify(piece).slice(1, -1);
  yield '"';
}
