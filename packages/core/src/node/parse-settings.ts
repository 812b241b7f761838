import { type ErrorDetails, SteleError } from "@stele/model";
import { SETTINGS, type SettingName, type SettingRule, type Settings } from "./settings.ts";

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
