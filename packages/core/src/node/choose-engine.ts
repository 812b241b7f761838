import { type LanguageTag, SteleError } from "@stele/model";
import type { Engine } from "@stele/translate";
import { engineStatuses, openEngine, openModels } from "./engines.ts";
import type { Home } from "./home.ts";

/** The languages of a translation. */
export interface Route {
  readonly from: LanguageTag;
  readonly to: readonly LanguageTag[];
}

/**
 * The engine that translates: the one named, else the one set, else a free one that is ready for these languages. One
 * that may cost money is never chosen unasked.
 *
 * @throws SteleError `engine-not-ready` where there is none; as `openEngine`.
 */
export async function chooseEngine(name: string | undefined, route: Route, home: Home): Promise<Engine> {
  const wanted = name ?? home.settings.engine;
  if (wanted !== undefined) return openEngine(wanted, home);
  const free = await freeEngine(route, home);
  if (free !== undefined) return free;
  throw new SteleError({
    code: "engine-not-ready",
    message: `No engine is ready to translate from ${route.from} into ${route.to.join(" and ")}.`,
    hint: "Install a local model with: npx stele models add en-ko, or name an engine with --engine (see npx stele engines).",
    details: { from: route.from, to: route.to.join(", ") },
  });
}

/** An engine that costs nothing and could translate this now; undefined where there is none. */
export async function freeEngine(route: Route, home: Home): Promise<Engine | undefined> {
  for (const { name, describe, readiness, isAllowed } of await engineStatuses(home)) {
    const isFree = !describe.isPaid && readiness.isReady && isAllowed;
    if (isFree && (name !== "local" || (await hasModels(route, home)))) return openEngine(name, home);
  }
  return undefined;
}

/** Whether the installed models lead from the language to all others, through English where it must be. */
async function hasModels({ from, to }: Route, home: Home): Promise<boolean> {
  const models = openModels(home);
  const has = async (source: LanguageTag, target: LanguageTag): Promise<boolean> =>
    (await models.files({ from: source, to: target })) !== undefined;
  for (const target of to) {
    const isThere = (await has(from, target)) || ((await has(from, "en")) && (await has("en", target)));
    if (!isThere) return false;
  }
  return true;
}
