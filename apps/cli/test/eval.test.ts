import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

  it("takes what align wrote as JSON", async () => {
    const files = ["en", "ko"].map((tag) =>
      fileURLToPath(new URL(`../../../samples/night-train/night-train.${tag}.txt`, import.meta.url)),
    );
    await runStele(["align", ...files, "-o", "own.json"], { home });
    expect((await run("align", goldFile, "own.json")).data).toEqual((await run("align", goldFile)).data);
  });

  it("takes ladders of hunalign, Vecalign and SentAlign, one or a folder of them", async () => {
    const [document] = gold.documents;
    const bracket = document.gold.map(([s, t]: number[][]) => `[${s?.join(", ")}]:[${t?.join(", ")}]:0.5`).join("\n");
    let [i, j] = [0, 0];
    const rungs = document.gold.map(([s, t]: number[][]) => {
      const rung = `${i}\t${j}\t0.3`;
      [i, j] = [i + (s?.length ?? 0), j + (t?.length ?? 0)];
      return rung;
    });
    writeFileSync(join(home, "vec.ladder"), bracket);
    writeFileSync(join(home, "hun.ladder"), `\uFEFF${rungs.join("\r\n")}\r\n`);
    mkdirSync(join(home, "ladders"));
    writeFileSync(join(home, "ladders", `${document.id}.ladder`), bracket);
    for (const found of ["vec.ladder", "hun.ladder", "ladders"]) {
      expect((await run("align", goldFile, found, "--vs", "vec.ladder")).data).toMatchObject({
        strict: { f1: 1 },
        versus: { difference: 0 },
      });
    }
    writeFileSync(join(home, "bad.ladder"), "[0]:[0]:0.5\n[9999]:[1]:0.5\n");
    expect((await run("align", goldFile, "bad.ladder")).data.error.message).toContain("Line 2 ");
    mkdirSync(join(home, "none"));
    expect((await run("align", goldFile, "none")).data.error.code).toBe("input-missing");
    const two = put("two.json", { ...gold, documents: [document, { ...document, id: "second" }] });
    expect((await run("align", two, "vec.ladder")).data.error.code).toBe("input-missing");
  });

  it("takes ladders as the gold too, one or a folder of them", async () => {
    const [document] = gold.documents;
    const bracket = (beads: number[][][]) => beads.map(([s, t]) => `[${s?.join(", ")}]:[${t?.join(", ")}]\n`).join("");
    const merged = document.gold.with(0, [[0, 1], document.gold[0][1].concat(document.gold[1][1])]).toSpliced(1, 1);
    for (const folder of ["golds", "finds"]) mkdirSync(join(home, folder));
    writeFileSync(join(home, "golds", "train.ladder"), bracket(document.gold));
    writeFileSync(join(home, "golds", "train.en.txt"), "Not a ladder.\n");
    mkdirSync(join(home, "golds", "older"));
    writeFileSync(join(home, "finds", "train.en-ko.ladder"), bracket(merged));
    const inJson = put("merged.json", { [document.id]: merged });
    const expected = (await run("align", goldFile, inJson, "--types")).data;
    expect(expected.strict.f1).toBeLessThan(1);
    for (const [first, second] of [
      ["golds", "finds"],
      ["golds/train.ladder", "finds/train.en-ko.ladder"],
      ["golds/train.ladder", "finds"],
    ] as const) {
      expect((await run("align", first, second, "--types")).data).toEqual(expected);
    }
    expect((await run("align", "golds", "golds", "--vs", "finds")).data.versus.difference).toBeGreaterThan(0);
  });

  it("takes gold or found from standard input", async () => {
    const stdin = readFileSync(goldFile);
    const judged = await runStele(["eval", "align", "-", perfect, "--json"], { home, stdin });
    expect(JSON.parse(judged.stdout).strict.f1).toBe(1);
    const ladder = await runStele(["eval", "align", "-", "-", "--json"], { home, stdin: "[0]:[0]\n[1]:[1, 2]\n" });
    expect(JSON.parse(ladder.stdout).strict.f1).toBe(1);
  });

  it("counts what only one of two ladders names", async () => {
    writeFileSync(join(home, "short.ladder"), "[0]:[0]\n");
    writeFileSync(join(home, "long.ladder"), "[0]:[0]\n[1]:[1]\n");
    expect((await run("align", "long.ladder", "short.ladder")).data.strict).toMatchObject({
      precision: 1 / 3,
      recall: 0.5,
    });
    expect((await run("align", "short.ladder", "long.ladder")).data.strict).toMatchObject({
      precision: 0.5,
      recall: 1,
    });
  });

  it("says which line of which ladder is wrong, in the reader's language, and that a ladder alone is not enough", async () => {
    writeFileSync(join(home, "first.ladder"), "[0]:[0]\n");
    writeFileSync(join(home, "torn.ladder"), "[0]:[0]\n[1]:[x]\n");
    for (const files of [
      ["first.ladder", "torn.ladder"],
      ["torn.ladder", "first.ladder"],
      [goldFile, "torn.ladder"],
    ]) {
      expect((await run("align", ...files)).data.error.message).toContain("Line 2 of torn.ladder");
    }
    expect((await run("align", goldFile, "torn.ladder", "--ui-lang", "ko")).data.error.message).toContain(
      "torn.ladder, 2번째 줄",
    );
    expect((await run("align", goldFile, "torn.ladder", "--ui-lang", "zh")).data.error.message).toContain(
      "torn.ladder，第 2 行",
    );
    const alone = await run("align", "first.ladder");
    expect([alone.exitCode, alone.data.error.message]).toEqual([
      6,
      "first.ladder is a ladder: it holds no sentences to align.",
    ]);
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
    expect((await run("align", "no.json")).data.error).toMatchObject({
      code: "input-malformed",
      message: "no.json is not as it should be: it is no JSON.",
    });
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
  const file = (pair: string): string =>
    fileURLToPath(new URL(`../../../tests/gold/words/${pair}.json`, import.meta.url));

  it.each(["en-ko", "en-zh", "ko-zh"])("judges our own links beside two baselines: %s", async (pair) => {
    const { data } = await run("words", file(pair));
    expect(data.precision).toBeGreaterThan(data.baselines.mutual.precision);
    expect(data.recall).toBeGreaterThan(data.baselines.exact.recall);
    expect((await run("words", put("empty.json", {}))).exitCode).toBe(6);
  });

  it("judges another's links and by how much they are better", async () => {
    const words: { pairs: { id: string; links: unknown[] }[] } = JSON.parse(readFileSync(file("en-ko"), "utf8"));
    const right = put("links.json", Object.fromEntries(words.pairs.map(({ id, links }) => [id, links])));
    const half = put("half.json", Object.fromEntries(words.pairs.map(({ id, links }) => [id, links.slice(1)])));
    const { data } = await run("words", file("en-ko"), half, "--vs", right);
    expect([data.precision, data.recall < 1, data.versus.low <= data.versus.difference]).toEqual([1, true, true]);
    expect(data.versus.difference).toBeCloseTo(data.f1 - 1, 10);
    expect(data.versus.high).toBeLessThan(0);
    expect((await runStele(["eval", "words", file("en-ko"), right], { home })).stdout).toMatch(
      /F1 +1\.0000 +0\.\d{4} +0\.\d/,
    );
    expect((await run("words", file("en-ko"), put("odd.json", { w01: [1] }))).data.error.code).toBe("input-malformed");
  });
});
