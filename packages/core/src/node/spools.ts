import type { Library, Spool } from "@stele/library";

/** Spools that are of no use any more at the same time. */
export interface Spools {
  open<T>(): Spool<T>;
  close(): void;
}

/** None is opened yet. */
function createSpools(library: Library): Spools {
  const opened: { close(): void }[] = [];
  return {
    open<T>() {
      const spool = library.spool<T>();
      opened.push(spool);
      return spool;
    },
    close() {
      for (const spool of opened) spool.close();
    },
  };
}

/** Work that leaves its spools open where it is done, and closes them where it fails. */
export async function withSpools<Result extends object>(
  library: Library,
  work: (spools: Spools) => Promise<Result>,
): Promise<Result & Pick<Spools, "close">> {
  const spools = createSpools(library);
  try {
    return { ...(await work(spools)), close: spools.close };
  } catch (error) {
    spools.close();
    throw error;
  }
}
