import { batch, createMeter, createThrottle, DEFAULT_RETRY_POLICY, nextWait, retry } from "@stele/translate";
import { describe, expect, it } from "vitest";
import { run, textsOf, toKorean } from "./support/collect.ts";
import { createScriptedEngine, failure } from "./support/scripted-engine.ts";

const shout = (text: string) => text.toUpperCase();
const LETTERS = ["a", "b", "c", "d", "e", "f", "g"];

const noSleep = { sleep: async () => undefined, random: () => 0.5 };

describe("retry", () => {
  it("sends again only what has no answer yet", async () => {
    const engine = createScriptedEngine((text, _, call) =>
      call === 1 && text === "c" ? failure("often") : shout(text),
    );
    const meter = createMeter();
    const outcome = await run(retry(engine, { ...noSleep, meter }), toKorean(["a", "b", "c", "d"]));
    expect(engine.requests.map(({ texts }) => texts)).toEqual([
      ["a", "b", "c", "d"],
      ["c", "d"],
    ]);
    expect(textsOf(outcome)).toEqual(["A", "B", "C", "D"]);
    expect(meter.read()).toMatchObject({ requests: 2, repetitions: 1, charactersBilled: 4, charactersMaybeBilled: 0 });
  });

  it("repeats a time-out once and counts both as perhaps billed", async () => {
    const engine = createScriptedEngine(() => failure("once"));
    const meter = createMeter();
    const { error } = await run(retry(engine, { ...noSleep, meter }), toKorean(["four"]));
    expect(error?.code).toBe("network");
    expect(engine.requests).toHaveLength(2);
    expect(meter.read()).toMatchObject({ requestsMaybeBilled: 2, charactersMaybeBilled: 8 });
  });

  it("repeats once, too, what is worth no more and costs nothing, such as a page in place of an answer", async () => {
    const engine = createScriptedEngine(() => failure("once", { mayBeCharged: 0 }));
    const meter = createMeter();
    await run(retry(engine, { ...noSleep, meter }), toKorean(["four"]));
    expect(engine.requests).toHaveLength(2);
    expect(meter.read()).toMatchObject({ requestsMaybeBilled: 0 });
  });

  it("never repeats what cannot get better", async () => {
    const engine = createScriptedEngine(() => failure("never"));
    await run(retry(engine, noSleep), toKorean(["a"]));
    expect(engine.requests).toHaveLength(1);
  });

  it("gives up after five sendings, with waits that double and jitter", async () => {
    const waits: number[] = [];
    const engine = createScriptedEngine(() => failure("often"));
    await run(retry(engine, { sleep: async (ms) => void waits.push(ms), random: () => 1 }), toKorean(["a"]));
    expect(engine.requests).toHaveLength(5);
    expect(waits).toEqual([1250, 2500, 5000, 10_000]);
  });

  it("waits as long as the service asks, and not at all where it asks for too long", () => {
    const context = { policy: DEFAULT_RETRY_POLICY, random: 0 };
    const failures = { count: 1, spentTries: 0 };
    expect(nextWait(failure("often", { retryAfterMs: 7000 }), failures, context)).toBe(7000);
    expect(nextWait(failure("often", { retryAfterMs: 3_600_000 }), failures, context)).toBeUndefined();
  });

  it("says so when an engine answers twice or leaves texts out", async () => {
    const twice = {
      ...createScriptedEngine(shout),
      async *translate() {
        yield { index: 0, text: "A" };
        yield { index: 0, text: "A" };
      },
    };
    const silent = { ...createScriptedEngine(shout), async *translate() {} };
    expect((await run(retry(twice), toKorean(["a"]))).error?.code).toBe("service-malformed");
    expect((await run(retry(silent), toKorean(["a"]))).error?.code).toBe("service-malformed");
  });
});

describe("batch", () => {
  it("packs by the engine's limits and keeps indexes right", async () => {
    const engine = createScriptedEngine(shout);
    expect(textsOf(await run(batch(engine), toKorean(LETTERS)))).toEqual(LETTERS.map(shout));
    expect(engine.requests.map(({ texts }) => texts.length)).toEqual([3, 3, 1]);
  });

  it("gives each request the context of its first text", async () => {
    const engine = createScriptedEngine(shout);
    await run(
      batch(engine),
      toKorean(LETTERS, { contexts: LETTERS.map((letter) => `before ${letter}`), contextPolicy: "batch" }),
    );
    expect(engine.requests.map(({ context }) => context)).toEqual(["before a", "before d", "before g"]);
  });

  it("begins a request a block where the context must be each block's own", async () => {
    const engine = createScriptedEngine(shout);
    const contexts = ["one", "one", "two", "two", "two", "two", "three"];
    await run(batch(engine), toKorean(LETTERS, { contexts, contextPolicy: "block" }));
    expect(engine.requests.map(({ texts }) => texts.join(""))).toEqual(["ab", "cde", "f", "g"]);
  });

  it("sends no context where none is wanted", async () => {
    const engine = createScriptedEngine(shout);
    await run(batch(engine), toKorean(["a"], { contexts: ["before"], contextPolicy: "none" }));
    expect(engine.requests[0]?.context).toBeUndefined();
  });

  it("after a failure begins nothing new and still gives what was under way", async () => {
    const engine = createScriptedEngine((text) => (text === "a" ? failure("never") : shout(text)));
    const outcome = await run(batch(engine), toKorean(LETTERS));
    expect(outcome.error?.code).toBe("network");
    expect(outcome.answers.map(({ index }) => index)).toEqual([3, 4, 5]);
    expect(engine.requests).toHaveLength(2);
  });

  it("lets no more requests run at a time than the throttle allows, over several engines", async () => {
    let running = 0;
    let most = 0;
    const slow = {
      ...createScriptedEngine(shout),
      async *translate() {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
        yield { index: 0, text: "A" };
      },
    };
    const throttle = createThrottle({ concurrency: 3 });
    const one = { ...slow, describe: { ...slow.describe, limits: { textsPerRequest: 1, concurrency: 9 } } };
    await Promise.all([
      run(batch(one, { throttle }), toKorean(LETTERS)),
      run(batch(one, { throttle }), toKorean(LETTERS)),
    ]);
    expect(most).toBe(3);
  });

  it("begins no more than so many requests a second", async () => {
    const waits: number[] = [];
    const throttle = createThrottle({
      concurrency: 9,
      perSecond: 10,
      now: () => 0,
      sleep: async (ms) => void waits.push(ms),
    });
    for (let at = 0; at < 4; at++) (await throttle.begin())();
    expect(waits).toEqual([100, 200, 300]);
  });
});
