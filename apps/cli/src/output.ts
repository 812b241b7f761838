import { resolve } from "node:path";
import type { Session } from "./session.ts";

/** Where a result goes. */
export interface Destination {
  /** A file; without it, or with `-`, standard output. */
  readonly output?: string;
  readonly force?: boolean;
}

/** Writes the result of a command to the file asked for, or to standard output. */
export async function writeResult(
  chunks: Iterable<string | Uint8Array>,
  to: Destination,
  session: Session,
): Promise<void> {
  if (to.output === undefined || to.output === "-") {
    for (const chunk of inBigPieces(chunks)) await session.result(chunk);
    return;
  }
  const { writeOutput } = await session.core();
  const force = to.force ?? false;
  await writeOutput(resolve(session.io.cwd, to.output), inBigPieces(chunks), {
    dataDir: session.environment.dataDir,
    force,
  });
  await session.say(session.t("cli.say.wrote", { file: to.output }));
}

/** A million short lines would be a million writes, and a book in one write would be held twice. */
const PIECE_CHARS = 1 << 16;

function* inBigPieces(chunks: Iterable<string | Uint8Array>): Iterable<string | Uint8Array> {
  let piece = "";
  for (const chunk of chunks) {
    if (typeof chunk === "string") piece += chunk;
    if (piece !== "" && (typeof chunk !== "string" || piece.length >= PIECE_CHARS)) {
      yield* cut(piece);
      piece = "";
    }
    if (typeof chunk !== "string") yield chunk;
  }
  if (piece !== "") yield* cut(piece);
}

/** Never between the halves of a character. */
function* cut(text: string): Iterable<string> {
  for (let from = 0; from < text.length; ) {
    const to = from + PIECE_CHARS;
    const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) && to < text.length;
    yield text.slice(from, isHalf ? to + 1 : to);
    from = isHalf ? to + 1 : to;
  }
}
