import { type LanguageTag, SteleError } from "@stele/model";
import type { Engine, EngineDescription, Translated, TranslationRequest } from "../../contract.ts";
import type { Readiness } from "../../readiness.ts";
import { checkRequest, servePacks } from "../serve-packs.ts";
import {
  type BergamotOptions,
  type BergamotTranslator,
  createBergamotTranslator,
  SENTENCES_PER_CALL,
} from "./bergamot-translator.ts";
import type { ModelFiles } from "./bergamot-types.ts";
import { modelMissing } from "./local-errors.ts";
import { type ModelStore, openModelStore } from "./models/model-store.ts";

/** Where local models are kept and how they run. */
export interface LocalSettings extends BergamotOptions {
  /** The folder of the models, in the cache. */
  readonly modelsFolder?: string;
}

/** The language through which ko and zh are translated into each other. */
const PIVOT = "en";

/** The engine `local`: Firefox's models on this computer; no text leaves it, nothing is paid. */
export function createLocalEngine(settings: LocalSettings): Engine {
  const folder = settings.modelsFolder ?? "models";
  const store = openModelStore({ folder });
  const translator = createBergamotTranslator(settings);
  const describe = describeLocal();
  const engine: Engine = {
    name: "local",
    describe,
    translate(request, signal) {
      checkRequest(engine, request);
      return translateHere(request, { store, translator, describe, signal });
    },
    ready: () => readiness(store, folder),
    close: () => translator.close(),
  };
  return engine;
}

function describeLocal(): EngineDescription {
  return {
    label: "Local models",
    sendsTextTo: null,
    isPaid: false,
    settings: {},
    limits: { textsPerRequest: 8 * SENTENCES_PER_CALL, concurrency: 1 },
    takes: { context: false, glossary: false, examples: false, tags: false },
    options: [],
  };
}

async function readiness(store: ModelStore, folder: string): Promise<Readiness> {
  const models = await store
    .list()
    .catch((thrown: unknown) => (thrown instanceof SteleError ? thrown : Promise.reject(thrown)));
  if (models instanceof SteleError) return { isReady: false, state: "models-unreadable", details: { folder } };
  if (models.length === 0) return { isReady: false, state: "models-missing", details: {} };
  const pairs = models.map(({ from, to }) => `${from}-${to}`).join(", ");
  return { isReady: true, state: "models-installed", details: { pairs } };
}

interface LocalTools {
  readonly store: ModelStore;
  readonly translator: BergamotTranslator;
  readonly describe: EngineDescription;
  readonly signal: AbortSignal | undefined;
}

async function* translateHere(
  request: TranslationRequest,
  { store, translator, describe, signal }: LocalTools,
): AsyncGenerator<Translated, void, undefined> {
  if (request.texts.every((text) => text.trim() === "")) {
    yield* request.texts.map((text, index) => ({ index, text }));
    return;
  }
  const route = await findRoute(request.source, request.target, store);
  const via = route.length > 1 ? { via: PIVOT as LanguageTag } : {};
  yield* servePacks(
    request,
    async function* (pack) {
      for await (const answer of translator.translate(pack.texts, route, signal)) yield { ...answer, ...via };
    },
    { limits: describe.limits, signal },
  );
}

/** One model, or two with English in between. */
async function findRoute(source: LanguageTag, target: LanguageTag, store: ModelStore): Promise<readonly ModelFiles[]> {
  const direct = await store.files({ from: source, to: target });
  if (direct !== undefined) return [direct];
  if (source === PIVOT || target === PIVOT) throw modelMissing(source, target);
  const first = await store.files({ from: source, to: PIVOT });
  const second = await store.files({ from: PIVOT, to: target });
  if (first === undefined) throw modelMissing(source, PIVOT);
  if (second === undefined) throw modelMissing(PIVOT, target);
  return [first, second];
}
