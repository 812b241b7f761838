import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Certificate } from "./certificate.ts";
import { answerDeepl, type DeeplAccount } from "./deepl-service.ts";
import type { LoggedRequest, Reply } from "./exchange.ts";
import type { FaultPlan } from "./fault.ts";
import { answerModels, type ModelMirror } from "./model-service.ts";
import { answerOpenai, readOpenaiSentences } from "./openai-service.ts";
import { sendReply } from "./send-reply.ts";

/** How the pretended services behave. */
export interface FaultsOptions {
  readonly account?: DeeplAccount;
  readonly mirror?: ModelMirror;
  /** Every answer takes so long. */
  readonly latencyMs?: number;
  /** Speaks TLS and shows this certificate. */
  readonly tls?: Certificate;
  /**
   * Gives up a connection after one request: a second one on it is not read, as where it was closed while it rested.
   */
  readonly dropsRested?: boolean;
}

/** A server that plays DeepL, an OpenAI-compatible service and a model mirror, and can fail at any request. */
export interface FaultsServer {
  readonly url: string;
  readonly log: readonly LoggedRequest[];
  /** How many requests were under way at once, at most. */
  readonly mostAtOnce: () => number;
  /** Translation requests only. */
  readonly translations: () => readonly LoggedRequest[];
  /** Sets what goes wrong from now on; numbers count from here. */
  plan(plan: FaultPlan | undefined): void;
  close(): Promise<void>;
}

/** Starts the server on loopback, on a free port. */
export async function startFaultsServer(options: FaultsOptions = {}): Promise<FaultsServer> {
  const log: LoggedRequest[] = [];
  const started = performance.now();
  const state = { plan: undefined as FaultPlan | undefined, number: 0 };
  const sockets = new Set<Socket>();
  let running = 0;
  let most = 0;
  const used = new WeakSet<Socket>();
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (options.dropsRested === true && used.has(request.socket)) return request.socket.resetAndDestroy();
    used.add(request.socket);
    most = Math.max(most, ++running);
    response.once("close", () => {
      running -= 1;
    });
    void serve({ request, response }, options, { log, state, started });
  };
  const server = options.tls === undefined ? createServer(listener) : createTlsServer(options.tls, listener);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `${options.tls === undefined ? "http" : "https"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    mostAtOnce: () => most,
    translations: () => log.filter(({ path }) => path === "/v2/translate" || path.endsWith("/chat/completions")),
    plan(plan) {
      state.plan = plan;
      state.number = 0;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface ServerState {
  readonly log: LoggedRequest[];
  readonly state: { plan: FaultPlan | undefined; number: number };
  readonly started: number;
}

async function serve(
  exchange: { request: IncomingMessage; response: ServerResponse },
  options: FaultsOptions,
  { log, state, started }: ServerState,
): Promise<void> {
  const { request, response } = exchange;
  const body = await readBody(request);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const fields = readFields(body, request.headers["content-type"] ?? "");
  const range = request.headers.range;
  const json = readJson(body);
  const entry: LoggedRequest = {
    path: pathname,
    method: request.method ?? "GET",
    bytes: body.length,
    fields,
    body: json,
    messages: (json as { messages?: LoggedRequest["messages"] } | undefined)?.messages ?? [],
    texts: textsOf(pathname, fields, json),
    authorization: request.headers.authorization ?? "",
    host: request.headers.host ?? "",
    isEncrypted: options.tls !== undefined,
    at: performance.now() - started,
    ...(range === undefined ? {} : { range }),
  };
  log.push(entry);
  state.number += 1;
  const fault = state.plan?.({ number: state.number, path: pathname });
  const query = Object.fromEntries(searchParams);
  const reply = isRefused(fault) ? undefined : answer(entry, { ...options, query });
  if (options.latencyMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.latencyMs));
  await sendReply(response, reply ?? { status: 404, body: "{}" }, fault);
}

/** A request that is answered with an error status was not done: it costs nothing. */
function isRefused(fault: ReturnType<FaultPlan>): boolean {
  return fault?.kind === "status" || fault?.kind === "redirect";
}

function answer(
  entry: LoggedRequest,
  options: FaultsOptions & { query: Readonly<Record<string, string>> },
): Reply | undefined {
  if (entry.path.startsWith("/v2/") || entry.path.startsWith("/v3/")) return answerDeepl(entry, options.account ?? {});
  if (entry.path.startsWith("/v1/")) return answerOpenai(entry);
  return answerModels(entry, options.mirror);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readFields(body: Buffer, type: string): Readonly<Record<string, readonly string[]>> {
  if (!type.includes("urlencoded")) return {};
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(body.toString())) {
    fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

function textsOf(path: string, fields: Readonly<Record<string, readonly string[]>>, json: unknown): readonly string[] {
  if (path === "/v2/translate") return fields.text ?? [];
  return path.endsWith("/chat/completions") ? readOpenaiSentences(json).map(({ text }) => text) : [];
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
