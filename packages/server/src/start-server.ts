import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { SteleError } from "@stele/core/node";
import { libraryMark } from "./about.ts";
import { type AppOptions, createApp } from "./create-app.ts";

/** Where the reading room listens unless told otherwise. */
const DEFAULT_PORT = 4117;
/** Only this machine can reach it; there is no way to listen elsewhere. */
const HOST = "127.0.0.1";
/** How many ports above a taken one are tried. */
const TRIES = 20;
const ASK_TIMEOUT_MS = 1000;

/** How a server starts. */
export interface StartOptions extends Omit<AppOptions, "port"> {
  /** Default 4117; 0 lets the system choose. */
  readonly port?: number;
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /**
   * True where a server of ours on the same data folder was there already: this one is it, and `close` does nothing.
   */
  readonly isAlreadyRunning: boolean;
  /** True where the port asked for was held by something else. */
  readonly isOtherPort: boolean;
  /** Ends open connections and stops listening; a second call does nothing. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1. Where the port is held by a server of ours on the same data folder, that one's address is given
 * back; where by anything else, the next free port is taken.
 *
 * @throws SteleError `port-in-use` where the next ports are taken too.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const wanted = options.port ?? DEFAULT_PORT;
  const mark = libraryMark(options.home.dataDir);
  for (let port = wanted; port <= wanted + (wanted === 0 ? 0 : TRIES); port += 1) {
    const server = await listen(options, port);
    if (server !== undefined) return running(server, wanted);
    if (await isOurs(port, mark)) return { ...nameOf(port, wanted), isAlreadyRunning: true, close: async () => {} };
  }
  throw portInUse(wanted);
}

async function listen(options: StartOptions, port: number): Promise<ServerType | undefined> {
  let answer: ((request: Request) => Response | Promise<Response>) | undefined;
  const server = createAdaptorServer({
    fetch: (request) => {
      answer ??= createApp({ ...options, port: portOf(server) }).fetch;
      return answer(request);
    },
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error: Error & { code?: string }) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(undefined);
      else reject(error);
    });
    server.listen(port, HOST, () => resolve(server));
  });
}

function portOf(server: ServerType): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function running(server: ServerType, wanted: number): RunningServer {
  return { ...nameOf(portOf(server), wanted), isAlreadyRunning: false, close: () => close(server) };
}

function nameOf(port: number, wanted: number): Pick<RunningServer, "url" | "port" | "isOtherPort"> {
  return { url: `http://${HOST}:${port}`, port, isOtherPort: wanted !== 0 && port !== wanted };
}

async function close(server: ServerType): Promise<void> {
  if (!server.listening) return;
  if ("closeAllConnections" in server) server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** Whether a server of ours with this mark listens there; anything that does not say so in time is not. */
async function isOurs(port: number, mark: string): Promise<boolean> {
  try {
    const response = await fetch(`http://${HOST}:${port}/api/about`, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) });
    const about: unknown = await response.json();
    const isStele = typeof about === "object" && about !== null && "name" in about && about.name === "stele";
    return isStele && "library" in about && about.library === mark;
  } catch {
    return false;
  }
}

function portInUse(port: number): SteleError {
  return new SteleError({
    code: "port-in-use",
    message: `The ports ${port} to ${port + TRIES} are all in use.`,
    hint: "Name another one with --port.",
    details: { port },
  });
}
