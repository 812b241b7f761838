import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openHome, readEnvironment } from "@stele/core/node";
import { type RunningServer, startServer } from "@stele/server";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A server on a data folder of its own. */
export interface ReadingRoom {
  readonly url: string;
  readonly dataDir: string;
  /** Puts a sample article with its translations into the library, through the API; gives its id. */
  addSample(name: string, languages?: readonly string[]): Promise<string>;
  /** Asks the API as the page does; a body is sent as JSON. */
  api(path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Stops the server; the data stays. */
  stop(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a reading room with an empty library; `more` are further variables of its environment. */
export async function openReadingRoom(more: Readonly<Record<string, string>> = {}): Promise<ReadingRoom> {
  const dataDir = mkdtempSync(join(tmpdir(), "stele-room-"));
  const variables = {
    STELE_DATA_DIR: dataDir,
    STELE_CONFIG_DIR: join(dataDir, "config"),
    HOME: dataDir,
    XDG_CACHE_HOME: dataDir,
    ...more,
  };
  let home = openHome({ environment: readEnvironment(variables) });
  const begin = (port: number): Promise<RunningServer> =>
    startServer({ home, port, webRoot: join(ROOT, "apps/web/dist") });
  let server = await begin(0);
  const { url, port } = server;
  const stop = async (): Promise<void> => {
    await server.close();
    home.close();
  };
  return {
    url,
    dataDir,
    addSample: (name, languages = ["en", "ko", "zh"]) => addSample(url, name, languages),
    api: (path, body) => ask(url, path, body),
    stop,
    start: async () => {
      home = openHome({ environment: readEnvironment(variables) });
      server = await insist(() => begin(port));
    },
    close: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const TRIES = 20;
const BETWEEN_MS = 250;

/** While a server was away, somebody else may have had its port for a moment. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }
}

/** The text of a sample file. */
function sampleText(name: string, language: string): string {
  return readFileSync(samplePath(name, language), "utf8");
}

/** Where a sample file lies. */
export function samplePath(name: string, language: string): string {
  return join(ROOT, "samples", name, `${name}.${language}.txt`);
}

async function ask(url: string, path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  // A room that was stopped and started again knows nothing of the connections of before.
  const connection = "close";
  const page = await fetch(url, { headers: { connection } });
  const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  const headers = { "content-type": "application/json", origin: url, cookie, connection };
  const sent = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(`${url}/api${path}`, sent);
  return { status: response.status, body: await response.json() };
}

async function addSample(url: string, name: string, languages: readonly string[]): Promise<string> {
  const texts = languages.map((language) => ({
    text: sampleText(name, language),
    language,
    name: `${name}.${language}.txt`,
  }));
  const { body } = await ask(url, "/texts", { texts });
  const { id } = body as { readonly id?: string };
  if (id === undefined) throw new Error(`The sample was not added: ${JSON.stringify(body)}`);
  return id;
}
