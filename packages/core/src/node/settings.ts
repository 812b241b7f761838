/** Everything that can be set; all optional. */
export interface Settings {
  /** The engine used where none is named. */
  readonly engine?: string;
  /** Languages translated into where none are named, separated by commas. */
  readonly to?: string;
  /** Language of the messages: en, ko or zh. */
  readonly uiLanguage?: string;
  /** Refuse every engine that sends text away. */
  readonly localOnly?: boolean;
  /** Never touch the network. */
  readonly offline?: boolean;
  /** Most characters a run sends without being asked for more; default 100,000. */
  readonly maxChars?: number;
  /** Most money a run spends, in the currency of the price. */
  readonly maxCost?: number;
  /** Price of a million characters (deepl) or tokens (openai), by engine, with its currency. */
  readonly currency?: string;
  readonly "deepl.price"?: number;
  readonly "openai.price"?: number;
  readonly "openai.priceBack"?: number;
  readonly "deepl.serverUrl"?: string;
  readonly "deepl.proxyUrl"?: string;
  readonly "deepl.modelType"?: string;
  readonly "deepl.region"?: string;
  readonly "deepl.instructions"?: string;
  readonly "openai.baseUrl"?: string;
  readonly "openai.model"?: string;
  readonly "openai.promptFile"?: string;
  /** How long an answer of a service may take, in milliseconds; default: the engine's own. */
  readonly timeoutMs?: number;
  /** Requests sent to an engine at a time; default: the engine's own. */
  readonly concurrency?: number;
  /**
   * The first wait before a failed request is sent again, in milliseconds, each further one twice as long; default
   * 1,000.
   */
  readonly retryWaitMs?: number;
  /** How long a run waits for a library that another process writes to, in milliseconds; default ten minutes. */
  readonly lockWaitMs?: number;
  /** Records of local models, or a mirror of them. */
  readonly "local.recordsUrl"?: string;
  /** Files of local models, where the records do not say so. */
  readonly "local.attachmentsUrl"?: string;
  /** What a request takes as context: none, batch or block. */
  readonly context?: string;
  /** The translation memory used where none is named. */
  readonly tm?: string;
  /** A glossary CSV used where none is named. */
  readonly glossary?: string;
}

/** The name of a setting. */
export type SettingName = keyof Settings;

/** What a setting may be. */
export interface SettingRule {
  readonly kind: "string" | "number" | "boolean" | "url";
  /** The least that a number may be; default 0. */
  readonly least?: number;
  /** The values it may have, where they are few. */
  readonly values?: readonly string[];
  /** True where a project's file may set it: nothing that sends text or keys elsewhere. */
  readonly inProject: boolean;
}

/** Every setting and what it may be. */
export const SETTINGS: Readonly<Record<SettingName, SettingRule>> = {
  engine: { kind: "string", inProject: true },
  to: { kind: "string", inProject: true },
  uiLanguage: { kind: "string", values: ["en", "ko", "zh"], inProject: true },
  localOnly: { kind: "boolean", inProject: true },
  offline: { kind: "boolean", inProject: true },
  maxChars: { kind: "number", inProject: true },
  maxCost: { kind: "number", inProject: true },
  currency: { kind: "string", inProject: false },
  "deepl.price": { kind: "number", inProject: false },
  "openai.price": { kind: "number", inProject: false },
  "openai.priceBack": { kind: "number", inProject: false },
  "deepl.serverUrl": { kind: "url", inProject: false },
  "deepl.proxyUrl": { kind: "url", inProject: false },
  "deepl.modelType": {
    kind: "string",
    values: ["quality_optimized", "latency_optimized", "prefer_quality_optimized"],
    inProject: true,
  },
  "deepl.region": { kind: "string", values: ["US", "GB"], inProject: true },
  "deepl.instructions": { kind: "string", inProject: true },
  "openai.baseUrl": { kind: "url", inProject: false },
  "openai.model": { kind: "string", inProject: true },
  "openai.promptFile": { kind: "string", inProject: false },
  timeoutMs: { kind: "number", least: 1, inProject: true },
  concurrency: { kind: "number", least: 1, inProject: true },
  retryWaitMs: { kind: "number", inProject: true },
  lockWaitMs: { kind: "number", inProject: true },
  "local.recordsUrl": { kind: "url", inProject: false },
  "local.attachmentsUrl": { kind: "url", inProject: false },
  context: { kind: "string", values: ["none", "batch", "block"], inProject: true },
  tm: { kind: "string", inProject: true },
  glossary: { kind: "string", inProject: true },
};

/**
 * Characters a run sends without being asked for more, unless `maxChars` is set: an ordinary article many times over.
 */
export const DEFAULT_MAX_CHARS = 100_000;

/**
 * The settings of several places as one, the first place winning; but whatever any place forbids stays forbidden, and
 * the lowest cap holds where a project sets one.
 */
export function mergeSettings(places: readonly Settings[]): Settings {
  const merged = Object.assign({}, ...[...places].reverse()) as Settings;
  const isLocal = places.some((place) => place.localOnly === true);
  const isOffline = places.some((place) => place.offline === true);
  return { ...merged, ...(isLocal ? { localOnly: true } : {}), ...(isOffline ? { offline: true } : {}) };
}
