import type { LongBitext } from "@stele/core";
import { saveLong } from "../save-polytext.ts";
import { isSteleError, type Session } from "../session.ts";

/** Puts translations into the library as far as it takes them without being waited for; gives the rest. */
export async function keepAtOnce(bitexts: readonly LongBitext[], session: Session): Promise<readonly LongBitext[]> {
  for (const [index, bitext] of bitexts.entries()) {
    try {
      await saveLong(bitext, session, { lockWaitMs: 0 });
    } catch {
      // What it is, `keepRest` meets again: first the text itself goes where the user wants it.
      return bitexts.slice(index);
    }
  }
  return [];
}

/**
 * Puts the rest into the library, which is waited for, when the text has been written.
 *
 * @throws SteleError `library-locked` or, after Ctrl-C, `cancelled`: both say that only the library lacks the text.
 */
export async function keepRest(rest: readonly LongBitext[], session: Session): Promise<void> {
  try {
    for (const bitext of rest) await saveLong(bitext, session);
  } catch (error) {
    if (!isSteleError(error) || error.code !== "library-locked") throw error;
    throw await writtenOnly(session);
  }
}

async function writtenOnly(session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  const isStopped = session.io.signal.aborted;
  return new SteleError({
    code: isStopped ? "cancelled" : "library-locked",
    message: "The translation is written, but the library does not have it: another program kept writing there.",
    hint: "When that has ended, run the same command again: it sends nothing, and the library keeps the text.",
    details: { reason: "written-not-kept" },
  });
}
