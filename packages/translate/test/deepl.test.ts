import { createMeter, type Engine, retry } from "@stele/translate";
import { createEngine, type DeeplSettings, openDeeplGlossaries } from "@stele/translate/engines";
import { ENGINE_CONTRACT } from "@stele/translate/testing";
import { afterEach, describe, expect, it } from "vitest";
import { always, CHANGES, only } from "../../../tests/faults/fault.ts";
import { type FaultsOptions, type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { manySentences, run, SENTENCES, textsOf, toKorean } from "./support/collect.ts";

const KEY = "0123-secret-key:fx";
const servers: FaultsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function open(
  settings: Partial<DeeplSettings> = {},
  options: FaultsOptions = {},
): Promise<{ engine: Engine; server: FaultsServer }> {
  const server = await startFaultsServer({ account: { key: KEY }, ...options });
  servers.push(server);
  const engine = await createEngine("deepl", {
    deepl: { key: KEY, serverUrl: server.url, timeoutMs: 2000, ...settings },
  });
  return { engine, server };
}

describe("the engine contract", () => {
  it.each(ENGINE_CONTRACT)("deepl $title", async ({ check }) => {
    await check({
      createEngine: async () => (await open()).engine,
      source: "en",
      target: "ko",
      sentences: SENTENCES,
    });
  });
});

describe("what is sent", () => {
  it.each([
    ["en", "ko", "en→ko"],
    ["en", "zh-Hans", "en→zh-HANS"],
    ["en", "zh-Hant", "en→zh-HANT"],
    ["ko", "en", "ko→en-US"],
    ["zh-Hant", "ko", "zh→ko"],
    ["zh-Hant", "zh-Hans", "zh→zh-HANS"],
  ] as const)("maps %s → %s to DeepL's codes", async (source, target, codes) => {
    const { engine, server } = await open();
    await run(engine, { texts: ["하나"], source, target });
    const { source_lang, target_lang } = server.log[0]?.fields ?? {};
    expect(`${source_lang}→${target_lang}`).toBe(codes);
  });

  it("takes British English as an option of the request", async () => {
    const { engine, server } = await open();
    await run(engine, { texts: ["다리가 열렸다."], source: "ko", target: "en", options: { region: "GB" } });
    expect(server.log[0]?.fields.target_lang).toEqual(["en-GB"]);
  });

  it("sends context, model type, instructions and sentence mode", async () => {
    const { engine, server } = await open({
      instructions: ["Use the plain newspaper style."],
      modelType: "latency_optimized",
    });
    await run(engine, toKorean(SENTENCES.slice(0, 1), { context: "A bridge for the city." }));
    expect(server.log[0]?.fields).toMatchObject({
      context: ["A bridge for the city."],
      model_type: ["latency_optimized"],
      custom_instructions: ["Use the plain newspaper style."],
      split_sentences: ["0"],
      preserve_formatting: ["1"],
    });
  });

  it("lets DeepL split a paragraph, but not at line ends", async () => {
    const { engine, server } = await open();
    await run(engine, toKorean([SENTENCES.join(" ")], { unit: "paragraph" }));
    expect(server.log[0]?.fields.split_sentences).toEqual(["nonewlines"]);
  });

  it("counts a request's bytes exactly as they are sent, with every option", async () => {
    const { engine, server } = await open({ instructions: ["간결하게"] });
    const request = toKorean(["한글과 漢字 & <x1>tags</x1> 😀", "two"], { context: "앞 문단", isTagged: false });
    await run(engine, request);
    expect(engine.describe.limits.requestBytes?.(request)).toBe(server.log[0]?.bytes);
  });

  it("packs by 50 texts", async () => {
    const { engine, server } = await open();
    await run(engine, toKorean(manySentences(120)));
    expect(server.log.map(({ texts }) => texts.length)).toEqual([50, 50, 20]);
  });

  it("packs by encoded bytes: a Hangul syllable is nine", async () => {
    const { engine, server } = await open();
    const texts = Array.from({ length: 30 }, (_, at) => `${at}${"가".repeat(1000)}`);
    await run(engine, { texts, source: "ko", target: "en" });
    expect(server.log.every(({ bytes }) => bytes <= 110 * 1024)).toBe(true);
    expect(server.log.map(({ texts: sent }) => sent.length)).toEqual([12, 12, 6]);
  });

  it("cuts one text too long for any request at sentence ends and joins the answers", async () => {
    const { engine, server } = await open();
    const long = Array.from({ length: 900 }, (_, at) => `문장 ${at} 번은 아주 길지 않지만 모이면 길다.`).join(" ");
    const outcome = await run(engine, { texts: [long], source: "ko", target: "en" });
    expect(server.log.length).toBeGreaterThan(1);
    expect(textsOf(outcome)[0]).toMatch(/\b0\b.*\b899\b/su);
  });

  it("sends a key of the free service to the free host and any other to the paid one", async () => {
    const free = await createEngine("deepl", { deepl: { key: "a:fx" } });
    const paid = await createEngine("deepl", { deepl: { key: "a" } });
    expect([free.describe.sendsTextTo, paid.describe.sendsTextTo]).toEqual(["api-free.deepl.com", "api.deepl.com"]);
  });
});

describe("glossaries", () => {
  const glossary = { terms: [{ source: "harbour office", target: "항만청" }] };

  it("are made once and found again by their content", async () => {
    const account = { key: KEY };
    const { engine, server } = await open({}, { account });
    await run(engine, toKorean(["The harbour office closed."], { glossary }));
    const again = await createEngine("deepl", { deepl: { key: KEY, serverUrl: server.url } });
    const outcome = await run(again, toKorean(["The harbour office opened."], { glossary }));
    expect(server.log.filter(({ path, method }) => path === "/v3/glossaries" && method === "POST")).toHaveLength(1);
    expect(textsOf(outcome)[0]).toContain("항만청");
  });

  it("are listed and deleted", async () => {
    const { engine, server } = await open();
    await run(engine, toKorean(["One."], { glossary }));
    const glossaries = openDeeplGlossaries({ key: KEY, serverUrl: server.url });
    const [made] = await glossaries.list();
    expect(made).toMatchObject({ isOurs: true, dictionaries: [{ source: "en", target: "ko", terms: 1 }] });
    await glossaries.remove(made?.id ?? "");
    expect(await glossaries.list()).toEqual([]);
  });

  it.each([
    ["an empty term", { source: "", target: "가" }],
    ["outer blanks", { source: " a", target: "가" }],
    ["a control character", { source: "a\tb", target: "가" }],
    ["more than 1,024 bytes", { source: "a", target: "가".repeat(342) }],
  ])("with %s are refused before anything is sent", async (_, term) => {
    const { engine, server } = await open();
    const { error } = await run(engine, toKorean(["One."], { glossary: { terms: [term] } }));
    expect(error?.code).toBe("input-malformed");
    expect(server.log).toEqual([]);
  });
});

describe("usage", () => {
  it.each([
    ["a count and a limit", { used: 120, limit: 500_000 }, { characters: { used: 120, limit: 500_000 } }],
    ["no limit", { used: 120, limit: 1e12 }, { characters: { used: 120, limit: null } }],
    ["no fields", { used: 120 }, {}],
  ])("tells %s", async (_, account, expected) => {
    const { engine } = await open({}, { account: { key: KEY, ...account } });
    expect(await engine.usage?.()).toEqual(expected);
  });
});

describe("answers that do not fit", () => {
  it.each(["fewer", "more", "none"] as const)("of which there are %s are asked for singly", async (change) => {
    const { engine, server } = await open();
    server.plan(only(1, { kind: "answers", change: CHANGES[change] }));
    const meter = createMeter();
    const outcome = await run(retry(engine, { meter }), toKorean(SENTENCES));
    expect(outcome.error).toBeUndefined();
    expect(server.log.map(({ texts }) => texts.length)).toEqual([5, 1, 1, 1, 1, 1]);
    expect(outcome.answers.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(meter.read()).toMatchObject({ requests: 6, charactersMaybeBilled: [...SENTENCES.join("")].length });
  });

  it("are never padded: a lone text with two answers is an error", async () => {
    const { engine, server } = await open();
    server.plan(always({ kind: "answers", change: CHANGES.more }));
    expect((await run(engine, toKorean(SENTENCES))).error?.code).toBe("service-malformed");
  });

  it("that are empty are handed on for the guard", async () => {
    const { engine, server } = await open();
    server.plan(always({ kind: "answers", change: CHANGES.empty }));
    expect(textsOf(await run(engine, toKorean(SENTENCES)))).toEqual(["", "", "", "", ""]);
  });

  it("without a text in them are an error", async () => {
    const { engine, server } = await open();
    server.plan(always({ kind: "body", body: '{"translations":[{"detected_source_language":"EN"}]}' }));
    expect((await run(engine, toKorean(["One."]))).error?.code).toBe("service-malformed");
  });
});

describe("a request that DeepL finds too large", () => {
  it("is halved until it fits", async () => {
    const { engine, server } = await open();
    server.plan(only(1, { kind: "status", status: 413, body: "<html>too large</html>" }));
    const outcome = await run(engine, toKorean(SENTENCES));
    expect(server.log.map(({ texts }) => texts.length)).toEqual([5, 3, 2]);
    expect(outcome.answers.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  it("is an error that names the text where it cannot be cut", async () => {
    const { engine, server } = await open();
    server.plan(always({ kind: "status", status: 413, body: "<html>too large</html>" }));
    const { error } = await run(engine, toKorean([SENTENCES[0]]));
    expect(error?.code).toBe("request-refused");
    expect(error?.message).toContain("The city council");
    expect(error?.message).not.toContain("html");
  });
});

it("a key with a line end in it is refused without being quoted", async () => {
  const { engine } = await open({ key: "secret\nkey" });
  const { error } = await run(engine, toKorean(["One."]));
  expect(error?.code).toBe("auth-rejected");
  expect(JSON.stringify(error) + String(error)).not.toContain("secret");
});

it("without a key it can be described, says that it is not ready, and asks for the key when called", async () => {
  const engine = await createEngine("deepl", {});
  expect(engine.describe.label).toBe("DeepL");
  expect(await engine.ready?.()).toMatchObject({ isReady: false });
  expect((await run(engine, toKorean(["One."]))).error?.code).toBe("auth-missing");
});

it.each([
  ["eleven", Array.from({ length: 11 }, () => "Be brief.")],
  ["one of 301 characters", ["a".repeat(301)]],
])("%s instructions are refused before anything is sent", async (_, instructions) => {
  await expect(createEngine("deepl", { deepl: { key: KEY, instructions } })).rejects.toMatchObject({ code: "usage" });
});

it("an unknown engine is refused with the names of those there are", async () => {
  await expect(createEngine("babel", {})).rejects.toMatchObject({
    code: "engine-unknown",
    details: { engine: "babel" },
  });
});
