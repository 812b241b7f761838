import { inspect } from "node:util";
import type { SteleError } from "@stele/model";
import { aroundEngine, createMeter, createThrottle, type Engine } from "@stele/translate";
import { createEngine } from "@stele/translate/engines";
import { afterEach, describe, expect, it } from "vitest";
import { always, CHANGES, type Fault, type FaultPlan, first, from, only } from "../../../tests/faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { manySentences, run, textsOf, toKorean } from "./support/collect.ts";
import { createMemoryStore } from "./support/memory-store.ts";

const KEY = "8f2c-top-secret:fx";
const TEXTS = manySentences(120);
const servers: FaultsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Where waiting is what is tried; long enough for a good answer on a busy machine. */
const PATIENCE_MS = 1500;

async function open(serverUrl?: string, timeoutMs = 30_000) {
  const server = await startFaultsServer({ account: { key: KEY } });
  servers.push(server);
  const store = createMemoryStore();
  const meter = createMeter();
  const inner = await createEngine("deepl", {
    deepl: { key: KEY, serverUrl: serverUrl ?? server.url, timeoutMs },
  });
  const around = () =>
    aroundEngine(inner, {
      answerStore: store,
      meter,
      throttle: createThrottle({ concurrency: 1 }),
      retry: { sleep: async () => undefined, random: () => 0.5 },
    });
  return { server, store, meter, around };
}

/** Runs into the fault, then again without it; says what was sent again although it was kept. */
async function runTwice(plan: FaultPlan, timeoutMs?: number) {
  const { server, store, meter, around } = await open(undefined, timeoutMs);
  server.plan(plan);
  const before = await run(around(), toKorean(TEXTS));
  const kept = new Set([...store.all.values()].map(({ facts }) => facts.text));
  const requests = server.translations().length;
  server.plan(undefined);
  const after = await run(around(), toKorean(TEXTS));
  const sentAgain = server
    .translations()
    .slice(requests)
    .flatMap(({ texts }) => texts);
  return { before, after, kept, requests, sentAgain, counts: meter.read(), store };
}

function expectSafe(error: SteleError | undefined): void {
  const shown = [error?.message, error?.hint, error?.stack, JSON.stringify(error), inspect(error, { depth: 9 })].join(
    "\n",
  );
  expect(shown).not.toContain("8f2c");
  expect(shown).not.toContain("harbour office");
  expect(error?.cause).toBeUndefined();
  expect(error?.message).toMatch(/^[A-Z].*\.$/u);
  expect(error?.hint).toMatch(/^[A-Z].*\.$/u);
}

const NO_TEXTS = JSON.stringify({ translations: TEXTS.slice(0, 50).map(() => ({ text: 7 })) });
const HTML: Fault = { kind: "body", body: "<html><body>Please log in</body></html>", type: "text/html" };

describe("a fault that passes is got over", () => {
  it.each<readonly [string, FaultPlan]>([
    ["429 once", only(2, { kind: "status", status: 429 })],
    ["429 four times", first(4, { kind: "status", status: 429, retryAfter: "1" })],
    ["503 once", only(1, { kind: "status", status: 503 })],
    [
      "500, then 504, then 529",
      ({ number }) => (number > 3 ? undefined : { kind: "status", status: [500, 504, 529][number - 1] ?? 500 }),
    ],
    ["a dropped connection", only(2, { kind: "reset", at: "start" })],
    ["a connection dropped in the middle of the answer", only(2, { kind: "reset", at: "middle" })],
    ["a body shorter than its content length", only(2, { kind: "wrong-length", by: 40 })],
    ["cut JSON", only(2, { kind: "cut-json" })],
    ["one page in place of an answer", only(2, HTML)],
    ["one answer that never comes", only(2, { kind: "silence" })],
    ["one answer that trickles", only(2, { kind: "trickle", ms: 100 })],
    ["an answer slower than the library's default", only(2, { kind: "slow", ms: 60 })],
    ["gzip", always({ kind: "gzip" })],
    ["too few translations", only(2, { kind: "answers", change: CHANGES.fewer })],
    ["too many translations", only(2, { kind: "answers", change: CHANGES.more })],
    ["no translations", only(2, { kind: "answers", change: CHANGES.none })],
    ["a request too large", only(1, { kind: "status", status: 413, body: "<html>" })],
  ])("%s", async (name, plan) => {
    const { before, after, sentAgain } = await runTwice(
      plan,
      /never comes|trickles/u.test(name) ? PATIENCE_MS : undefined,
    );
    expect(before.error).toBeUndefined();
    expect(before.answers).toHaveLength(120);
    expect(sentAgain).toEqual([]);
    expect(textsOf(after)).toEqual(textsOf(before));
  });
});

