import type { Library, Patience } from "@stele/core/node";
import type { Session } from "./session.ts";

/**
 * Does a piece of work on the library. Where another process writes to it, that is said and waited for, by default as
 * long as the user's settings say.
 *
 * @throws SteleError `library-locked` after that time, soon after Ctrl-C; whatever else the work throws, at once.
 */
export async function whenLibraryFree<T>(
  work: (library: Library) => T,
  session: Session,
  wait: Pick<Patience, "lockWaitMs"> = {},
): Promise<T> {
  const { whenFree, patienceOf } = await session.core();
  const home = await session.home();
  const library = home.library();
  const onBusy = () => void session.say(session.t("cli.say.libraryBusy"));
  const patience = patienceOf({ signal: session.io.signal, onBusy }, { ...home.settings, ...wait });
  return whenFree(library, () => work(library), patience);
}
