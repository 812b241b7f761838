import type { Session } from "./session.ts";

/**
 * The name of a memory that holds something, as a person wrote it: looking into one that is misspelt would find nothing
 * and, where a translation is made, cost money.
 *
 * @throws SteleError `not-found`.
 */
export async function namedMemory(name: string, session: Session): Promise<string> {
  const { LIBRARY_MEMORY, SteleError } = await session.core();
  if (name === LIBRARY_MEMORY) return name;
  for (const _ of (await session.home()).library().memory.units(name)) return name;
  throw new SteleError({
    code: "not-found",
    message: `There is no memory ${name} in the library.`,
    hint: "List what there is with: npx stele tm stats",
    details: { name, reason: "memory-unknown" },
  });
}
