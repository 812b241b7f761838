import { readFileSync } from "node:fs";
import { createAligner } from "@stele/align";
import { parseLanguageTag } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholeBand } from "../src/lattice/band.ts";
import { countFacts, shareOfLines } from "../src/lattice/facts.ts";
import { estimateHabits, lengthSquare, neutralHabits, USUAL_DEVIATION, USUAL_SIZE } from "../src/lattice/habits.ts";
import { charsAUnit, unitPrior } from "../src/length-prior.ts";
import { cellsOf } from "../src/meaning/cells.ts";
import { compareSums, sumWords } from "../src/meaning/likeness.ts";
import { createPace } from "../src/pace.ts";
import { readTexts } from "../src/read-texts.ts";
import { readVectors } from "../src/vectors/read-vectors.ts";
import { vectorsFile } from "./vectors-file.ts";

const vectors = readVectors(vectorsFile());
const pace = createPace({});

describe("whole sentences", async () => {
  const source = ["The ferry waits in the harbour.", "Bread is baked before dawn.", "The judge read the sentence."];
  const target = ["여객선이 항구에서 기다린다.", "빵은 새벽이 되기 전에 굽는다.", "판사가 판결을 읽었다."];
  const texts = await readTexts({ source, target, languages: { source: "en", target: "ko" } }, vectors, pace);
  const words = [texts.source.words, texts.target.words] as const;
  if (words[0] === undefined || words[1] === undefined) throw new TypeError("vectors were given");
  const [own, other] = [await sumWords(words[0], pace), await sumWords(words[1], pace)];
  const cells = cellsOf(wholeBand(3, 3), 3, 5);
  const likeness = await compareSums({ source: own, target: other }, cells, pace);
  const cosine = (i: number, j: number): number =>
    (likeness.pairs[(cells.offsets[i] ?? 0) + j] ?? 0) /
    Math.sqrt((likeness.source[0]?.[i] ?? 0) * (likeness.target[0]?.[j] ?? 0));

  it("are most like those that say the same", () => {
    for (const i of source.keys()) {
      const best = target.map((_, j) => cosine(i, j));
      expect(best.indexOf(Math.max(...best))).toBe(i);
      expect(Math.abs(cosine(i, i))).toBeLessThanOrEqual(1.0001);
    }
  });

  it("add up: the product of two with themselves is the square of their sum", async () => {
    const turned = await compareSums({ source: own, target: own }, cells, pace);
    const pair = (i: number, j: number): number => turned.pairs[(cells.offsets[i] ?? 0) + j] ?? 0;
    const whole = pair(0, 0) + pair(0, 1) + pair(1, 0) + pair(1, 1);
    expect(whole / (turned.source[1]?.[0] ?? 0)).toBeCloseTo(1, 3);
  });
});

describe("lengths", () => {
  const chars = fc.double({ min: 1, max: 5_000, noNaN: true });
  const prior = {
    ratio: fc.double({ min: 0.2, max: 5, noNaN: true }),
    variance: fc.double({ min: 0.3, max: 9, noNaN: true }),
  };

  it("surprise alike in both directions", () => {
    fc.assert(
      fc.property(chars, chars, fc.record(prior), (source, target, { ratio, variance }) => {
        const there = lengthSquare({ source, target }, { ratio, variance });
        const back = lengthSquare({ source: target, target: source }, { ratio: 1 / ratio, variance });
        expect(back).toBeCloseTo(there, 6);
      }),
    );
  });

  it("are counted in English characters, so that the usual translation is as long", () => {
    expect(charsAUnit("en")).toBe(1);
    for (const [a, b] of [
      ["en", "ko"],
      ["en", "zh-Hans"],
      ["ko", "zh-Hant"],
    ] as const) {
      expect(unitPrior(a, b).ratio).toBe(1);
      expect(unitPrior(b, a).variance).toBeCloseTo(unitPrior(a, b).variance, 0);
    }
  });
});

describe("a text's habits", () => {
  const prior = { ratio: 1, variance: 2 };

  it("hold how long its beads are: those of verses are short and even", () => {
    expect(neutralHabits(prior).size).toEqual({ mean: USUAL_SIZE, deviation: USUAL_DEVIATION });
    const verses = Array.from({ length: 300 }, (_, k) => ({
      kind: "several" as const,
      probability: 1,
      sourceChars: 38 + (k % 5),
      targetChars: 40,
      gain: 4,
    }));
    const { mean, deviation } = estimateHabits(verses, prior).size;
    expect(Math.exp(mean)).toBeGreaterThan(38);
    expect(Math.exp(mean)).toBeLessThan(46);
    expect(deviation).toBeLessThan(USUAL_DEVIATION / 2);
    expect(estimateHabits(verses.slice(0, 2), prior).size.deviation).toBeGreaterThan(USUAL_DEVIATION / 2);
  });

  it("tell lines that cut sentences from prose, also of a part of a text", () => {
    const verse = countFacts(
      Array.from({ length: 60 }, (_, k) => (k % 3 === 2 ? "he went home." : "and the king rose,")),
    );
    const prose = countFacts(Array.from({ length: 60 }, () => "The king rose, and he went home."));
    expect(shareOfLines(verse, verse)).toBe(1);
    expect(shareOfLines(prose, prose)).toBe(0);
    expect(shareOfLines(verse, prose)).toBeGreaterThan(0.9);
    expect([...verse.cut.slice(0, 3)]).toEqual([1, 1, 0]);
  });
});

/** What a run holds: where nothing, its place beside another one-sided bead is chance. */
function held([from, to]: readonly [number, number]): string {
  return from === to ? "none" : `${from}-${to}`;
}

describe("two texts the other way round", () => {
  const cases = ["en-ko", "en-zh", "ko-zh"].flatMap((pair) => [[pair, "with"] as const, [pair, "without"] as const]);
  it.each(cases)("have the same beads turned, %s, %s vectors", async (pair, which) => {
    const aligner = createAligner(which === "with" ? { vectors: vectorsFile() } : {});
    const file = new URL(`../../../tests/gold/align/passages-${pair}.json`, import.meta.url);
    const set = JSON.parse(readFileSync(file, "utf8")) as {
      src: string;
      tgt: string;
      documents: { src: string[]; tgt: string[] }[];
    };
    const [source, target] = [parseLanguageTag(set.src), parseLanguageTag(set.tgt)];
    for (const { src, tgt } of set.documents.slice(0, 4)) {
      const there = await aligner.align(src, tgt, { source, target });
      const back = await aligner.align(tgt, src, { source: target, target: source });
      const runs = there.beads.map((bead) => `${held(bead.source)} ${held(bead.target)}`);
      const turned = back.beads.map((bead) => `${held(bead.target)} ${held(bead.source)}`);
      expect(turned.toSorted()).toEqual(runs.toSorted());
    }
  });
});
