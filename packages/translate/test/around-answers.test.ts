import type { MemoryMatch } from "@stele/model";
import { answers, batch, createMeter, dedupe, memory } from "@stele/translate";
import { describe, expect, it } from "vitest";
import { run, textsOf, toKorean } from "./support/collect.ts";
import { createMemoryStore } from "./support/memory-store.ts";
import { createScriptedEngine, failure } from "./support/scripted-engine.ts";

const shout = (text: string) => text.toUpperCase();
const LETTERS = ["a", "b", "c", "d", "e", "f", "g"];

describe("answers", () => {
  it("stores every answer before it is handed on and never asks twice", async () => {
    const store = createMemoryStore();
    const engine = createScriptedEngine(shout);
    for await (const { key = "" } of answers(engine, { store }).translate(toKorean(LETTERS))) {
      expect(store.all.has(key)).toBe(true);
    }
    const again = await run(answers(engine, { store }), toKorean(LETTERS));
    expect(engine.requests).toHaveLength(1);
    expect(textsOf(again)).toEqual(LETTERS.map(shout));
    expect(again.answers.every(({ from }) => from === "answers")).toBe(true);
  });

  it("stores what came before a failure", async () => {
    const store = createMemoryStore();
    const engine = createScriptedEngine((text) => (text === "c" ? failure("never") : shout(text)));
    const outcome = await run(answers(engine, { store }), toKorean(["a", "b", "c"]));
    expect(outcome.error?.code).toBe("network");
    expect([...store.all.values()].map(({ facts }) => facts.text)).toEqual(["a", "b"]);
    expect(textsOf(outcome)).toEqual(["A", "B"]);
  });

  it("stores the answers of one response in one go", async () => {
    const store = createMemoryStore();
    const sizes: number[] = [];
    const counting = { ...store, put: (kept: Parameters<typeof store.put>[0]) => void sizes.push(kept.length) };
    await run(answers(batch(createScriptedEngine(shout)), { store: counting }), toKorean(LETTERS));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(7);
    expect(sizes.length).toBeLessThanOrEqual(3);
  });

  it("asks anew when it must be fresh, and keeps the new answer", async () => {
    const store = createMemoryStore();
    await run(answers(createScriptedEngine(shout), { store }), toKorean(["a"]));
    await run(
      answers(
        createScriptedEngine((text) => `${text}!`),
        { store, isFresh: true },
      ),
      toKorean(["a"]),
    );
    expect(textsOf(await run(answers(createScriptedEngine(shout), { store }), toKorean(["a"])))).toEqual(["a!"]);
  });

  it("are not found again when anything that could change them is different", async () => {
    const store = createMemoryStore();
    const base = toKorean(["a"]);
    await run(answers(createScriptedEngine(shout), { store }), base);
    const glossary = { terms: [{ source: "a", target: "가" }] };
    const requests = [
      { ...base, target: "zh-Hans" as const },
      { ...base, options: { style: "plain" } },
      { ...base, glossary },
      { ...base, contextPolicy: "block" as const },
      { ...base, unit: "paragraph" as const },
      { ...base, isTagged: true },
      { ...base, attempt: 2 },
      { ...base, texts: ["b"] },
    ];
    for (const request of requests) {
      const engine = createScriptedEngine(shout);
      await run(answers(engine, { store }), request);
      expect(engine.requests).toHaveLength(1);
    }
    for (const more of [{ model: "two" }, { settings: { prompt: "hash" } }]) {
      const engine = createScriptedEngine(shout, more);
      await run(answers(engine, { store }), base);
      expect(engine.requests).toHaveLength(1);
    }
  });

  it("are found again whatever the context says, with the glossary in another order, and with outer blanks", async () => {
    const store = createMemoryStore();
    const terms = [
      { source: "a", target: "가" },
      { source: "b", target: "나" },
    ];
    const request = toKorean(["a"], { contexts: ["one"], contextPolicy: "batch", glossary: { terms } });
    await run(answers(createScriptedEngine(shout), { store }), request);
    const engine = createScriptedEngine(shout);
    const other = toKorean([" a\n"], {
      contexts: ["two"],
      contextPolicy: "batch",
      glossary: { terms: terms.toReversed() },
    });
    await run(answers(engine, { store }), other);
    expect(engine.requests).toHaveLength(0);
  });
});

describe("memory", () => {
  const match = (more: Partial<MemoryMatch>): MemoryMatch => ({
    source: "a",
    target: "가",
    score: 1,
    standing: "human",
    ...more,
  });
  const lookup = (...matches: MemoryMatch[]) => ({ find: () => matches });

  it.each(["human", "corrected", "approved"] as const)("answers with an exact %s unit", async (standing) => {
    const engine = createScriptedEngine(shout);
    const outcome = await run(memory(engine, { lookup: lookup(match({ standing })) }), toKorean(["a"]));
    expect(outcome.answers).toMatchObject([{ text: "가", from: "memory", standing }]);
    expect(engine.requests).toHaveLength(0);
  });

  it.each([
    ["a machine made it", { standing: "machine" }],
    ["it is only alike", { score: 0.9 }],
    ["its score is low", { lowScore: true }],
  ] as const)("does not answer with a unit where %s, but shows it as an example", async (_, more) => {
    const engine = createScriptedEngine(shout);
    const outcome = await run(memory(engine, { lookup: lookup(match(more)) }), toKorean(["a"]));
    expect(textsOf(outcome)).toEqual(["A"]);
    expect(engine.requests[0]?.examples?.[0]).toMatchObject([{ source: "a", target: "가" }]);
  });

  it("is gone past where engines are compared", async () => {
    const engine = createScriptedEngine(shout);
    await run(memory(engine, { lookup: lookup(match({})), isReplacing: false }), toKorean(["a"]));
    expect(engine.requests).toHaveLength(1);
  });

  it("asks with the sentence before, and gives no examples to an engine that takes none", async () => {
    const asked: unknown[] = [];
    const engine = createScriptedEngine(shout, {
      takes: { context: true, glossary: true, examples: false, tags: true },
    });
    const watching = {
      find: (query: unknown) => {
        asked.push(query);
        return [match({ score: 0.8 })];
      },
    };
    await run(memory(engine, { lookup: watching }), toKorean(["a"], { previous: ["z"] }));
    expect(asked).toEqual([expect.objectContaining({ text: "a", before: "z", minScore: 0.75 })]);
    expect(engine.requests[0]?.examples).toBeUndefined();
  });
});

describe("dedupe", () => {
  it("asks for each text once and answers each place", async () => {
    const engine = createScriptedEngine(shout);
    const meter = createMeter();
    const outcome = await run(dedupe(engine, { meter }), toKorean(["a", "b", "a", "a"]));
    expect(engine.requests[0]?.texts).toEqual(["a", "b"]);
    expect(textsOf(outcome)).toEqual(["A", "B", "A", "A"]);
    expect(outcome.answers.reduce((sum, { charged = 0 }) => sum + charged, 0)).toBe(2);
    expect(meter.read().duplicates).toBe(2);
  });
});
