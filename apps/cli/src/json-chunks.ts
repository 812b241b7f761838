/**
 * An object as JSON, piece by piece: lists of any length, an item a line, without one string that holds it all.
 * Lists are looked for in the object and in the objects in it.
 */
export function* jsonChunks(value: Readonly<Record<string, unknown>>): Iterable<string> {
  yield* objectChunks(value, "");
  yield "\n";
}

function* objectChunks(value: Readonly<Record<string, unknown>>, indent: string): Iterable<string> {
  yield "{";
  let separator = "\n";
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${separator}${indent}  ${JSON.stringify(name)}: `;
    if (Array.isArray(member)) yield* listChunks(member, `${indent}  `);
    else if (isRecord(member)) yield* objectChunks(member, `${indent}  `);
    else yield JSON.stringify(member);
    separator = ",\n";
  }
  yield `\n${indent}}`;
}

function* listChunks(items: readonly unknown[], indent: string): Iterable<string> {
  if (items.length === 0) {
    yield "[]";
    return;
  }
  let separator = "[\n";
  for (const item of items) {
    yield `${separator}${indent}  ${JSON.stringify(item)}`;
    separator = ",\n";
  }
  yield `\n${indent}]`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
