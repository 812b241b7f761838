import type { ProxySettings } from "../proxied-fetch.ts";

/** How to reach a service that speaks OpenAI's chat protocol: Ollama, llama.cpp's server, or a hosted one. */
export interface OpenaiSettings {
  /** Up to and with `/v1`. Default: OpenAI's own where a key is set, else Ollama's on this computer. */
  readonly baseUrl?: string;
  /** A secret; never shown. Servers on one's own computer need none. */
  readonly key?: string;
  /** The model's name at the service; without it the engine is not ready. */
  readonly model?: string;
  /** A file with a prompt of one's own in place of `DEFAULT_PROMPT`. */
  readonly promptFile?: string;
  /** How long an answer may take. Default 120,000: models on one's own computer are slow. */
  readonly timeoutMs?: number;
  /** Sentences a request. Default 20. */
  readonly textsPerRequest?: number;
  /** By way of which it is reached. Default: directly. */
  readonly proxies?: ProxySettings;
  /** Requests at a time. Default 4; 1 for a server on this computer. */
  readonly concurrency?: number;
}

const OPENAI_URL = "https://api.openai.com/v1";
const OLLAMA_URL = "http://127.0.0.1:11434/v1";
/** See `OpenaiSettings.timeoutMs`. */
export const OPENAI_TIMEOUT_MS = 120_000;

/** The address of the service, without a slash at its end. */
export function baseUrlOf({ baseUrl = "", key = "" }: OpenaiSettings): string {
  const chosen = baseUrl !== "" ? baseUrl : key !== "" ? OPENAI_URL : OLLAMA_URL;
  return chosen.replace(/\/+$/u, "");
}

/** True for a service on this very computer. */
export function isOnThisComputer(url: string): boolean {
  if (!URL.canParse(url)) return false;
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(new URL(url).hostname);
}
