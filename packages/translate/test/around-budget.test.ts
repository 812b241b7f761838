import { type MemoryMatch, SteleError } from "@stele/model";
import { aroundEngine, budget, checkEstimate, createSpending, estimate } from "@stele/translate";
import { describe, expect, it } from "vitest";
import { run, textsOf, toKorean } from "./support/collect.ts";
import { createMemoryStore } from "./support/memory-store.ts";
import { createScriptedEngine, failure } from "./support/scripted-engine.ts";

const shout = (text: string) => text.toUpperCase();
const LETTERS = ["a", "b", "c", "d", "e", "f", "g"];

describe("budget", () => {
  it("stops before the call that would pass the cap, with what fits answered", async () => {
    const engine = createScriptedEngine(shout);
    const spending = createSpending({ maxCharacters: 10 });
    const outcome = await run(budget(engine, { spending }), toKorean(["aaaa", "bbbb", "cccc"]));
    expect(outcome.error).toMatchObject({ code: "budget-reached", exitCode: 4 });
    expect(textsOf(outcome)).toEqual(["AAAA", "BBBB"]);
  });

  it("counts several targets of a run together", async () => {
    const engine = createScriptedEngine(shout);
    const spending = createSpending({ maxCharacters: 10 });
    await run(budget(engine, { spending }), toKorean(["aaaaaa"]));
    const second = await run(budget(engine, { spending }), toKorean(["aaaaaa"], { target: "zh-Hans" }));
    expect(second.error?.code).toBe("budget-reached");
    expect(engine.requests).toHaveLength(1);
  });

  it("caps money by the user's price", async () => {
    const spending = createSpending({ maxCost: 0.0001 });
    const price = { currency: "EUR", unit: "characters", perMillion: 20 } as const;
    const outcome = await run(budget(createScriptedEngine(shout), { spending, price }), toKorean(["aaaa", "bbbb"]));
    expect(outcome.error?.code).toBe("budget-reached");
    expect(outcome.answers).toHaveLength(1);
  });

  it("takes exactly what the estimate says, also where sums of small prices are not exact", async () => {
    const price = { currency: "EUR", unit: "characters", perMillion: 20.1 } as const;
    const texts = Array.from({ length: 97 }, (_, index) => `Sentence ${index} of <x1>many</x1>.`);
    const { cost, characters } = await estimate(createScriptedEngine(shout), [toKorean(texts)], { price });
    expect(cost?.amount).toBeCloseTo((characters * 20.1) / 1e6, 9);
    for (const [caps, code] of [
      [{ maxCost: cost?.amount ?? 0 }, undefined],
      [{ maxCharacters: characters }, undefined],
      [{ maxCost: (cost?.amount ?? 0) - 0.00001 }, "budget-reached"],
      [{ maxCharacters: characters - 1 }, "budget-reached"],
    ] as const) {
      const outcome = await run(
        budget(createScriptedEngine(shout), { spending: createSpending(caps), price }),
        toKorean(texts),
      );
      expect(outcome.error?.code).toBe(code);
    }
  });

  it("counts again what is sent again after it may have been charged", async () => {
    for (const [maxCharacters, sendings, code] of [
      [4, 1, "network"],
      [8, 2, undefined],
    ] as const) {
      const engine = createScriptedEngine((text, _, call) => (call === 1 ? failure("once") : shout(text)));
      const around = aroundEngine(engine, {
        spending: createSpending({ maxCharacters }),
        retry: { sleep: async () => undefined },
      });
      const outcome = await run(around, toKorean(["aaaa"]));
      expect([engine.requests.length, outcome.error?.code]).toEqual([sendings, code]);
    }
  });

  it("lets engines that cost nothing pass", async () => {
    const engine = createScriptedEngine(shout, { isPaid: false });
    const outcome = await run(budget(engine, { spending: createSpending({ maxCharacters: 0 }) }), toKorean(["a"]));
    expect(outcome.error).toBeUndefined();
  });

  it("refuses a cap that means nothing", () => {
    expect(() => createSpending({ maxCharacters: Number.NaN })).toThrow(SteleError);
    expect(() => createSpending({ maxCost: -1 })).toThrow(SteleError);
  });
});

describe("an estimate", () => {
  it("counts code points after stored answers, memory and repetitions, and sends nothing", async () => {
    const store = createMemoryStore();
    const engine = createScriptedEngine(shout);
    await run(aroundEngine(engine, { answerStore: store }), toKorean(["aa"]));
    const memoryLookup = {
      find: ({ text }: { readonly text: string }): readonly MemoryMatch[] =>
        text === "bb" ? [{ source: "bb", target: "나", score: 1, standing: "approved" }] : [],
    };
    const price = { currency: "EUR", unit: "characters", perMillion: 1_000_000 } as const;
    const usage = { characters: { used: 90, limit: 100 } };
    const request = toKorean(["aa", "bb", "😀c", "😀c", " "]);
    expect(await estimate(engine, [request], { answerStore: store, memoryLookup, price, usage })).toEqual({
      texts: 1,
      characters: 2,
      tokens: 1,
      requests: 1,
      fromAnswers: 1,
      fromMemory: 1,
      duplicates: 1,
      emptyBefore: 0,
      firstTries: { characters: 2, cost: 2 },
      cost: { amount: 2, currency: "EUR" },
      quotaLeft: 10,
    });
    expect(engine.requests).toHaveLength(1);
    expect(store.all.size).toBe(1);
  });

  it("foresees a request a block where every block has its own context", async () => {
    const request = toKorean(LETTERS, { contexts: LETTERS, contextPolicy: "block" });
    expect((await estimate(createScriptedEngine(shout), [request])).requests).toBe(7);
    expect((await estimate(createScriptedEngine(shout), [{ ...request, contextPolicy: "batch" }])).requests).toBe(3);
  });

  it("counts a text that comes again in a later request as the run will: answered by then, unless asked afresh", async () => {
    const requests = [toKorean(["aaa", "bb"]), toKorean(["bb", "c"])];
    const foreseen = await estimate(createScriptedEngine(shout), requests);
    expect(foreseen).toMatchObject({ texts: 3, characters: 6, fromAnswers: 1 });
    const engine = createScriptedEngine(shout);
    const around = aroundEngine(engine);
    for (const request of requests) await run(around, request);
    expect(engine.requests.flatMap(({ texts }) => texts)).toHaveLength(3);
    const fresh = await estimate(createScriptedEngine(shout), requests, { isFresh: true });
    expect(fresh).toMatchObject({ texts: 4, characters: 8, fromAnswers: 0 });
  });

  it("above the cap refuses the run before anything is sent", async () => {
    const foreseen = await estimate(createScriptedEngine(shout), [toKorean(["aaaa"])]);
    expect(() => checkEstimate(foreseen, 4)).not.toThrow();
    expect(() => checkEstimate(foreseen, 3)).toThrow(expect.objectContaining({ code: "budget-reached", exitCode: 4 }));
  });
});
