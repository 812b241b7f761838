import { join } from "node:path";
import { type Library, openLibrary } from "@stele/library";
import { takeBack } from "./answers-aside.ts";
import { readProjectSettings, readUserConfig } from "./config-file.ts";
import type { Environment } from "./environment.ts";
import { mergeSettings, type Settings } from "./settings.ts";
import { isLocked } from "./when-free.ts";

/** Where a user's things are and how they are set. */
export interface Home {
  readonly environment: Environment;
  readonly configDir: string;
  readonly dataDir: string;
  readonly cacheDir: string;
  /** Flag before environment before project before user. */
  readonly settings: Settings;
  /** The key of an engine, from the environment or the user's file; a secret. */
  key(engine: string): string | undefined;
  /**
   * The library, opened at the first call and the same one afterwards.
   *
   * @throws SteleError as `openLibrary`.
   */
  library(): Library;
  /** Closes what was opened. */
  close(): void;
}

/** How a home is opened. */
export interface HomeOptions {
  readonly environment: Environment;
  /** The folder whose `stele.config.json` counts; default: none does. */
  readonly projectDir?: string;
  /** What the command line says. */
  readonly flags?: Settings;
}

/** The name of the library's file in the data folder. */
export const LIBRARY_FILE = "library.sqlite";

/**
 * Opens a home: reads the settings, opens nothing yet.
 *
 * @throws SteleError `config-invalid`.
 */
export function openHome({ environment, projectDir, flags = {} }: HomeOptions): Home {
  const { configDir, dataDir, cacheDir } = environment;
  const user = readUserConfig(configDir);
  const project = projectDir === undefined ? {} : readProjectSettings(projectDir);
  let library: Library | undefined;
  return {
    environment,
    configDir,
    dataDir,
    cacheDir,
    settings: mergeSettings([flags, environmentSettings(environment), capped(project, user.settings), user.settings]),
    key: (engine) => environment.keys[engine] ?? user.keys[engine],
    library: () => {
      library ??= openOwn(dataDir);
      return library;
    },
    close: () => {
      library?.close();
      library = undefined;
    },
  };
}

function openOwn(dataDir: string): Library {
  const library = openLibrary({ file: join(dataDir, LIBRARY_FILE) });
  try {
    takeBack(dataDir, library.answers);
  } catch (error) {
    // A run that needs them waits for them.
    if (!isLocked(error)) throw error;
  }
  return library;
}

function environmentSettings({ engine, isOffline, proxy, addresses, modelsUrl }: Environment): Settings {
  return {
    ...(engine === undefined ? {} : { engine }),
    ...(isOffline ? { offline: true } : {}),
    ...(proxy === undefined ? {} : { "deepl.proxyUrl": proxy }),
    ...(addresses.deepl === undefined ? {} : { "deepl.serverUrl": addresses.deepl }),
    ...(addresses.openai === undefined ? {} : { "openai.baseUrl": addresses.openai }),
    ...(modelsUrl === undefined ? {} : { "local.recordsUrl": modelsUrl }),
  };
}

/** A project may lower what the user allows to be spent, not raise it. */
function capped(project: Settings, user: Settings): Settings {
  const lower = (name: "maxChars" | "maxCost"): Settings => {
    const [theirs, own] = [project[name], user[name]];
    return theirs === undefined || own === undefined ? {} : { [name]: Math.min(theirs, own) };
  };
  return { ...project, ...lower("maxChars"), ...lower("maxCost") };
}