describe("a fault that stays ends the run, keeps what is finished, and the rest is sent the next time", () => {
  it.each<readonly [string, string, Fault]>([
    ["429 for ever", "rate-limited 3", { kind: "status", status: 429 }],
    ["the quota is reached", "quota-reached 4", { kind: "status", status: 456, body: '{"message":"Quota exceeded"}' }],
    ["the key is revoked", "auth-rejected 2", { kind: "status", status: 403, body: `{"message":"Wrong key ${KEY}"}` }],
    ["the address is wrong", "service-address 7", { kind: "status", status: 404 }],
    [
      "the request is refused",
      "request-refused 6",
      { kind: "status", status: 400, body: '{"message":"Value for target_lang not supported"}' },
    ],
    [
      "the refusal quotes the key",
      "request-refused 6",
      { kind: "status", status: 400, body: `{"message":"Bad header ${KEY}"}` },
    ],
    ["500 for ever", "service-failed 5", { kind: "status", status: 500, body: "<html>oops</html>" }],
    ["503 for ever", "service-failed 5", { kind: "status", status: 503 }],
    ["the connection drops for ever", "network 5", { kind: "reset", at: "start" }],
    ["answers are cut for ever", "network 5", { kind: "reset", at: "middle" }],
    ["a log-in page answers", "service-malformed 5", HTML],
    ["nothing answers", "service-malformed 5", { kind: "body", body: "" }],
    ["no answer comes", "timeout 5", { kind: "silence" }],
    ["every answer trickles", "timeout 5", { kind: "trickle", ms: 100 }],
    ["an answer without end", "service-malformed 5", { kind: "body", body: "x".repeat(9 * 1024 * 1024) }],
    ["JSON of another kind answers", "service-malformed 5", { kind: "body", body: '{"translations":null}' }],
    ["translations are no texts", "service-malformed 5", { kind: "body", body: NO_TEXTS }],
    ["a gateway refuses the key", "auth-rejected 2", { kind: "status", status: 401 }],
    ["a body is longer than its length", "service-malformed 5", { kind: "wrong-length", by: -40 }],
    ["gzip is cut", "service-malformed 5", { kind: "gzip", damage: "cut" }],
    ["what is said to be gzip is none", "service-malformed 5", { kind: "gzip", damage: "not-packed" }],
    ["something unknown is sent", "service-failed 5", { kind: "status", status: 418 }],
  ])("%s", async (_, expected, fault) => {
    const patience = expected.startsWith("timeout") ? PATIENCE_MS : undefined;
    const { before, after, kept, sentAgain } = await runTwice(from(2, fault), patience);
    expect(`${before.error?.code} ${before.error?.exitCode}`).toBe(expected);
    expectSafe(before.error);
    expect(kept.size).toBe(50);
    expect(sentAgain.filter((text) => kept.has(text))).toEqual([]);
    expect(new Set(sentAgain).size).toBe(70);
    expect(after.answers).toHaveLength(120);
  });

  it("the quota, counted by the service, in the middle of a run", async () => {
    const account = { key: KEY, used: 0, limit: 5000 };
    const server = await startFaultsServer({ account });
    servers.push(server);
    const store = createMemoryStore();
    const engine = await createEngine("deepl", { deepl: { key: KEY, serverUrl: server.url } });
    const around = aroundEngine(engine, { answerStore: store, throttle: createThrottle({ concurrency: 1 }) });
    const { error } = await run(around, toKorean(TEXTS));
    expect(error?.code).toBe("quota-reached");
    expect(store.all.size).toBe(50);
    expect(await engine.usage?.()).toEqual({ characters: { used: account.used, limit: 5000 } });
  });
});

