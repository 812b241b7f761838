import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "@stele/translate";
import { createEngine, DEFAULT_PROMPT, type OpenaiSettings } from "@stele/translate/engines";
import { ENGINE_CONTRACT } from "@stele/translate/testing";
import { afterEach, describe, expect, it } from "vitest";
import { always, type Fault, only } from "../../../tests/faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { manySentences, run, SENTENCES, toKorean } from "./support/collect.ts";

const KEY = "sk-very-secret";
const servers: FaultsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function open(settings: Partial<OpenaiSettings> = {}): Promise<{ engine: Engine; server: FaultsServer }> {
  const server = await startFaultsServer();
  servers.push(server);
  const openai = { baseUrl: `${server.url}/v1`, key: KEY, model: "pretended", timeoutMs: 30_000, ...settings };
  return { engine: await createEngine("openai", { openai }), server };
}

/** What the service was told before the sentences. */
function promptOf(server: FaultsServer, at = 0): string {
  return server.log[at]?.messages[0]?.content ?? "";
}

describe("the engine contract", () => {
  it.each(ENGINE_CONTRACT)("openai $title", async ({ check }) => {
    await check({ createEngine: async () => (await open()).engine, source: "en", target: "ko", sentences: SENTENCES });
  });
});

describe("what is sent", () => {
  it("is held to a schema, at temperature 0, each sentence under its id", async () => {
    const { engine, server } = await open();
    await run(engine, toKorean(SENTENCES.slice(0, 2)));
    expect(server.log[0]?.body).toMatchObject({
      model: "pretended",
      temperature: 0,
      stream: false,
      response_format: { type: "json_schema", json_schema: { strict: true } },
    });
    expect(server.log[0]?.authorization).toBe(`Bearer ${KEY}`);
    expect(server.log[0]?.texts).toEqual(SENTENCES.slice(0, 2));
  });

  it("names the languages, the context, the terms that occur, and similar translations", async () => {
    const { engine, server } = await open();
    const glossary = {
      terms: [
        { source: "ferry", target: "나룻배" },
        { source: "zeppelin", target: "비행선" },
      ],
    };
    const examples = [[{ source: "The old boat sank.", target: "낡은 배가 가라앉았다.", score: 0.8 }]];
    await run(engine, { ...toKorean([SENTENCES[4]]), context: "A bridge for the city", glossary, examples });
    const prompt = promptOf(server);
    for (const part of [
      "from English into Korean",
      "A bridge for the city",
      "ferry → 나룻배",
      "낡은 배가 가라앉았다.",
    ]) {
      expect(prompt).toContain(part);
    }
    expect(prompt).not.toContain("zeppelin");
  });

  it("says nothing of what there is not", async () => {
    const { engine, server } = await open();
    await run(engine, toKorean([SENTENCES[0]]));
    expect(promptOf(server)).not.toMatch(/\{\{|terms:|before the first sentence|translated like this/u);
  });

  it("follows a prompt file of the user's, which is part of every answer's key", async () => {
    const folder = await mkdtemp(join(tmpdir(), "stele-prompt-"));
    const promptFile = join(folder, "prompt.txt");
    await writeFile(
      promptFile,
      "Translate into {{target}} as a poet would.{{#context}} After: {{context}}{{/context}}",
    );
    const { engine, server } = await open({ promptFile });
    await run(engine, toKorean([SENTENCES[0]], { context: "Spring" }));
    await rm(folder, { recursive: true });
    expect(promptOf(server)).toBe("Translate into Korean as a poet would. After: Spring");
    expect(engine.describe.settings.prompt).not.toBe((await open()).engine.describe.settings.prompt);
  });

  it("never says a prompt file away", async () => {
    await expect(open({ promptFile: "/nowhere/prompt.txt" })).rejects.toMatchObject({ code: "config-invalid" });
    expect(DEFAULT_PROMPT).toContain("{{target}}");
  });

  it("leaves out what a service does not know, and remembers", async () => {
    const { engine, server } = await open();
    server.plan(
      only(1, { kind: "status", status: 400, body: '{"error":{"message":"response_format is not supported"}}' }),
    );
    expect((await run(engine, toKorean([SENTENCES[0]]))).error).toBeUndefined();
    await run(engine, toKorean([SENTENCES[1]]));
    expect(server.log.map(({ body }) => "response_format" in (body as object))).toEqual([true, false, false]);
  });

  it.each([
    [400, '{"error":{"message":"This structured output type is unavailable now"}}'],
    [422, '{"detail":[{"msg":"extra fields not permitted"}]}'],
    [501, ""],
    [400, "Bad Request"],
  ])("does without a schema where a service answers %i to it: %s", async (status, body) => {
    const { engine, server } = await open();
    server.plan(({ number }) => (number === 1 ? { kind: "status", status, body } : undefined));
    expect((await run(engine, toKorean([SENTENCES[0]]))).error).toBeUndefined();
    await run(engine, toKorean([SENTENCES[1]]));
    expect(server.log.map((request) => "response_format" in (request.body as object))).toEqual([true, false, false]);
  });

  it("packs twenty sentences a request", async () => {
    const { engine, server } = await open();
    await run(engine, toKorean(manySentences(45)));
    expect(server.log.map(({ texts }) => texts.length)).toEqual([20, 20, 5]);
  });
});

describe("a service that fails", () => {
  it.each<readonly [string, string, Fault]>([
    [
      "refuses the key",
      "auth-rejected never",
      { kind: "status", status: 401, body: `{"error":{"message":"Incorrect API key ${KEY}"}}` },
    ],
    [
      "is out of money",
      "quota-reached never",
      { kind: "status", status: 429, body: '{"error":{"code":"insufficient_quota"}}' },
    ],
    ["wants fewer requests", "rate-limited often", { kind: "status", status: 429 }],
    ["does not know the model", "service-address never", { kind: "status", status: 404 }],
    ["sends elsewhere", "service-address never", { kind: "redirect", status: 307, to: "http://127.0.0.1:9/" }],
    ["breaks", "service-failed often", { kind: "status", status: 503 }],
    ["refuses the request", "request-refused never", { kind: "status", status: 422 }],
    ["answers with a page", "service-malformed once", { kind: "body", body: "<html>log in</html>", type: "text/html" }],
    ["answers with cut JSON", "service-malformed once", { kind: "cut-json" }],
    ["answers with JSON of another kind", "service-malformed once", { kind: "body", body: '{"choices":[null]}' }],
    ["says that gzip comes, and none does", "service-malformed once", { kind: "gzip", damage: "not-packed" }],
    ["wants to be paid", "quota-reached never", { kind: "status", status: 402 }],
    ["answers without a message", "service-malformed once", { kind: "body", body: "{}" }],
    ["drops the connection at once", "network often", { kind: "reset", at: "start" }],
    ["drops the connection in the middle", "network often", { kind: "reset", at: "middle" }],
    ["sends less than it promised", "network often", { kind: "wrong-length", by: 40 }],
    ["says nothing", "timeout once", { kind: "silence" }],
    ["trickles", "timeout once", { kind: "trickle", ms: 50 }],
  ])("%s: one clear error, and the key is nowhere in it", async (_, expected, fault) => {
    const { engine, server } = await open(expected.startsWith("timeout") ? { timeoutMs: 1000 } : {});
    server.plan(always(fault));
    const { error } = await run(engine, toKorean(["One bridge is open."]));
    expect(`${error?.code} ${error?.details.repeat}`).toBe(expected);
    expect(JSON.stringify([error, error?.message, error?.hint, String(error?.cause)])).not.toContain(KEY);
  });

  it("answers without end: it is not read to the end", async () => {
    const { engine, server } = await open({ timeoutMs: 30_000 });
    server.plan(always({ kind: "body", body: "x".repeat(9 * 1024 * 1024) }));
    const { error } = await run(engine, toKorean(["One bridge is open."]));
    expect(error).toMatchObject({ code: "service-malformed", message: expect.stringContaining("far more") });
  });

  it.each([
    ["2", 2000],
    ["a date", 60_000],
  ])("says how long to wait: %s", async (asked, expected) => {
    const { engine, server } = await open();
    const retryAfter = asked === "a date" ? new Date(Date.now() + expected).toUTCString() : asked;
    server.plan(always({ kind: "status", status: 429, retryAfter }));
    const { error } = await run(engine, toKorean(["One."]));
    expect(Math.abs(Number(error?.details.retryAfterMs) - expected)).toBeLessThan(3000);
  });

  it("is not there", async () => {
    const engine = await createEngine("openai", { openai: { baseUrl: "http://127.0.0.1:9/v1", model: "m" } });
    expect((await run(engine, toKorean(["One."]))).error).toMatchObject({
      code: "network",
      details: { repeat: "never" },
    });
  });
});

describe("where text goes", () => {
  it.each([
    [{}, "127.0.0.1:11434", false],
    [{ key: KEY }, "api.openai.com", true],
    [{ baseUrl: "http://localhost:8080/v1" }, "localhost:8080", false],
    [{ baseUrl: "https://llm.example.org/v1", key: KEY }, "llm.example.org", true],
  ] as const)("%o: to %s", async (settings, host, isPaid) => {
    const engine = await createEngine("openai", { openai: settings });
    expect(engine.describe).toMatchObject({ sendsTextTo: host, isPaid });
  });

  it("nowhere without the name of a model", async () => {
    const engine = await createEngine("openai", {});
    expect(await engine.ready?.()).toMatchObject({ isReady: false });
    expect((await run(engine, toKorean(["One."]))).error?.code).toBe("engine-not-ready");
  });
});
