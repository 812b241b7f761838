import { readFileSync } from "node:fs";
import { createAligner } from "@stele/align";
import { evaluateAlignment, evaluateWordLinks, type GoldWords, type IndexBead } from "@stele/align/evaluate";
import { type Bead, checkBeads, parseLanguageTag } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vectorsFile } from "./vectors-file.ts";

const aligner = createAligner({ vectors: vectorsFile() });
const gold = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../tests/gold/${path}`, import.meta.url), "utf8"));
const PAIRS = ["en-ko", "en-zh", "ko-zh"] as const;

function indexes([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

const EN = ["The harbour froze on Monday.", "Ferries stopped.", "Captain Lee waited with 12 sailors for the thaw."];
const KO = ["항구는 월요일에 얼어붙었다.", "여객선은 멈췄다.", "이 선장은 선원 12명과 함께", "얼음이 녹기를 기다렸다."];
const ZH = ["港口周一结冰了。", "渡轮停航，李船长和12名水手等待解冻。"];

describe("alignment by meaning", () => {
  it.each(PAIRS)("finds the beads of our own hard passages, %s", async (pair) => {
    const set = gold(`align/passages-${pair}.json`);
    const options = { source: parseLanguageTag(set.src), target: parseLanguageTag(set.tgt) };
    const judged = [];
    for (const { src, tgt, gold: beads } of set.documents) {
      const found = (await aligner.align(src, tgt, options)).beads;
      judged.push({ gold: beads, found: found.map((bead): IndexBead => [indexes(bead.source), indexes(bead.target)]) });
    }
    expect(evaluateAlignment(judged).strict.f1).toBeGreaterThan(0.93);
  });

  it("gives the same bytes for the same input, and the same beads for both tags of Chinese", async () => {
    const run = () => aligner.align(EN, ZH, { source: "en", target: "zh-Hans", explain: true });
    expect(JSON.stringify(await run())).toBe(JSON.stringify(await run()));
    const other = await aligner.align(EN, ZH, { source: "en", target: "zh-Hant", explain: true });
    expect(JSON.stringify(other)).toBe(JSON.stringify(await run()));
  });

  it("splits and joins, says what it went by, and why", async () => {
    const { beads, evidence, explanations } = await aligner.align(EN, KO, {
      source: "en",
      target: "ko",
      explain: true,
    });
    expect(beads.map(({ source, target }) => [source, target])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 2],
        [1, 2],
      ],
      [
        [2, 3],
        [2, 4],
      ],
    ]);
    expect(evidence).toEqual(["meaning", "length", "anchors"]);
    expect(explanations?.[2]).toMatchObject({ bead: 2, missingFigures: [], sharedAnchors: ["12"] });
    expect(explanations?.[0]?.meaning).toBeGreaterThan(0);
  });

  it("computes explanations only when asked", async () => {
    expect((await aligner.align(EN, KO, { source: "en", target: "ko" })).explanations).toBeUndefined();
  });

  it("holds every sentence of any text in exactly one bead", async () => {
    const side = fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(side, side, async (source, target) => {
        const { beads } = await aligner.align(source, target, { source: "ko", target: "zh-Hant" });
        checkBeads(beads, { source: source.length, target: target.length });
      }),
      { numRuns: 30 },
    );
  });

  it("hints where a moved paragraph may stand", async () => {
    const moved = "The museum on the hill opened its new hall of glass and silver last spring.";
    const korean = "언덕 위의 박물관은 지난봄 유리와 은으로 꾸민 새 전시실을 열었다.";
    const rest = [EN, EN.toReversed(), EN].flat();
    const other = rest.map(
      (sentence) => ({ [EN[0] ?? ""]: KO[0], [EN[1] ?? ""]: KO[1] })[sentence] ?? `${KO[2]} ${KO[3]}`,
    );
    const result = await aligner.align([moved, ...rest], [...other, korean], { source: "en", target: "ko" });
    expect(result.moved).toContainEqual({ source: 0, candidates: [other.length] });
  });
});

describe("fixed beads", () => {
  const many = Array.from({ length: 6 }, (_, k) => EN.map((one) => `${one} Part ${k}.`)).flat();
  const korean = Array.from({ length: 6 }, (_, k) => [0, 1, 2].map((n) => `${KO[n]} ${k}부.`)).flat();
  const options = { source: "en", target: "ko" } as const;

  it("come back unchanged whatever their size, and the rest is searched around them", async () => {
    const fixed: Bead[] = [{ source: [3, 9], target: [3, 7], score: null, lowScore: false }];
    const { beads } = await aligner.align(many, korean, { ...options, fixed });
    checkBeads(beads, { source: many.length, target: korean.length });
    expect(beads.filter((bead) => bead.fixed)).toEqual([{ ...fixed[0], fixed: true }]);
  });

  it("leave the previous beads alone beyond the nearest confident ones", async () => {
    const previous = (await aligner.align(many, korean, options)).beads.map((bead, k) => ({
      ...bead,
      score: bead.score === null ? null : k % 3 === 0 ? 0.99 : 0.4,
    }));
    const fixed = [{ source: [7, 8], target: [7, 9], score: null, lowScore: false }] as const;
    const { beads } = await aligner.align(many, korean, { ...options, fixed, previous });
    checkBeads(beads, { source: many.length, target: korean.length });
    expect(beads).toContainEqual({ ...fixed[0], fixed: true });
    for (const bead of previous.filter(({ source }) => source[1] <= 6 || source[0] >= 12))
      expect(beads).toContainEqual(bead);
  });

  it("of an earlier correction stay when another comes", async () => {
    const first = await aligner.align(many, korean, {
      ...options,
      fixed: [
        { source: [1, 2], target: [1, 1], score: null, lowScore: false },
        { source: [2, 3], target: [1, 3], score: null, lowScore: false },
      ],
    });
    const second = await aligner.align(many, korean, {
      ...options,
      previous: first.beads,
      fixed: [{ source: [15, 17], target: [15, 17], score: null, lowScore: false }],
    });
    for (const bead of first.beads.filter((one) => one.fixed)) expect(second.beads).toContainEqual(bead);
  });

  it.each([
    [
      "overlap",
      [
        [0, 2, 0, 2],
        [1, 3, 2, 3],
      ],
    ],
    [
      "cross",
      [
        [0, 1, 2, 3],
        [2, 3, 0, 1],
      ],
    ],
    ["leave the text", [[0, 1, 0, 99]]],
    ["hold nothing", [[1, 1, 1, 1]]],
  ])("are refused where they %s", async (_, shapes) => {
    const fixed = shapes.map(
      ([a = 0, b = 0, c = 0, d = 0]): Bead => ({ source: [a, b], target: [c, d], score: null, lowScore: false }),
    );
    await expect(aligner.align(EN, KO, { ...options, fixed })).rejects.toMatchObject({ code: "beads-invalid" });
  });
});

describe("bad input", () => {
  const options = { source: "en", target: "ko" } as const;
  it.each([
    ["both sides empty", [], []],
    ["an empty target", EN, []],
    ["an empty source", [], KO],
    ["one against many", ["A."], Array.from({ length: 40 }, (_, k) => `문장 ${k}.`)],
    ["empty strings", ["", "", ""], ["", ""]],
    ["identical texts", EN, EN],
    ["the wrong language", KO, ZH],
    [
      "a sentence of 100 kB",
      [`${"word and ".repeat(11_000)}end.`, "Short."],
      [`${"말과 ".repeat(11_000)}끝.`, "짧다."],
    ],
    ["lone surrogates", ["a\ud800b", "\udc00"], ["\ud800"]],
  ])("with %s is answered", async (_, source, target) => {
    const { beads } = await aligner.align(source, target, options);
    checkBeads(beads, { source: source.length, target: target.length });
  });

  it("with too few block numbers is refused", async () => {
    const blocks = { source: [0], target: [0, 0, 0, 0] };
    await expect(aligner.align(EN, KO, { ...options, blocks })).rejects.toMatchObject({ code: "offsets-invalid" });
  });

  it("leaves frozen options alone and cancels before and during the work", async () => {
    await aligner.align(
      EN,
      KO,
      Object.freeze({ ...options, blocks: Object.freeze({ source: [0, 0, 1], target: [0, 0, 1, 1] }) }),
    );
    await expect(aligner.align(EN, KO, { ...options, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "cancelled",
    });
    const controller = new AbortController();
    const long = Array.from({ length: 400 }, (_, k) => `${EN[k % 3]} ${k}`);
    const running = aligner.align(long, long, {
      ...options,
      signal: controller.signal,
      onProgress: (done) => done > 0.2 && controller.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
  });

  it("tells progress that never falls and ends at one", async () => {
    const told: number[] = [];
    await aligner.align(EN, KO, { ...options, onProgress: (done) => told.push(done) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it("with a chapter missing from one side leaves it one-sided", async () => {
    const topics = [
      "harbour",
      "glacier",
      "violin",
      "tax law",
      "beehive",
      "marathon",
      "vaccine",
      "desert",
      "chess",
      "rice",
    ];
    const korean = ["항구", "빙하", "바이올린", "세법", "벌집", "마라톤", "백신", "사막", "체스", "쌀"];
    const source = Array.from(
      { length: 200 },
      (_, k) => `Chapter ${k} is about the ${topics[k % 10]} and the ${topics[(k * 7 + Math.floor(k / 10)) % 10]}.`,
    );
    const target = Array.from(
      { length: 200 },
      (_, k) => `${k}장은 ${korean[k % 10]}와 ${korean[(k * 7 + Math.floor(k / 10)) % 10]}에 관한 것이다.`,
    );
    const { beads } = await aligner.align(source, [...target.slice(0, 80), ...target.slice(130)], options);
    const lonely = beads.filter((bead) => bead.target[0] === bead.target[1]).map((bead) => bead.source[0]);
    expect(lonely.filter((k) => k >= 80 && k < 130).length).toBeGreaterThan(45);
  });
});

describe("word links", () => {
  it.each(PAIRS)("agree with words linked by hand, precision before recall, %s", (pair) => {
    const set = gold(`words/${pair}.json`);
    const options = { source: parseLanguageTag(set.source), target: parseLanguageTag(set.target) };
    const judged = set.pairs.map((one: GoldWords) => ({
      gold: one,
      found: aligner.linkWords(one.source, one.target, options),
    }));
    const { precision, recall } = evaluateWordLinks(judged);
    expect(precision).toBeGreaterThan(0.75);
    expect(recall).toBeGreaterThan(0.25);
  });

  it("are spans of the untouched text, with confidence", () => {
    const source = "The hospital has １２ nurses.";
    const target = "병원에는 간호사가 12명 있다.";
    const links = aligner.linkWords(source, target, { source: "en", target: "ko" });
    const words = links.map((link) => [
      link.source.map(({ start, end }) => source.slice(start, end)),
      link.target.map(({ start, end }) => target.slice(start, end)),
    ]);
    expect(words).toContainEqual([["hospital"], ["병원에는"]]);
    expect(words).toContainEqual([["１２"], ["12명"]]);
    for (const { confidence } of links) expect(confidence).toBeGreaterThanOrEqual(0.5);
  });

  it("of any text lie inside it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.string({ unit: "binary", maxLength: 60 }),
        (source, target) => {
          for (const link of aligner.linkWords(source, target, { source: "zh-Hans", target: "ko" })) {
            for (const span of link.source) expect(source.slice(span.start, span.end)).not.toBe("");
            for (const span of link.target) expect(target.slice(span.start, span.end)).not.toBe("");
          }
        },
      ),
    );
  });
});
