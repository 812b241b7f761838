import type { Session } from "./session.ts";

/** A result for programs, on standard output. */
export async function writeJson(value: unknown, session: Session): Promise<void> {
  await session.result(`${JSON.stringify(value, undefined, 2)}\n`);
}
