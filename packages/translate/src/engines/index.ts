export { createEngine, ENGINE_NAMES, type EngineName, type EngineSettings } from "./create-engine.ts";
export {
  type DeeplGlossaries,
  type DeeplGlossary,
  openDeeplGlossaries,
} from "./deepl/deepl-glossaries.ts";
export type { DeeplModelType, DeeplSettings } from "./deepl/deepl-settings.ts";
