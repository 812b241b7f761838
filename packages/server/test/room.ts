import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  alignSides,
  createAligner,
  type Library,
  openHome,
  readEnvironment,
  sideOf,
  type Variables,
} from "@stele/core/node";
import { type ApiError, type AppOptions, createApp } from "@stele/server";
import { onTestFinished } from "vitest";

/** The port that the tests' requests name; nothing listens there. */
export const PORT = 4117;
export const ORIGIN = `http://127.0.0.1:${PORT}`;

/** A reading room on a new data folder, asked without a socket. */
export interface Room {
  readonly library: Library;
  readonly dataDir: string;
  readonly webRoot: string;
  readonly token: string;
  /** As a script of this machine asks: the right host, the token as a bearer. */
  ask(path: string, options?: AskOptions): Promise<Response>;
  /** The same, its body as JSON. */
  json<T>(path: string, options?: AskOptions): Promise<{ readonly status: number; readonly body: T }>;
  /** Status and error code of a request that fails. */
  failure(path: string, options?: AskOptions): Promise<readonly [status: number, code: string]>;
}

interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a form or a string. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Leaves the token out. */
  readonly anonymous?: boolean;
}

export function openRoom(options: Partial<AppOptions> = {}, variables: Variables = {}): Room {
  const folder = mkdtempSync(join(tmpdir(), "stele-server-"));
  const dataDir = join(folder, "data");
  const webRoot = join(folder, "web");
  mkdirSync(join(webRoot, "assets"), { recursive: true });
  writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>Stele</title>");
  writeFileSync(join(webRoot, "assets", "index-1a2b3c4d.js"), "export {};");
  for (const name of ["vectors", "dictionary"]) writeFileSync(join(folder, name), name);
  const home = openHome({ environment: readEnvironment({ HOME: folder, STELE_DATA_DIR: dataDir, ...variables }) });
  const library = home.library();
  const app = createApp({
    home,
    port: PORT,
    webRoot,
    aligner: createAligner({}),
    vectors: join(folder, "vectors"),
    dictionary: join(folder, "dictionary"),
    ...options,
  });
  const token = readFileSync(join(dataDir, "server-token"), "utf8");
  onTestFinished(() => {
    home.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ask = async (path: string, request: AskOptions = {}): Promise<Response> =>
    app.request(`${ORIGIN}${path}`, requestInit(request, token));
  return {
    library,
    dataDir,
    webRoot,
    token,
    ask,
    json: async <T>(path: string, request?: AskOptions) => {
      const response = await ask(path, request);
      return { status: response.status, body: (await response.json()) as T };
    },
    failure: async (path, request) => {
      const response = await ask(path, request);
      const body = (await response.json()) as ApiError;
      return [response.status, body.error.code];
    },
  };
}

function requestInit(
  { method = "GET", headers = {}, body, signal, anonymous = false }: AskOptions,
  token: string,
): RequestInit {
  const isPlain = body === undefined || typeof body === "string" || body instanceof FormData;
  return {
    method,
    ...(body === undefined ? {} : { body: isPlain ? (body as string) : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
    headers: {
      host: `127.0.0.1:${PORT}`,
      ...(anonymous ? {} : { authorization: `Bearer ${token}` }),
      ...(isPlain ? {} : { "content-type": "application/json" }),
      ...headers,
    },
  };
}

export const ENGLISH = `SEOUL, South Korea (AP) — The central bank raised its key rate to 3.5% on Thursday.

The decision surprised most economists. It was the third increase this year.

"We will watch prices closely," Governor Kim Min-ji said.
`;
export const KOREAN = `서울(AP) — 중앙은행은 목요일 기준금리를 3.5%로 올렸다.

이번 결정에 대부분의 경제학자들이 놀랐다. 올해 들어 세 번째 인상이다.

김민지 총재는 "물가를 면밀히 지켜보겠다"고 말했다.
`;
export const CHINESE = `首尔（美联社）——央行周四将基准利率上调至3.5%。

这一决定令大多数经济学家感到意外，这是今年的第三次加息。

行长金敏智说：“我们将密切关注物价。”
`;

/** Keeps the little article with its Korean, and with `chinese` its Chinese version and the pair between the two. */
export async function keepArticle(library: Library, { chinese = false } = {}): Promise<string> {
  const aligner = createAligner({});
  const source = sideOf({ text: ENGLISH, language: "en" });
  const korean = sideOf({ text: KOREAN, language: "ko" });
  library.saveBitext(await alignSides(source, korean, { aligner }));
  if (chinese) {
    const third = sideOf({ text: CHINESE, language: "zh-Hans" });
    library.saveBitext(await alignSides(source, third, { aligner }));
    library.saveBitext(await alignSides(korean, third, { aligner }));
  }
  return source.article.id;
}
