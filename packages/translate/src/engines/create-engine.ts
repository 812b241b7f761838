import { SteleError } from "@stele/model";
import type { Engine } from "../contract.ts";
import type { DeeplSettings } from "./deepl/deepl-settings.ts";
import type { LocalSettings } from "./local/local-engine.ts";
import type { OpenaiSettings } from "./openai/openai-settings.ts";

/** Every engine by name, in the order in which lists show them. */
export const ENGINE_NAMES = ["local", "deepl", "openai"] as const;

/** The name of an engine. */
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What the engines need, each under its name; an engine that is not asked for is not looked at. */
export interface EngineSettings {
  readonly local?: LocalSettings;
  readonly deepl?: DeeplSettings;
  readonly openai?: OpenaiSettings;
}

const LOADERS: Readonly<Record<EngineName, (settings: EngineSettings) => Promise<Engine>>> = {
  local: async ({ local = {} }) => (await import("./local/local-engine.ts")).createLocalEngine(local),
  deepl: async ({ deepl = {} }) => (await import("./deepl/deepl-engine.ts")).createDeeplEngine(deepl),
  openai: async ({ openai = {} }) => (await import("./openai/openai-engine.ts")).createOpenaiEngine(openai),
};

/**
 * Loads an engine by its name. Nothing is sent, and a missing key is told by the engine's `ready` and by its first call.
 *
 * @throws SteleError `engine-unknown`.
 */
export async function createEngine(name: string, settings: EngineSettings): Promise<Engine> {
  return LOADERS[checkEngineName(name)](settings);
}

/**
 * Checks the name of an engine, and gives it.
 *
 * @throws SteleError `engine-unknown`.
 */
export function checkEngineName(name: string): EngineName {
  const known = ENGINE_NAMES.find((candidate) => candidate === name);
  if (known !== undefined) return known;
  throw new SteleError({
    code: "engine-unknown",
    message: `There is no engine "${name}".`,
    hint: `The engines are: ${ENGINE_NAMES.join(", ")}.`,
    details: { engine: name, engines: ENGINE_NAMES },
  });
}
