import { aroundEngine, createSpending, createThrottle } from "@stele/translate";
import { createEngine } from "@stele/translate/engines";
import { ENGINE_CONTRACT } from "@stele/translate/testing";
import { describe, expect, it } from "vitest";
import { startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { manySentences, run, SENTENCES, textsOf, toKorean } from "./support/collect.ts";
import { createMemoryStore } from "./support/memory-store.ts";
import { createScriptedEngine, failure } from "./support/scripted-engine.ts";

const shout = (text: string) => text.toUpperCase();
const LETTERS = ["a", "b", "c", "d", "e", "f", "g"];

describe("the engine contract", () => {
  it.each(ENGINE_CONTRACT)("an engine with everything around it $title", async ({ check }) => {
    const server = await startFaultsServer();
    const createOne = async () =>
      aroundEngine(await createEngine("deepl", { deepl: { key: "k:fx", serverUrl: server.url } }));
    await check({ createEngine: createOne, source: "en", target: "ko", sentences: SENTENCES }).finally(() =>
      server.close(),
    );
  });

  it("requests of one process to one service wait for each other, whoever sends them", async () => {
    const server = await startFaultsServer({ latencyMs: 30 });
    const createOne = async () =>
      aroundEngine(await createEngine("deepl", { deepl: { key: "k:fx", serverUrl: server.url } }));
    const engines = await Promise.all([createOne(), createOne(), createOne()]);
    const targets = ["ko", "zh-Hans", "zh-Hant"] as const;
    const texts = manySentences(200);
    await Promise.all(engines.map((engine, at) => run(engine, { texts, source: "en", target: targets[at] ?? "ko" })));
    await server.close();
    expect(server.mostAtOnce()).toBeLessThanOrEqual(4);
    expect(server.translations()).toHaveLength(12);
  });
});

describe("all around an engine", () => {
  it("a second run sends nothing", async () => {
    const store = createMemoryStore();
    const engine = createScriptedEngine(shout);
    const around = () => aroundEngine(engine, { answerStore: store });
    const first = await run(around(), toKorean([...LETTERS, "a"]));
    const sent = engine.requests.length;
    const second = await run(around(), toKorean([...LETTERS, "a"]));
    expect(engine.requests).toHaveLength(sent);
    expect(textsOf(second)).toEqual(textsOf(first));
  });

  it("a run that was cut anywhere goes on with what is missing and pays nothing twice", async () => {
    for (let cut = 1; cut <= LETTERS.length; cut++) {
      const store = createMemoryStore();
      let given = 0;
      const engine = createScriptedEngine((text) => (++given === cut ? failure("never") : shout(text)));
      await run(aroundEngine(engine, { answerStore: store }), toKorean(LETTERS));
      const kept = new Set([...store.all.values()].map(({ facts }) => facts.text));
      const sentBefore = engine.requests.length;
      const second = await run(aroundEngine(engine, { answerStore: store }), toKorean(LETTERS));
      const sentAgain = engine.requests.slice(sentBefore).flatMap(({ texts }) => texts);
      expect(sentAgain.filter((text) => kept.has(text))).toEqual([]);
      expect(textsOf(second)).toEqual(LETTERS.map(shout));
    }
  });

  it("stops when told to, keeps what had come, and sends nothing more", async () => {
    const store = createMemoryStore();
    const stop = new AbortController();
    const engine = createScriptedEngine((text) => {
      if (text === "a") stop.abort();
      return shout(text);
    });
    const throttle = createThrottle({ concurrency: 1 });
    const outcome = await run(aroundEngine(engine, { answerStore: store, throttle }), toKorean(LETTERS), stop.signal);
    expect(outcome.error?.code).toBe("cancelled");
    expect(store.all.size).toBe(3);
    expect(engine.requests).toHaveLength(1);
  });

  it("never writes to the request or its options", async () => {
    const request = Object.freeze(toKorean(Object.freeze(["a", "b", "a"]), { options: Object.freeze({ style: "x" }) }));
    const options = Object.freeze({ retry: Object.freeze({}), spending: createSpending(Object.freeze({})) });
    expect((await run(aroundEngine(createScriptedEngine(shout), options), request)).answers).toHaveLength(3);
  });
});
