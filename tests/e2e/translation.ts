import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import type { Certificate } from "../faults/certificate.ts";
import type { Fault, FaultPlan } from "../faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../faults/faults-server.ts";
import { MIRROR_PATH, type ModelMirror } from "../faults/model-service.ts";
import { type Ended, emptyHome, errorOf, filesHolding, type Start, stele } from "./stele.ts";

/** A secret that must be found nowhere. */
export const KEY = "5d1e-not-for-any-eye:fx";

/** The key in whatever writing it could get somewhere: a part of it, base64, or inside an address. */
const KEY_WRITINGS = [KEY.slice(0, 8), Buffer.from(KEY).toString("base64").slice(0, 24)];
const holdsKey = (text: string): boolean => KEY_WRITINGS.some((writing) => text.includes(writing));

/** DeepL's documented limit. */
export const TEXTS_PER_REQUEST = 50;

/** An account in whose home everything happens, and the service it is with. */
export interface Customer {
  readonly home: string;
  readonly server: FaultsServer;
  readonly account: { key: string; used: number; limit: number };
  /** `stele translate` and anything else, with the key in the environment. */
  run(argv: readonly string[], more?: Partial<Start>): Promise<Ended>;
  /** What was sent to be translated, request by request, since the given number of requests. */
  sent(since?: number): readonly (readonly string[])[];
  /** The faults of translation requests only; questions for the quota go well. */
  plan(plan: FaultPlan | undefined): void;
  /** Files of the home (the library and its log too) and outputs of all commands run so far that hold the key. */
  leaks(): readonly string[];
}

const customers: Customer[] = [];

/** Whatever a test looks at, the key is searched for in everything that its customers were told and kept. */
afterAll(async () => {
  const all = customers.splice(0);
  await Promise.all(all.map(({ server }) => server.close()));
  expect(all.flatMap((one) => one.leaks())).toEqual([]);
});

/** How a customer is set up. */
export interface CustomerOptions {
  /** Every answer takes so long. */
  readonly latencyMs?: number;
  /** How long the command waits for an answer; long, unless waiting is what is tried. */
  readonly timeoutMs?: number;
  /** The service that the account is with; default DeepL. */
  readonly engine?: "deepl" | "openai";
  /** The service speaks TLS and shows this certificate. */
  readonly tls?: Certificate;
  /** The service closes a connection after each answer, just when the next request is written to it. */
  readonly dropsRested?: boolean;
  /** What the service offers as a mirror of local models. */
  readonly mirror?: ModelMirror;
}

/**
 * Opens an account with a service of its own, which closes with the test file; nothing waits long before it tries
 * again.
 */
export async function customer({
  timeoutMs = 30_000,
  engine = "deepl",
  ...options
}: CustomerOptions = {}): Promise<Customer> {
  const account = { key: KEY, used: 0, limit: 100_000_000 };
  const server = await startFaultsServer({ account, ...options });
  const home = emptyHome();
  const settings = { timeoutMs, retryWaitMs: 1, "openai.model": "pretended" };
  const config = join(home, "config");
  writeFileSync(join(home, "stele.config.json"), JSON.stringify(settings));
  const variables = {
    DEEPL_API_KEY: KEY,
    DEEPL_SERVER_URL: server.url,
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: `${server.url}/v1`,
    STELE_MODELS_URL: `${server.url}${MIRROR_PATH}`,
    STELE_ENGINE: engine,
    XDG_CONFIG_HOME: config,
    XDG_DATA_HOME: join(home, "data"),
    XDG_CACHE_HOME: join(home, "cache"),
  };
  const outputs: string[] = [];
  const one: Customer = {
    home,
    server,
    account,
    async run(argv, more = {}) {
      const ended = await stele(argv, { home, ...more, variables: { ...variables, ...more.variables } });
      outputs.push(ended.stdout, ended.stderr);
      return ended;
    },
    sent: (since = 0) =>
      server
        .translations()
        .slice(since)
        .map(({ texts }) => texts),
    plan(plan) {
      let number = 0;
      server.plan((request) => {
        if (request.path !== "/v2/translate" && !request.path.endsWith("/chat/completions")) return undefined;
        number += 1;
        return plan?.({ ...request, number });
      });
    },
    leaks: () => [...KEY_WRITINGS.flatMap((writing) => filesHolding(writing, home)), ...outputs.filter(holdsKey)],
  };
  customers.push(one);
  return one;
}

/** So many sentences, no two alike, as one text. */
export function sentences(count: number, about = "weather"): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Report number ${index + 100} is about the ${about}.`);
}

/** A text of so many sentences under a name in the home. */
export function writeText(home: string, name: string, lines: readonly string[]): void {
  writeFileSync(join(home, name), lines.join(" "));
}

/** One answer goes well, whatever comes after it does not. */
export function afterOne(fault: Fault): FaultPlan {
  return ({ number }) => (number === 1 ? undefined : fault);
}

/** One clear sentence in three parts: what happened, a hint, a code and its number. */
export function expectClear(outcome: Ended, code: string, exitCode: number): void {
  expect(outcome.stdout).toBe("");
  expect(errorOf(outcome)).toEqual({
    ok: false,
    error: { code, message: expect.stringMatching(/^[A-Z].{10,200}\.$/), hint: expect.stringMatching(/^[A-Z].{10,}$/) },
    exitCode,
  });
  expect(outcome.exitCode).toBe(exitCode);
}

/**
 * Runs the same command again, without faults: it finishes, and sends just the texts that the first request had not.
 */
export async function expectOnlyRestSent(
  one: Customer,
  { argv, texts }: { readonly argv: readonly string[]; readonly texts: readonly string[] },
): Promise<void> {
  const before = one.sent();
  const kept = before[0] ?? [];
  one.plan(undefined);
  const finished = await one.run(argv);
  expect(finished.exitCode, finished.stderr).toBe(0);
  const rest = one.sent(before.length).flat();
  expect(rest.toSorted()).toEqual(texts.filter((text) => !kept.includes(text)).toSorted());
  expect(one.leaks()).toEqual([]);
}
