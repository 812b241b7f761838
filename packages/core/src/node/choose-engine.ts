import { SteleError } from "@stele/model";
import type { Engine } from "@stele/translate";
import { engineStatuses, openEngine } from "./engines.ts";
import type { Home } from "./home.ts";

/**
 * The engine that translates: the one named, else the one set, else a free one that is ready. One that may cost money
 * is never chosen unasked.
 *
 * @throws SteleError `engine-not-ready` where there is none; as `openEngine`.
 */
export async function chooseEngine(name: string | undefined, home: Home): Promise<Engine> {
  const wanted = name ?? home.settings.engine;
  if (wanted !== undefined) return openEngine(wanted, home);
  const free = await freeEngine(home);
  if (free !== undefined) return free;
  throw new SteleError({
    code: "engine-not-ready",
    message: "No engine is ready to translate.",
    hint: "Install a local model with: stele models add en-ko, or name an engine with --engine (see stele engines).",
  });
}

/** An engine that costs nothing and could translate now; undefined where there is none. */
export async function freeEngine(home: Home): Promise<Engine | undefined> {
  const statuses = await engineStatuses(home);
  const found = statuses.find(({ describe, readiness, isAllowed }) => {
    return !describe.isPaid && readiness.isReady && isAllowed;
  });
  return found === undefined ? undefined : openEngine(found.name, home);
}
