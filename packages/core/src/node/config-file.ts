import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SteleError } from "@stele/model";
import { isNoRoom } from "./is-no-room.ts";
import { neighbourOf, removeOrphans } from "./neighbour.ts";
import { parseSettings } from "./parse-settings.ts";
import type { SettingName, Settings } from "./settings.ts";

/** The user's file in the configuration folder. */
export const USER_FILE = "config.json";
/** The project's file in the folder where a command is run. */
export const PROJECT_FILE = "stele.config.json";

/** What the user's file holds. Keys are secrets: they are never shown. */
export interface UserConfig {
  readonly settings: Settings;
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Reads the user's settings and keys; nothing where there is no file.
 *
 * @throws SteleError `config-invalid`.
 */
export function readUserConfig(configDir: string): UserConfig {
  const file = join(configDir, USER_FILE);
  const data = readJson(file);
  if (data === undefined) return { settings: {}, keys: {} };
  const settings = parseSettings(data, file);
  return { settings, keys: keysIn(data, file) };
}

/**
 * Reads the settings of the project in a folder; nothing where there is no file.
 *
 * @throws SteleError `config-invalid`, also for settings that a project may not make.
 */
export function readProjectSettings(folder: string): Settings {
  const file = join(folder, PROJECT_FILE);
  const data = readJson(file);
  return data === undefined ? {} : parseSettings(data, file, true);
}

/**
 * Reads the settings of a file that the user names; they may be any.
 *
 * @throws SteleError `config-invalid`, also where there is no such file.
 */
export function readSettingsFile(file: string): Settings {
  const data = readJson(file);
  if (data === undefined) throw unusable(file, "is not there");
  return parseSettings(data, file);
}

/**
 * Sets one of the user's settings, or takes it back with undefined. The file is replaced whole, readable by the user
 * alone.
 */
export function writeSetting(configDir: string, name: SettingName, value: string | number | boolean | undefined): void {
  const { settings, keys } = readUserConfig(configDir);
  const { [name]: _, ...rest } = settings;
  writeUserConfig(configDir, { settings: value === undefined ? rest : { ...rest, [name]: value }, keys });
}

/** Keeps the key of an engine, or forgets it with undefined; says whether one was kept before. */
export function writeKey(configDir: string, engine: string, key: string | undefined): boolean {
  const { settings, keys } = readUserConfig(configDir);
  const { [engine]: before, ...rest } = keys;
  if (before === undefined && key === undefined) return false;
  writeUserConfig(configDir, { settings, keys: key === undefined ? rest : { ...rest, [engine]: key } });
  return before !== undefined;
}

function writeUserConfig(configDir: string, { settings, keys }: UserConfig): void {
  const file = join(configDir, USER_FILE);
  const neighbour = neighbourOf(file);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // A process killed here left the keys under a name that nobody looks at.
    removeOrphans(file);
    writeFileSync(neighbour, `${JSON.stringify({ ...settings, keys }, undefined, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(neighbour, file);
  } catch (error) {
    if (existsSync(neighbour)) rmSync(neighbour);
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new SteleError({
      code: isNoRoom(reason) ? "disk-full" : "output-failed",
      message: `${file} cannot be written (${reason}).`,
      hint: "Check the folder and its permissions.",
      details: { file, reason },
    });
  }
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    if (reason === "ENOENT" || reason === "ENOTDIR") return undefined;
    throw unusable(file, `cannot be read (${reason})`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // Its message would quote the file, which may hold a key.
    throw unusable(file, "is not JSON");
  }
}

function keysIn(data: unknown, file: string): Readonly<Record<string, string>> {
  const keys = typeof data === "object" && data !== null && "keys" in data ? data.keys : {};
  const isRight =
    typeof keys === "object" && keys !== null && Object.values(keys).every((key) => typeof key === "string");
  if (!isRight) throw unusable(file, "does not hold its keys by engine");
  return keys as Readonly<Record<string, string>>;
}

function unusable(file: string, what: string): SteleError {
  return new SteleError({
    code: "config-invalid",
    message: `The settings file ${file} ${what}.`,
    hint: "Correct it, or move it away and begin anew.",
    details: { file },
  });
}