describe("what may have been charged without use", () => {
  it("is counted: a time-out is sent twice, no more", async () => {
    const { before, counts, requests } = await runTwice(from(2, { kind: "silence" }), PATIENCE_MS);
    expect(before.error?.code).toBe("timeout");
    expect(requests).toBe(3);
    expect(counts.requestsMaybeBilled).toBe(2);
    expect(counts.charactersMaybeBilled).toBe(2 * [...TEXTS.slice(50, 100).join("")].length);
  });

  it("is nothing after a refusal", async () => {
    const { counts } = await runTwice(from(2, { kind: "status", status: 429 }));
    expect(counts.charactersMaybeBilled).toBe(0);
  });

  it("counts both the batch and the single text whose numbers of answers were wrong to the end", async () => {
    const { counts } = await runTwice(from(2, { kind: "answers", change: CHANGES.fewer }));
    expect(counts.requestsMaybeBilled).toBe(2);
    const texts = [...TEXTS.slice(50, 100), TEXTS[50]];
    expect(counts.charactersMaybeBilled).toBe([...texts.join("")].length);
  });

  it("counts answers that had to be asked for singly", async () => {
    const { counts } = await runTwice(only(1, { kind: "answers", change: CHANGES.fewer }));
    expect(counts.charactersMaybeBilled).toBe([...TEXTS.slice(0, 50).join("")].length);
  });
});

describe("a service that is not there", () => {
  it.each([
    ["refuses the connection", "http://127.0.0.1:9", "network 5"],
    ["has no such name", "http://no-such-host.invalid", "network 5"],
    ["has no address at all", "nonsense", "service-address 7"],
  ])("%s", async (_, serverUrl, expected) => {
    const { around } = await open(serverUrl);
    const { error } = await run(around(), toKorean(["One."]));
    expect(`${error?.code} ${error?.exitCode}`).toBe(expected);
    expectSafe(error);
  });

  it("does not speak TLS where it should", async () => {
    const plain = await startFaultsServer();
    servers.push(plain);
    const { around } = await open(plain.url.replace("http:", "https:"));
    const { error } = await run(around(), toKorean(["One."]));
    expect(error?.code).toBe("network");
    expect(error?.message).toContain("encrypted");
    expectSafe(error);
  });

  it("sends elsewhere", async () => {
    const { around, server } = await open();
    const elsewhere = await startFaultsServer();
    servers.push(elsewhere);
    for (const status of [301, 302, 303, 307, 308]) {
      server.plan(always({ kind: "redirect", status, to: `${elsewhere.url}/v2/translate` }));
      const { error } = await run(around(), toKorean(["One."]));
      expect(error).toMatchObject({
        code: "service-address",
        exitCode: 7,
        message: expect.stringContaining("elsewhere"),
      });
      expectSafe(error);
    }
    expect(elsewhere.log).toEqual([]);
  });

  it("sends elsewhere even at the same address: nothing is followed", async () => {
    const { around, server } = await open();
    server.plan(always({ kind: "redirect", status: 308, to: "/v2/other" }));
    expect((await run(around(), toKorean(["One."]))).error?.code).toBe("service-address");
    expect(server.log).toHaveLength(1);
  });
});

describe("a stop", () => {
  it("while an answer is under way keeps that answer and sends nothing more", async () => {
    const { around, server, store } = await open();
    server.plan(only(1, { kind: "slow", ms: 80 }));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    const { error } = await run(around(), toKorean(TEXTS), stop.signal);
    expect(error).toMatchObject({ code: "cancelled", exitCode: 130 });
    expect(store.all.size).toBe(50);
    expect(server.translations()).toHaveLength(1);
  });

  it("while waiting to try again ends at once", async () => {
    const { server } = await open();
    server.plan(always({ kind: "status", status: 429 }));
    const inner = await createEngine("deepl", { deepl: { key: KEY, serverUrl: server.url } });
    const engine: Engine = aroundEngine(inner, { retry: { policy: { firstWaitMs: 60_000 } } });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect((await run(engine, toKorean(["One."]), stop.signal)).error?.code).toBe("cancelled");
  });
});
