import { type ErrorDetails, SteleError } from "@stele/model";

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
  /** The first wait before a failed request is sent again, in milliseconds, each further one twice as long; default 1,000. */
  readonly retryWaitMs?: number;
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

interface SettingRule {
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
  "local.recordsUrl": { kind: "url", inProject: false },
  "local.attachmentsUrl": { kind: "url", inProject: false },
  context: { kind: "string", values: ["none", "batch", "block"], inProject: true },
  tm: { kind: "string", inProject: true },
  glossary: { kind: "string", inProject: true },
};

/** Characters a run sends without being asked for more, unless `maxChars` is set: an ordinary article many times over. */
export const DEFAULT_MAX_CHARS = 100_000;

/**
 * A setting's name, checked.
 *
 * @throws SteleError `config-invalid`.
 */
export function settingName(name: string): SettingName {
  if (Object.hasOwn(SETTINGS, name)) return name as SettingName;
  const choices = Object.keys(SETTINGS).join(", ");
  throw invalid(`There is no setting "${name}".`, `The settings are: ${choices}.`, {
    name,
    reason: "setting-unknown",
    choices,
  });
}

/**
 * A setting's value out of the words of a command line: `true`, `250000`, `deepl`.
 *
 * @throws SteleError `config-invalid` where it does not fit.
 */
export function settingValue(name: SettingName, text: string): string | number | boolean {
  const { kind } = SETTINGS[name];
  const value = kind === "number" ? Number(text) : kind === "boolean" ? booleanOf(text) : text;
  return checkedValue(name, text.trim() === "" ? undefined : value, "the command line");
}

/**
 * Checks what a settings file holds.
 *
 * @throws SteleError `config-invalid`, naming the file and the setting.
 */
export function parseSettings(value: unknown, file: string, isProject = false): Settings {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid(`${file} does not hold an object.`, 'It holds settings by name: { "engine": "local" }.', {
      name: file,
    });
  }
  const entries = Object.entries(value).filter(([name]) => isProject || name !== "keys");
  return Object.fromEntries(
    entries.map(([name, one]) => {
      const known = settingName(name);
      if (isProject && !SETTINGS[known].inProject) throw notInProject(name, file);
      return [known, checkedValue(known, one, file)];
    }),
  );
}

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

function checkedValue(name: SettingName, value: unknown, where: string): string | number | boolean {
  const rule = SETTINGS[name];
  if (FITS[rule.kind](value, rule)) return value as string | number | boolean;
  const choices = rule.kind === "boolean" ? ["true", "false"] : rule.values;
  const hint = choices === undefined ? WANTED[rule.kind](rule) : `It is one of: ${choices.join(", ")}.`;
  const reason = choices === undefined ? REASONS[rule.kind] : "setting-value";
  const shown = choices?.join(", ") ?? (rule.kind === "number" ? String(rule.least ?? 0) : undefined);
  throw invalid(`The setting "${name}" in ${where} does not fit.`, hint, {
    name,
    reason,
    ...(shown === undefined ? {} : { choices: shown }),
  });
}

type Kind = SettingRule["kind"];

const FITS: Readonly<Record<Kind, (value: unknown, rule: SettingRule) => boolean>> = {
  string: (value, { values }) => typeof value === "string" && value !== "" && (values?.includes(value) ?? true),
  number: (value, { least = 0 }) => typeof value === "number" && Number.isFinite(value) && value >= least,
  boolean: (value) => typeof value === "boolean",
  url: (value) => typeof value === "string" && URL.canParse(value) && /^https?:/i.test(value),
};

const WANTED: Readonly<Record<Kind, (rule: SettingRule) => string>> = {
  string: () => "It is a text.",
  number: ({ least = 0 }) => `It is a number of at least ${least}.`,
  boolean: () => "It is true or false.",
  url: () => "It is an address that begins with http:// or https://.",
};

const REASONS: Readonly<Record<Kind, string>> = {
  string: "setting-text",
  number: "setting-number",
  boolean: "setting-value",
  url: "setting-url",
};

function booleanOf(text: string): boolean | undefined {
  return text === "true" ? true : text === "false" ? false : undefined;
}

function notInProject(name: string, file: string): SteleError {
  const hint = "A project must not say where text and keys are sent: set it with npx stele config set.";
  return invalid(`${file} sets "${name}", which a project may not.`, hint, { name, reason: "setting-project" });
}

function invalid(message: string, hint: string, details: ErrorDetails): SteleError {
  return new SteleError({ code: "config-invalid", message, hint, details });
}
