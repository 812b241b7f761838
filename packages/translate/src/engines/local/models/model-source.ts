import { createFetch, type ProxySettings } from "../../proxied-fetch.ts";
import { type ModelRecord, parseModelRecord } from "./model-record.ts";
import { checkStatus, noFile, noModels, notAList, notTheFile, offline } from "./model-source-errors.ts";
import { chunksOf, type RequestOptions, request } from "./request.ts";
import { type AgainOptions, tryAgain } from "./try-again.ts";

/** Where models are found. */
export interface ModelSourceOptions extends Omit<AgainOptions, "signal"> {
  /** A bucket of a Remote Settings server, or a mirror of it. Default: Mozilla's. */
  readonly recordsUrl?: string;
  /** Where the files are. Default: what the server of the records says. */
  readonly attachmentsUrl?: string;
  /** True: nothing is asked of the network. */
  readonly isOffline?: boolean;
  /** By way of which the network is asked. Default: directly. */
  readonly proxies?: ProxySettings;
  /** How long a list, or the next bytes of a file, may take. Default 30,000. */
  readonly timeoutMs?: number;
}

/** Mozilla's own, as Firefox asks it. */
const RECORDS_URL = "https://firefox.settings.services.mozilla.com/v1/buckets/main";
const COLLECTIONS = ["translations-models-v2", "translations-models"] as const;
const TIMEOUT_MS = 30_000;
/** Mozilla's lists are some hundred kilobytes long. */
const MOST_LIST_BYTES = 32 * 1024 * 1024;

/** Finds the records of models and opens their files. */
export interface ModelSource {
  /** The records between these languages, of both collections. */
  records(codes: ReadonlySet<string>, signal?: AbortSignal): Promise<readonly ModelRecord[]>;
  /**
   * Opens a file from a byte on; `start` of the answer is where it really begins.
   *
   * @throws SteleError `service-malformed` for what is not as long as the file, or a page; `not-found` and others.
   */
  open(file: FileWish, start: number, signal?: AbortSignal): Promise<OpenedFile>;
}

/** Which file, and how long it is as a whole. */
export type FileWish = Pick<ModelRecord["attachment"], "location" | "size">;

/** A file on its way. */
interface OpenedFile {
  readonly start: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Makes a source; nothing is asked before it is used. */
export function createModelSource(options: ModelSourceOptions = {}): ModelSource {
  const base = trimSlash(options.recordsUrl === "" ? RECORDS_URL : (options.recordsUrl ?? RECORDS_URL));
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const fetch = createFetch(options.proxies);
  const get: Get = (url, init = {}) => {
    if (options.isOffline === true) throw offline();
    return request(url, { timeoutMs, fetch, ...init });
  };
  const ask: Ask = async (url, signal) => {
    const response = await get(url, { signal });
    if (response.status === 404) return undefined;
    checkStatus(response, url);
    return parseList(await textOf(chunksOf(response, { timeoutMs, signal }), url), url);
  };
  let attachments: Promise<string> | undefined;
  const attachmentsUrl = () => {
    attachments ??= tryAgain(() => findAttachments(base, options.attachmentsUrl, ask), options);
    return attachments;
  };
  return {
    async records(codes, signal) {
      const lists = await Promise.all(
        COLLECTIONS.map((name) =>
          tryAgain(() => readCollection(`${base}/collections/${name}/records`, ask, signal), { ...options, signal }),
        ),
      );
      if (lists.every((list) => list === undefined)) throw noModels(base);
      return lists.flatMap((list) => (list ?? []).filter((record) => isBetween(record, codes)).map(parseModelRecord));
    },
    async open({ location, size }, start, signal) {
      const url = `${trimSlash(await attachmentsUrl())}/${location}`;
      const headers = start > 0 ? { range: `bytes=${start}-` } : {};
      const response = await get(url, { signal, headers });
      if (response.status === 404) throw noFile(location);
      checkStatus(response, url);
      const begins = response.status === 206 ? start : 0;
      if (!isFile(response, size - begins)) {
        await response.body?.cancel();
        throw notTheFile(location, url);
      }
      return { start: begins, chunks: chunksOf(response, { timeoutMs, signal }) };
    },
  };
}

/** False for a page, and for what is announced to be longer or shorter. */
function isFile({ headers }: Response, bytes: number): boolean {
  if (/^text\/html\b/iu.test(headers.get("content-type") ?? "")) return false;
  const length = headers.get("content-length");
  return length === null || headers.has("content-encoding") || Number(length) === bytes;
}

type Get = (url: string, options?: Omit<RequestOptions, "timeoutMs" | "fetch">) => Promise<Response>;

/** What a list or the server itself says; undefined where there is none. */
type Ask = (url: string, signal?: AbortSignal) => Promise<Readonly<Record<string, unknown>> | undefined>;

async function readCollection(
  url: string,
  ask: Ask,
  signal: AbortSignal | undefined,
): Promise<readonly unknown[] | undefined> {
  const list = await ask(url, signal);
  if (list === undefined) return undefined;
  if (!Array.isArray(list.data)) throw notAList(url);
  return list.data as readonly unknown[];
}

async function findAttachments(base: string, given: string | undefined, ask: Ask): Promise<string> {
  if (given !== undefined && given !== "") return given;
  const root = base.replace(/\/buckets\/.*$/u, "/");
  const { capabilities } = ((await ask(root)) ?? {}) as { capabilities?: { attachments?: { base_url?: unknown } } };
  const url = capabilities?.attachments?.base_url;
  if (typeof url !== "string" || !URL.canParse(url)) throw notAList(root);
  return url;
}

async function textOf(chunks: AsyncIterable<Uint8Array>, url: string): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_LIST_BYTES) throw notAList(url);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseList(text: string, url: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below: what came is not what was asked for.
  }
  throw notAList(url);
}

function isBetween(record: unknown, codes: ReadonlySet<string>): boolean {
  if (typeof record !== "object" || record === null) return true;
  const { fromLang, sourceLanguage, toLang, targetLanguage } = record as Readonly<Record<string, unknown>>;
  const [from, to] = [fromLang ?? sourceLanguage, toLang ?? targetLanguage];
  return typeof from !== "string" || typeof to !== "string" || (codes.has(from) && codes.has(to));
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/u, "");
}
