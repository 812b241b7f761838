import { readText } from "../../read-text.ts";
import { type ModelRecord, parseModelRecord } from "./model-record.ts";
import { checkStatus, noFile, noModels, notAList, offline, unreadable } from "./model-source-errors.ts";
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
  /** Opens a file from a byte on; `start` of the answer is where it really begins. */
  open(location: string, start: number, signal?: AbortSignal): Promise<OpenedFile>;
}

/** A file on its way. */
interface OpenedFile {
  readonly start: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Makes a source; nothing is asked before it is used. */
export function createModelSource(options: ModelSourceOptions = {}): ModelSource {
  const base = trimSlash(options.recordsUrl === "" ? RECORDS_URL : (options.recordsUrl ?? RECORDS_URL));
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const get = (url: string, init: GetOptions) => {
    if (options.isOffline === true) throw offline();
    return request(url, { timeoutMs, ...init });
  };
  let attachments: Promise<string> | undefined;
  const attachmentsUrl = () => {
    attachments ??= tryAgain(() => findAttachments(base, options.attachmentsUrl, get), options);
    return attachments;
  };
  return {
    async records(codes, signal) {
      const lists = await Promise.all(
        COLLECTIONS.map((name) =>
          tryAgain(() => readCollection(`${base}/collections/${name}/records`, { get, signal }), {
            ...options,
            signal,
          }),
        ),
      );
      if (lists.every((list) => list === undefined)) throw noModels(base);
      return lists.flatMap((list) => (list ?? []).filter((record) => isBetween(record, codes)).map(parseModelRecord));
    },
    async open(location, start, signal) {
      const url = `${trimSlash(await attachmentsUrl())}/${location}`;
      const headers = start > 0 ? { range: `bytes=${start}-` } : {};
      const response = await get(url, { signal, headers });
      if (response.status === 404) throw noFile(location);
      checkStatus(response, url);
      const isPart = response.status === 206;
      return { start: isPart ? start : 0, chunks: chunksOf(response, { timeoutMs, signal }) };
    },
  };
}

type GetOptions = Omit<RequestOptions, "timeoutMs">;

type Get = (url: string, options: GetOptions) => Promise<Response>;

async function readCollection(
  url: string,
  { get, signal }: { readonly get: Get; readonly signal: AbortSignal | undefined },
): Promise<readonly unknown[] | undefined> {
  const response = await get(url, { signal });
  if (response.status === 404) return undefined;
  checkStatus(response, url);
  const { data } = await readJson(response, url);
  if (!Array.isArray(data)) throw notAList(url);
  return data as readonly unknown[];
}

async function findAttachments(base: string, given: string | undefined, get: Get): Promise<string> {
  if (given !== undefined && given !== "") return given;
  const root = base.replace(/\/buckets\/.*$/u, "/");
  const response = await get(root, {});
  checkStatus(response, root);
  const { capabilities } = (await readJson(response, root)) as {
    capabilities?: { attachments?: { base_url?: unknown } };
  };
  const url = capabilities?.attachments?.base_url;
  if (typeof url !== "string" || !URL.canParse(url)) throw notAList(root);
  return url;
}

async function readJson(response: Response, url: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(response, MOST_LIST_BYTES).catch((thrown: unknown) => {
    throw unreadable(url, thrown);
  });
  try {
    const value: unknown = JSON.parse(text ?? "");
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
