import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { SteleError } from "@stele/model";
import type { DeepLClient, ProxyConfig } from "deepl-node";
import { badProxy } from "../proxied-fetch.ts";
import { type DeeplLibrary, type DeeplTrouble, deeplError, readDeeplError, timedOut } from "./deepl-errors.ts";
import { type DeeplSettings, TIMEOUT_MS } from "./deepl-settings.ts";

/** DeepL's own client, behind the border where its errors become ours. */
export interface DeeplConnection {
  /** Runs one call. @throws SteleError; `onTooLarge` decides what a refusal by size becomes. */
  call<T>(work: (client: DeepLClient) => Promise<T>, onTooLarge?: () => T): Promise<T>;
  /** The same for questions that cost nothing: however they fail, nothing may have been charged. */
  ask<T>(work: (client: DeepLClient) => Promise<T>): Promise<T>;
  readonly library: () => Promise<DeeplLibrary>;
}

/** Connects lazily: the library takes up to 0.8 s to load, so nothing happens before the first call. */
export function connectDeepl(settings: DeeplSettings): DeeplConnection {
  const key = settings.key ?? "";
  let loaded: Promise<{ library: DeeplLibrary; client: DeepLClient }> | undefined;
  const open = () => {
    loaded ??= load(settings, key);
    return loaded;
  };
  const call: DeeplConnection["call"] = async (work, onTooLarge) => {
    checkKey(key);
    const { library, client } = await open();
    try {
      return await withinTime(work(client), settings.timeoutMs ?? TIMEOUT_MS);
    } catch (thrown) {
      const trouble = readTrouble(thrown, library, key);
      if (trouble.isTooLarge && onTooLarge !== undefined) return onTooLarge();
      throw trouble.error;
    }
  };
  return {
    library: async () => (await open()).library,
    call,
    ask: (work) =>
      call(work).catch((thrown: unknown) => {
        throw thrown instanceof SteleError ? uncharged(thrown) : thrown;
      }),
  };
}

function uncharged({ code, message, hint, details }: SteleError): SteleError {
  return new SteleError({ code, message, hint, details: { ...details, mayBeCharged: false } });
}

function readTrouble(thrown: unknown, library: DeeplLibrary, key: string): DeeplTrouble {
  return thrown instanceof SteleError ? { error: thrown, isTooLarge: false } : readDeeplError(thrown, library, key);
}

async function load(settings: DeeplSettings, key: string) {
  const library = await import("deepl-node");
  const { serverUrl, proxyUrl, timeoutMs = TIMEOUT_MS, appVersion = "0.1.0" } = settings;
  const client = new library.DeepLClient(key, {
    maxRetries: 0,
    minTimeout: timeoutMs,
    sendPlatformInfo: false,
    appInfo: { appName: "stele", appVersion },
    ...(isSet(serverUrl) ? { serverUrl } : {}),
    ...(isSet(proxyUrl) ? { proxy: readProxy(proxyUrl) } : {}),
  });
  guardRequests(client);
  return { library, client };
}

/** Far more than the translations of the largest request. */
const MOST_ANSWER_BYTES = 8 * 1024 * 1024;

/**
 * A connection that rested may have been closed by the other side just when the next request is written to it. Nobody
 * can tell then whether the request was read, so every one has a connection of its own.
 */
const AGENTS = { httpAgent: new HttpAgent({ keepAlive: false }), httpsAgent: new HttpsAgent({ keepAlive: false }) };

interface RequestMaker {
  prepareRequest: (...given: readonly unknown[]) => object;
}

/**
 * Sets what the library has no option for: of itself it follows redirects, and would take the texts along to a place
 * that nobody chose, and it reads an answer without end.
 */
function guardRequests(client: DeepLClient): void {
  const http = requestMakerOf(client);
  const prepare = http.prepareRequest.bind(http);
  const beforeRedirect = () => {
    throw new Error("redirected");
  };
  const more = { ...AGENTS, beforeRedirect, maxContentLength: MOST_ANSWER_BYTES };
  http.prepareRequest = (...given) => ({ ...prepare(...given), ...more });
}

/** The part of the library that makes its requests, which its types keep to themselves. */
function requestMakerOf(client: DeepLClient): RequestMaker {
  const http: unknown = Reflect.get(client, "httpClient");
  if (isRequestMaker(http)) return http;
  throw new SteleError({
    code: "internal",
    message: "The DeepL library is not the one that Stele was made for. Nothing was sent.",
    hint: "Set Stele up again, so that every library has the version that it names.",
  });
}

function isRequestMaker(value: unknown): value is RequestMaker {
  if (typeof value !== "object" || value === null || !("prepareRequest" in value)) return false;
  return typeof value.prepareRequest === "function";
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

function readProxy(address: string): ProxyConfig {
  if (!URL.canParse(address)) throw badProxy();
  const { protocol, hostname, port, username, password } = new URL(address);
  const auth =
    username === "" ? {} : { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } };
  return {
    protocol: protocol.slice(0, -1),
    host: hostname,
    port: Number(port || (protocol === "https:" ? 443 : 80)),
    ...auth,
  };
}

function checkKey(key: string): void {
  if (key === "") {
    throw new SteleError({
      code: "auth-missing",
      message: "There is no key for DeepL.",
      hint: "Set DEEPL_API_KEY or DEEPL_AUTH_KEY, or store a key with `npx stele auth set-key deepl --from-stdin`.",
      details: { engine: "deepl" },
    });
  }
  // A header cannot carry these, and the library's own complaint would quote the key.
  if (!/^[\x21-\x7e]+$/u.test(key)) {
    throw deeplError({
      code: "auth-rejected",
      message: "The DeepL key holds a character that no key has, such as a blank or a line end.",
      hint: "Copy the key again.",
    });
  }
}

/** The library's own timeout is one of silence: an answer that trickles in would never end. */
async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(deeplError(timedOut())), timeoutMs * 1.25);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
