export { checkEngineName, createEngine, ENGINE_NAMES, type EngineName, type EngineSettings } from "./create-engine.ts";
export {
  type DeeplGlossaries,
  type DeeplGlossary,
  openDeeplGlossaries,
} from "./deepl/deepl-glossaries.ts";
export type { DeeplModelType, DeeplSettings } from "./deepl/deepl-settings.ts";
export type { BergamotOptions, BergamotTranslator, LocalTranslation } from "./local/bergamot-translator.ts";
export { createBergamotTranslator } from "./local/bergamot-translator.ts";
export type { ModelFiles } from "./local/bergamot-types.ts";
export type { LocalSettings } from "./local/local-engine.ts";
export type { InstalledFile, InstalledModel } from "./local/models/installed-model.ts";
export {
  type AddOptions,
  type AvailableModel,
  type ModelCheck,
  type ModelPair,
  type ModelProgress,
  type ModelStore,
  type ModelStoreOptions,
  openModelStore,
} from "./local/models/model-store.ts";
export type { OpenaiSettings } from "./openai/openai-settings.ts";
export { DEFAULT_PROMPT } from "./openai/prompt.ts";
