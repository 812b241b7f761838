import { homedir } from "node:os";
import { join } from "node:path";

/** Variables as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What Stele takes from the environment, under its own names. Keys are secrets: they are never shown. */
export interface Environment {
  /** `STELE_CONFIG_DIR`, else `$XDG_CONFIG_HOME/stele`, else `~/.config/stele`. */
  readonly configDir: string;
  /** `STELE_DATA_DIR`, else `$XDG_DATA_HOME/stele`, else `~/.local/share/stele`. */
  readonly dataDir: string;
  /** `STELE_CACHE_DIR`, else `$XDG_CACHE_HOME/stele`, else `~/.cache/stele`. */
  readonly cacheDir: string;
  /** Keys of engines by name: `DEEPL_API_KEY` or `DEEPL_AUTH_KEY`, `OPENAI_API_KEY`. */
  readonly keys: Readonly<Record<string, string>>;
  /** Addresses of engines by name: `DEEPL_SERVER_URL`, `OPENAI_BASE_URL`. */
  readonly addresses: Readonly<Record<string, string>>;
  /** `DEEPL_PROXY_URL`. */
  readonly proxy?: string;
  /** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in lower case first, for what has no proxy of its own. */
  readonly proxies: { readonly http?: string; readonly https?: string; readonly except?: string };
  /** `STELE_MODELS_URL`: a mirror of the records of local models. */
  readonly modelsUrl?: string;
  /** `STELE_ENGINE`. */
  readonly engine?: string;
  /** `STELE_OFFLINE`, set to anything but 0 or nothing. */
  readonly isOffline: boolean;
  /** Languages wished for, first choice first: `LC_ALL`, `LC_MESSAGES`, `LANG`. */
  readonly languages: readonly string[];
  /** `NO_COLOR` is set, to anything. */
  readonly noColor: boolean;
  /** `FORCE_COLOR` is set, to anything but 0. */
  readonly forceColor: boolean;
  /** `CI` is set, to anything but `false` or 0. */
  readonly isCi: boolean;
  /** `TERM` is `dumb`. */
  readonly isDumbTerminal: boolean;
}

/** Reads the environment, by default the process's own; the only place of Stele that does. */
export function readEnvironment(variables: Variables = process.env): Environment {
  const value = (...names: string[]): string | undefined =>
    names.map((name) => variables[name]).find((found) => found !== undefined && found !== "");
  const home = value("HOME", "USERPROFILE") ?? homedir();
  const folder = (own: string, xdg: string, fallback: string): string =>
    value(own) ?? join(value(xdg) ?? join(home, fallback), "stele");
  return {
    configDir: folder("STELE_CONFIG_DIR", "XDG_CONFIG_HOME", ".config"),
    dataDir: folder("STELE_DATA_DIR", "XDG_DATA_HOME", ".local/share"),
    cacheDir: folder("STELE_CACHE_DIR", "XDG_CACHE_HOME", ".cache"),
    keys: present({ deepl: value("DEEPL_API_KEY", "DEEPL_AUTH_KEY"), openai: value("OPENAI_API_KEY") }),
    addresses: present({ deepl: value("DEEPL_SERVER_URL"), openai: value("OPENAI_BASE_URL") }),
    proxies: present({
      http: value("http_proxy", "HTTP_PROXY"),
      https: value("https_proxy", "HTTPS_PROXY"),
      except: value("no_proxy", "NO_PROXY"),
    }),
    ...present({
      proxy: value("DEEPL_PROXY_URL"),
      modelsUrl: value("STELE_MODELS_URL"),
      engine: value("STELE_ENGINE"),
    }),
    isOffline: isOn(value("STELE_OFFLINE")),
    languages: Object.values(present({ all: value("LC_ALL"), own: value("LC_MESSAGES"), lang: value("LANG") })),
    noColor: value("NO_COLOR") !== undefined,
    forceColor: isOn(value("FORCE_COLOR")),
    isCi: isOn(value("CI")),
    isDumbTerminal: variables.TERM === "dumb",
  };
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== "0" && value.toLowerCase() !== "false";
}

function present<K extends string>(values: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  const entries = Object.entries<string | undefined>(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<K, string>>;
}
