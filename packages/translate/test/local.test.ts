import { copyFile, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { baseLanguage, type LanguageTag } from "@stele/model";
import {
  createBergamotTranslator,
  createEngine,
  type InstalledFile,
  type ModelFiles,
  openModelStore,
} from "@stele/translate/engines";
import { ENGINE_CONTRACT } from "@stele/translate/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, SENTENCES, textsOf, toKorean } from "./support/collect.ts";
import { makeFolder } from "./support/model-mirror.ts";

/** A folder with a real model from English to Portuguese; without it these tests are skipped, and counted as such. */
const MODEL_DIR = process.env.STELE_TEST_MODEL_DIR;

let folder = "";
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const KINDS = [
  ["model", /^model\./u],
  ["lex", /^lex\./u],
  ["vocab", /^vocab\./u],
] as const;

/**
 * Installs the real model as if it were one of Stele's pairs: what comes back is Portuguese, but everything else (the
 * engine, its threads, the store, the route) is what a user has.
 */
async function install(from: string, to: string): Promise<void> {
  const target = join(folder, `${from}_${to}`);
  const names = await readdir(MODEL_DIR ?? "");
  const files: InstalledFile[] = [];
  await mkdir(target, { recursive: true });
  for (const [kind, pattern] of KINDS) {
    const name = names.find((candidate) => pattern.test(candidate)) ?? "";
    await copyFile(join(MODEL_DIR ?? "", name), join(target, name));
    files.push({ name, kind, size: (await stat(join(target, name))).size, sha256: "" });
  }
  const manifest = { from, to, version: "1.0", architecture: "tiny", bytes: 0, addedAt: "", files };
  await writeFile(join(target, "model.json"), JSON.stringify(manifest));
}

async function realFiles(): Promise<ModelFiles> {
  const found = await openModelStore({ folder }).files({ from: "en", to: "ko" });
  return found ?? expect.unreachable();
}

describe("without models", () => {
  it("the engine says so, and how to get one", async () => {
    const engine = await createEngine("local", { local: { modelsFolder: join(folder, "none") } });
    expect(engine.describe).toMatchObject({ sendsTextTo: null, isPaid: false });
    expect(await engine.ready?.()).toMatchObject({ isReady: false });
    const { error } = await run(engine, toKorean(SENTENCES));
    expect(error).toMatchObject({ code: "engine-not-ready", hint: expect.stringContaining("stele models add en-ko") });
  });

  it.each<readonly [LanguageTag, LanguageTag]>([
    ["ko", "zh-Hans"],
    ["zh-Hans", "ko"],
    ["zh-Hant", "ko"],
  ])("asks for the first model of the way from %s to %s through English", async (source, target) => {
    const engine = await createEngine("local", { local: { modelsFolder: join(folder, "none") } });
    const { error } = await run(engine, { texts: ["가"], source, target });
    expect(error?.details).toMatchObject({ from: source, to: "en" });
  });
});

describe.skipIf(MODEL_DIR === undefined)("with a real model", () => {
  beforeAll(async () => {
    await install("en", "ko");
    await install("ko", "en");
    await install("en", "zh");
  });

  it.each(ENGINE_CONTRACT)("local $title", async ({ check }) => {
    await check({
      createEngine: () => createEngine("local", { local: { modelsFolder: folder, workers: 1 } }),
      source: "en",
      target: "ko",
      sentences: SENTENCES,
    });
  });

  it("translates into the model's language", async () => {
    const translator = createBergamotTranslator({ workers: 1 });
    const answers: string[] = [];
    const text = "Officials said the new bridge would open in early spring, two years later than planned.";
    for await (const answer of translator.translate([text], [await realFiles()])) answers.push(answer.text);
    await translator.close();
    expect(answers).toEqual([expect.stringMatching(/nova ponte .*primavera, dois anos depois/u)]);
  });

  it("tells where it saw two sentences in one text, in UTF-16 code units", async () => {
    const text = "It rains 😀 today. We stay at home.";
    const engine = await createEngine("local", { local: { modelsFolder: folder, workers: 1 } });
    const { answers } = await run(engine, toKorean([text, "One sentence only."]));
    await engine.close?.();
    const [both, one] = [...answers].sort((a, b) => a.index - b.index);
    expect(both?.ranges?.map(({ source }) => text.slice(source.start, source.end))).toEqual([
      "It rains 😀 today.",
      "We stay at home.",
    ]);
    expect(one?.ranges).toBeUndefined();
  });

  it("goes through English where there is no direct way, and says so", async () => {
    const engine = await createEngine("local", { local: { modelsFolder: folder, workers: 1 } });
    const outcome = await run(engine, { texts: ["The bridge is open."], source: "ko", target: "zh-Hans" });
    await engine.close?.();
    expect(outcome.error).toBeUndefined();
    expect(outcome.answers).toMatchObject([{ via: "en" }]);
    expect(baseLanguage("zh-Hans")).toBe("zh");
  });

  it("stops within a batch", async () => {
    const engine = await createEngine("local", { local: { modelsFolder: folder, workers: 1 } });
    const stop = new AbortController();
    const came: number[] = [];
    const texts = Array.from({ length: 400 }, (_, at) => `This is sentence number ${at} of a long report.`);
    const translating = (async () => {
      for await (const { index } of engine.translate(toKorean(texts), stop.signal)) {
        came.push(index);
        stop.abort();
      }
    })();
    await expect(translating).rejects.toMatchObject({ code: "cancelled" });
    await engine.close?.();
    expect(came.length).toBeLessThanOrEqual(8);
  });

  it("refuses a broken model by name, and works again afterwards", async () => {
    const files = await realFiles();
    const broken = join(folder, "broken.alphas.bin");
    await writeFile(broken, "this is no model".repeat(1000));
    const translator = createBergamotTranslator({ workers: 1 });
    const translate = async (route: ModelFiles) => {
      for await (const { text } of translator.translate(["The gate is open."], [route])) return text;
      return "";
    };
    await expect(translate({ ...files, model: broken })).rejects.toMatchObject({
      code: "model-invalid",
      details: { model: "en-ko" },
    });
    expect(await translate(files)).toMatch(/portão|porta/u);
    await translator.close();
  });

  it("keeps the order of many texts over several threads", async () => {
    const engine = await createEngine("local", { local: { modelsFolder: folder, workers: 2 } });
    const texts = Array.from({ length: 60 }, (_, at) => `Room ${at + 100} is empty.`);
    const answers = textsOf(await run(engine, toKorean(texts)));
    await engine.close?.();
    expect(answers.map((text) => Number(/\d+/u.exec(text)?.[0]))).toEqual(texts.map((_, at) => at + 100));
  });
});
