import { join } from "node:path";
import { SteleError } from "@stele/model";
import { type Engine, type EngineDescription, type Readiness, readinessOf } from "@stele/translate";
import {
  createEngine,
  type DeeplGlossaries,
  type DeeplModelType,
  ENGINE_NAMES,
  type EngineSettings,
  type ModelStore,
  openDeeplGlossaries,
  openModelStore,
} from "@stele/translate/engines";
import type { Home } from "./home.ts";

/** An engine as lists show it. */
export interface EngineStatus {
  readonly name: string;
  readonly describe: EngineDescription;
  readonly readiness: Readiness;
  /** False where the user's settings refuse it. */
  readonly isAllowed: boolean;
}

/** The same without what only a run needs, for whoever reads lists as data. */
export interface EngineFacts
  extends Pick<EngineDescription, "label" | "sendsTextTo" | "isPaid" | "model" | "takes">,
    Readiness,
    Pick<EngineStatus, "name" | "isAllowed"> {}

/** An engine as data. */
export function engineFacts({ name, describe, readiness, isAllowed }: EngineStatus): EngineFacts {
  const { label, sendsTextTo, isPaid, model, takes } = describe;
  return {
    name,
    label,
    sendsTextTo,
    isPaid,
    ...(model === undefined ? {} : { model }),
    takes,
    ...readiness,
    isAllowed,
  };
}

/**
 * Loads an engine by its name with what the home knows of it. Nothing is sent.
 *
 * @throws SteleError `engine-unknown`; `engine-refused-by-policy` for one that sends text away where that is forbidden.
 */
export async function openEngine(name: string, home: Home): Promise<Engine> {
  const engine = await createEngine(name, engineSettings(home));
  if (!isAllowed(engine, home)) throw refusedByPolicy(engine);
  return engine;
}

/** Every engine: what it is, whether it could translate now, whether it may. */
export async function engineStatuses(home: Home): Promise<readonly EngineStatus[]> {
  return Promise.all(
    ENGINE_NAMES.map(async (name) => {
      const engine = await createEngine(name, engineSettings(home));
      return {
        name,
        describe: engine.describe,
        readiness: await readinessOf(engine),
        isAllowed: isAllowed(engine, home),
      };
    }),
  );
}

/** What the engines are told: keys, addresses and choices out of settings and environment. */
function engineSettings(home: Home): EngineSettings {
  return { local: { modelsFolder: modelsFolder(home) }, deepl: deeplSettings(home), openai: openaiSettings(home) };
}

/** Where local models are kept: in the cache, since they can be fetched again free. */
function modelsFolder(home: Home): string {
  return join(home.cacheDir, "models");
}

/**
 * The local models: what is installed and what there is, adding and removing. Offline it asks nothing of the network.
 */
export function openModels(home: Home): ModelStore {
  const { settings, environment } = home;
  return openModelStore({
    proxies: environment.proxies,
    folder: modelsFolder(home),
    isOffline: settings.offline === true,
    ...optional("recordsUrl", settings["local.recordsUrl"]),
    ...optional("attachmentsUrl", settings["local.attachmentsUrl"]),
    ...optional("timeoutMs", settings.timeoutMs),
    ...optional("retryWaitMs", settings.retryWaitMs),
  });
}

/** The glossaries that the DeepL account holds. @throws SteleError as `openEngine`. */
export async function openGlossaries(home: Home): Promise<DeeplGlossaries> {
  await openEngine("deepl", home);
  return openDeeplGlossaries(deeplSettings(home));
}

function openaiSettings({ settings, key, environment }: Home): NonNullable<EngineSettings["openai"]> {
  return {
    proxies: environment.proxies,
    ...optional("key", key("openai")),
    ...optional("baseUrl", settings["openai.baseUrl"]),
    ...optional("model", settings["openai.model"]),
    ...optional("promptFile", settings["openai.promptFile"]),
    ...optional("timeoutMs", settings.timeoutMs),
  };
}

function deeplSettings({ settings, key }: Home): NonNullable<EngineSettings["deepl"]> {
  const region = settings["deepl.region"];
  const instructions = settings["deepl.instructions"];
  return {
    ...optional("key", key("deepl")),
    ...optional("serverUrl", settings["deepl.serverUrl"]),
    ...optional("proxyUrl", settings["deepl.proxyUrl"]),
    ...optional("timeoutMs", settings.timeoutMs),
    ...optional("modelType", settings["deepl.modelType"] as DeeplModelType | undefined),
    ...(region === "US" || region === "GB" ? { region } : {}),
    ...(instructions === undefined ? {} : { instructions: [instructions] }),
  };
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: V });
}

function isAllowed({ describe }: Engine, { settings }: Home): boolean {
  const staysHere = describe.sendsTextTo === null || isThisComputer(describe.sendsTextTo);
  return staysHere || !(settings.localOnly === true || settings.offline === true);
}

/** A service on the loopback addresses, such as a language model server of one's own. */
function isThisComputer(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[?::1\]?)(:\d+)?$/i.test(host);
}

function refusedByPolicy({ name, describe }: Engine): SteleError {
  return new SteleError({
    code: "engine-refused-by-policy",
    message: `Your settings keep all text on this computer, and ${describe.label} sends it to ${describe.sendsTextTo}.`,
    hint: "Use the engine local, or run: npx stele config set localOnly false",
    details: { engine: name },
  });
}
