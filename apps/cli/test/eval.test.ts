import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { emptyHome, runStele } from "./run-stele.ts";

const goldFile = fileURLToPath(new URL("../../../samples/night-train/gold-en-ko.json", import.meta.url));
const gold = JSON.parse(readFileSync(goldFile, "utf8"));
const home = emptyHome();
const put = (name: string, value: unknown): string => {
  writeFileSync(join(home, name), JSON.stringify(value));
  return name;
};
const perfect = put(
  "perfect.json",
  Object.fromEntries(gold.documents.map((one: { id: string; gold: unknown }) => [one.id, one.gold])),
);
const diagonal = put(
  "diagonal.json",
  Object.fromEntries(
    gold.documents.map(({ id, src, tgt }: { id: string; src: string[]; tgt: string[] }) => [
      id,
      Array.from({ length: Math.max(src.length, tgt.length) }, (_, index) => [
        index < src.length ? [index] : [],
        index < tgt.length ? [index] : [],
      ]),
    ]),
  ),
);
const run = async (...argv: string[]) => {
  const outcome = await runStele(["eval", ...argv, "--json"], { home });
  return { ...outcome, data: outcome.exitCode === 0 ? JSON.parse(outcome.stdout) : JSON.parse(outcome.stderr) };
};

describe("stele eval align", () => {
  it("gives the gold itself full marks, and the diagonal fewer", async () => {
    expect((await run("align", goldFile, perfect)).data.strict).toEqual({ precision: 1, recall: 1, f1: 1 });
    const { data } = await run("align", goldFile, diagonal, "--vs", perfect, "--types");
    expect(data.strict.f1).toBeLessThan(1);
    expect(data.versus.difference).toBeCloseTo(data.strict.f1 - 1, 10);
    expect(data.types.reduce((sum: number, one: { all: number }) => sum + one.all, 0)).toBe(
      gold.documents.flatMap((one: { gold: unknown[] }) => one.gold).length,
    );
  });

  it("aligns by itself where nothing is given to be judged", async () => {
    expect((await run("align", goldFile)).data.strict.f1).toBeGreaterThan(0.5);
    expect((await runStele(["eval", "align", goldFile], { home })).stdout).toMatch(/F1 +\d\.\d{4} +\d\.\d{4}/);
  });

  it("does not score what leaves sentences out", async () => {
    const [first] = gold.documents;
    const silent = put("silent.json", { [first.id]: first.gold.slice(1) });
    const { exitCode, data } = await run("align", goldFile, silent);
    expect([exitCode, data.error.code]).toEqual([6, "beads-invalid"]);
  });

  it("says what is wrong with a file", async () => {
    for (const file of [put("list.json", []), put("other.json", { src: "en", tgt: "ko", documents: [{ id: 1 }] })]) {
      expect((await run("align", file)).exitCode).toBe(6);
    }
    writeFileSync(join(home, "no.json"), "no");
    expect((await run("align", "no.json")).data.error.code).toBe("input-malformed");
  });
});

describe("stele eval segment", () => {
  const documents = [
    { id: "a", text: "The boat left. Nobody waved.", sentences: ["The boat left.", "Nobody waved."] },
    { id: "b", text: "It rained. It stopped.", sentences: ["It rained.", "It stopped."] },
  ];
  const file = put("segments.json", { lang: "en", documents });

  it("judges our own sentences and those of another", async () => {
    expect((await run("segment", file)).data).toMatchObject({ f1: 1, sentenceF1: 1, missed: 0 });
    const whole = put("whole.json", Object.fromEntries(documents.map(({ id, text }) => [id, [text]])));
    const { data } = await run(
      "segment",
      file,
      whole,
      "--vs",
      put("right.json", Object.fromEntries(documents.map(({ id, sentences }) => [id, sentences]))),
    );
    expect([data.missed, data.versus.difference]).toEqual([2, -1]);
  });

  it("judges single cases", async () => {
    const cases = put("cases.json", {
      lang: "zh",
      cases: [{ id: "c", input: "下雨了。路湿了。", expected: ["下雨了。", "路湿了。"] }],
    });
    expect((await runStele(["eval", "segment", cases], { home })).stdout).toMatch(/F1 +1\.0000/);
  });
});

describe("stele eval words", () => {
  it.each(["en-ko", "en-zh", "ko-zh"])("judges the links of our own linker: %s", async (pair) => {
    const words = fileURLToPath(new URL(`../../../tests/gold/words/${pair}.json`, import.meta.url));
    const { data } = await run("words", words);
    expect(data.precision).toBeGreaterThan(0.5);
    expect(data.precision).toBeGreaterThanOrEqual(data.recall);
    expect((await run("words", put("empty.json", {}))).exitCode).toBe(6);
  });
});
