import { aroundEngine, type Counts, createMeter, createSpending, type Engine, retry } from "@stele/translate";
import { createEngine } from "@stele/translate/engines";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { CHANGES, type Fault } from "../../../tests/faults/fault.ts";
import { type FaultsOptions, type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { manySentences, run, toKorean } from "./support/collect.ts";

const KEY = "c0de-of-a-test:fx";
const TEXTS = manySentences(9);
const servers: FaultsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

type Name = "deepl" | "openai";

async function open(name: Name, options: FaultsOptions = {}): Promise<{ engine: Engine; server: FaultsServer }> {
  const server = await startFaultsServer({ account: { key: KEY }, ...options });
  servers.push(server);
  const deepl = { key: KEY, serverUrl: server.url };
  const openai = { key: KEY, baseUrl: `${server.url}/v1`, model: "pretended", textsPerRequest: 9 };
  return { engine: await createEngine(name, { deepl, openai }), server };
}

/** A fault, and whether the service had done the work when it happened. */
interface Mishap {
  readonly fault: Fault;
  readonly isLost: boolean;
}

const lost = (fault: Fault): Mishap => ({ fault, isLost: true });
const harmless = (fault: Fault): Mishap => ({ fault, isLost: false });
const chatReply = (content: string, finish = "stop"): Fault => {
  const choices = [{ finish_reason: finish, message: { role: "assistant", content } }];
  return { kind: "body", body: JSON.stringify({ choices }) };
};

const ON_THE_WAY = [
  harmless({ kind: "status", status: 503 }),
  harmless({ kind: "status", status: 429 }),
  lost({ kind: "reset", at: "start" }),
  lost({ kind: "reset", at: "middle" }),
  lost({ kind: "cut-json" }),
  lost({ kind: "gzip", damage: "cut" }),
  lost({ kind: "wrong-length", by: 40 }),
];
const MISHAPS: Readonly<Record<Name, readonly Mishap[]>> = {
  deepl: [
    ...ON_THE_WAY,
    harmless({ kind: "status", status: 413 }),
    lost({ kind: "answers", change: CHANGES.fewer }),
    lost({ kind: "answers", change: CHANGES.more }),
  ],
  openai: [
    ...ON_THE_WAY,
    harmless({ kind: "answers", change: CHANGES.fewer }),
    harmless({ kind: "answers", change: CHANGES.halfEmpty }),
    lost(chatReply("I would rather talk about the weather.")),
    lost(chatReply('{"translations":[{"id":"s1","te', "length")),
  ],
};

const noSleep = { sleep: async () => undefined, random: () => 0.5 };

/** Translates while one thing after another goes wrong; then what was counted, and what the server says. */
async function runInto(name: Name, mishaps: readonly (Mishap | undefined)[]) {
  const { engine, server } = await open(name);
  const met: (Mishap | undefined)[] = [];
  server.plan(() => {
    met.push(mishaps[met.length]);
    return met.at(-1)?.fault;
  });
  const meter = createMeter();
  await run(retry(engine, { ...noSleep, meter }), toKorean(TEXTS));
  const requests = server.translations();
  return { counts: meter.read(), requests, lost: requests.filter((_, index) => met[index]?.isLost === true) };
}

const charactersOf = (requests: readonly { readonly texts: readonly string[] }[]): number =>
  requests.reduce((sum, { texts }) => sum + [...texts.join("")].length, 0);

describe("whatever goes wrong, what was sent and what may have been charged in vain are counted as the server saw them", () => {
  it.each<Name>(["deepl", "openai"])("by %s", async (name) => {
    const mishap = fc.option(fc.constantFrom(...MISHAPS[name], harmless({ kind: "status", status: 413 })), {
      nil: undefined,
    });
    const check = async (mishaps: readonly (Mishap | undefined)[]) => {
      const { counts, requests, lost: inVain } = await runInto(name, mishaps);
      expect(counts).toMatchObject({
        requests: requests.length,
        charactersSent: charactersOf(requests),
        requestsMaybeBilled: inVain.length,
        charactersMaybeBilled: charactersOf(inVain),
      } satisfies Partial<Counts>);
    };
    await fc.assert(fc.asyncProperty(fc.array(mishap, { maxLength: 12 }), check), { numRuns: 30 });
  });

  it("the parts of a text too long for a request that were answered before one was not", async () => {
    const { engine, server } = await open("deepl");
    const text = Array.from({ length: 9 }, (_, index) => `Part ${index} of it. ${"Long it is. ".repeat(5000)}`).join(
      "",
    );
    server.plan(({ number }) => (number > 2 ? { kind: "status", status: 403 } : undefined));
    const meter = createMeter();
    expect((await run(retry(engine, { ...noSleep, meter }), toKorean([text]))).error?.code).toBe("auth-rejected");
    const answered = server.translations().slice(0, 2);
    expect(meter.read()).toMatchObject({ requestsMaybeBilled: 2, charactersMaybeBilled: charactersOf(answered) });
  });

  it("nothing, where it is a question that costs nothing whose answer was lost", async () => {
    const { engine, server } = await open("deepl");
    server.plan(({ path }) => (path.startsWith("/v3/") ? { kind: "reset", at: "start" } : undefined));
    const meter = createMeter();
    const glossary = { terms: [{ source: "harbour", target: "항구" }] };
    const { error } = await run(retry(engine, { ...noSleep, meter }), toKorean(TEXTS, { glossary }));
    expect(error?.code).toBe("network");
    expect(meter.read()).toMatchObject({ requests: 0, requestsMaybeBilled: 0, charactersMaybeBilled: 0 });
  });
});

/** The same with a cap, as a run has it: what came of it, and what a service charges, which is all that it did not refuse. */
async function runCapped(name: Name, mishaps: readonly (Mishap | undefined)[], maxCharacters: number) {
  const { engine, server } = await open(name);
  const met: (Mishap | undefined)[] = [];
  server.plan(() => {
    met.push(mishaps[met.length]);
    return met.at(-1)?.fault;
  });
  const spending = createSpending({ maxCharacters });
  // A chat service on this very computer costs nothing and has no cap.
  const paid = { ...engine, describe: { ...engine.describe, isPaid: true } };
  const { error, answers } = await run(aroundEngine(paid, { spending, retry: noSleep }), toKorean(TEXTS));
  const requests = server.translations();
  const charged = charactersOf(requests.filter((_, index) => met[index]?.fault.kind !== "status"));
  return { code: error?.code, answers: answers.length, sent: requests.map(({ texts }) => texts), charged };
}

describe("a cap of exactly what a run is charged, whatever goes wrong, stops nothing, and a lower one is never passed", () => {
  it.each<Name>(["deepl", "openai"])("by %s", async (name) => {
    const mishap = fc.option(fc.constantFrom(...MISHAPS[name]), { nil: undefined });
    const check = async (mishaps: readonly (Mishap | undefined)[], share: number) => {
      const free = await runCapped(name, mishaps, Number.MAX_SAFE_INTEGER);
      if (free.code === undefined) expect(await runCapped(name, mishaps, free.charged)).toEqual(free);
      const lower = Math.max(0, Math.floor(share * (free.charged - 1)));
      expect((await runCapped(name, mishaps, lower)).charged).toBeLessThanOrEqual(lower);
    };
    const share = fc.double({ min: 0.3, max: 1, noNaN: true });
    await fc.assert(fc.asyncProperty(fc.array(mishap, { maxLength: 12 }), share, check), { numRuns: 30 });
  });
});

describe("a service that gives up connections that rested", () => {
  it.each<Name>(["deepl", "openai"])("loses no request of %s: none is written to such a connection", async (name) => {
    const { engine, server } = await open(name, { dropsRested: true });
    await engine.usage?.();
    const meter = createMeter();
    for (const text of TEXTS) {
      const outcome = await run(retry(engine, { ...noSleep, meter }), toKorean([text]));
      expect(outcome.error).toBeUndefined();
    }
    expect(server.translations()).toHaveLength(TEXTS.length);
    expect(meter.read()).toMatchObject({ requests: TEXTS.length, repetitions: 0, requestsMaybeBilled: 0 });
  });
});

describe("the second round of a chat service", () => {
  it("is counted apart, and what the service says of tokens over both rounds", async () => {
    const { engine, server } = await open("openai");
    server.plan(({ number }) => (number === 1 ? { kind: "answers", change: CHANGES.fewer } : undefined));
    const meter = createMeter();
    await run(retry(engine, { ...noSleep, meter }), toKorean(TEXTS));
    expect(server.translations().map(({ texts }) => texts.length)).toEqual([9, 1]);
    expect(meter.read()).toMatchObject({ requests: 2, repairs: 1, textsSent: 10, tokensSent: 200, tokensBack: 100 });
  });

  it.each([
    ["a repair", { kind: "answers", change: CHANGES.fewer } as const, undefined],
    ["smaller requests", chatReply("Sorry."), "service-malformed"],
  ])("is not sent past a cap: %s", async (_, fault, code) => {
    const { engine, server } = await open("openai");
    server.plan(() => fault);
    const again = { ...noSleep, maySendAgain: () => false };
    expect((await run(retry(engine, again), toKorean(TEXTS))).error?.code).toBe(code);
    expect(server.translations()).toHaveLength(1);
  });
});

const refusal = (code: string) => JSON.stringify({ error: { code } });

describe("a request that a chat service refuses", () => {
  it.each([
    ["for what it says", 400, refusal("content_filter"), 1],
    ["for its length", 400, refusal("context_length_exceeded"), 1],
    ["after too long a time", 408, "", 1],
    ["for its size", 413, "", 0],
    ["because there were too many", 429, "", 0],
  ] as const)("%s counts as the service's prices have it: %s", async (...[, status, body, maybeBilled]) => {
    const { engine, server } = await open("openai");
    server.plan(({ number }) => (number === 1 ? { kind: "status", status, body } : undefined));
    const meter = createMeter();
    const outcome = await run(retry(engine, { ...noSleep, meter }), toKorean(TEXTS));
    expect([outcome.error, outcome.answers.length]).toEqual([undefined, TEXTS.length]);
    expect(meter.read()).toMatchObject({
      requestsMaybeBilled: maybeBilled,
      charactersMaybeBilled: maybeBilled * [...TEXTS.join("")].length,
    });
  });
});
