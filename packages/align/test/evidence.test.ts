import { describe, expect, it } from "vitest";
import { latinWords } from "../src/anchors/latin-words.ts";
import { evenSyllable, hangulPairs, hanPairs, simplifyHan } from "../src/anchors/readings.ts";
import { rarity, sumShared } from "../src/anchors/share.ts";
import { bandAround, wholeBand } from "../src/lattice/band.ts";
import { countFacts, sliceFacts } from "../src/lattice/facts.ts";
import { estimateHabits, neutralHabits } from "../src/lattice/habits.ts";
import { transitionsFrom } from "../src/lattice/moods.ts";
import { cellsOf } from "../src/meaning/cells.ts";
import { learnLexicon } from "../src/meaning/lexicon.ts";
import { tokenGain } from "../src/meaning/token-gain.ts";
import { createPace } from "../src/pace.ts";

describe("anchors", () => {
  it("read Han characters as Korean does, in both scripts", () => {
    expect([...hanPairs("经济")]).toEqual([...hangulPairs("경제")]);
    expect([...hanPairs("經濟")]).toEqual([...hangulPairs("경제")]);
    expect([...hanPairs("女性")]).toEqual([...hangulPairs("여성")]);
    expect(simplifyHan("臺灣的經濟")).toBe("台湾的经济");
    expect(evenSyllable("리")).toBe(evenSyllable("이"));
  });

  it("hold Latin names inside Korean and Chinese", () => {
    expect([...latinWords("삼성 Galaxy와 ＡＩ, 3M")]).toEqual(["galaxy", "ai"]);
  });

  it("count the more, the rarer they are", () => {
    expect(rarity(0.01, 0.01)).toBeGreaterThan(rarity(0.5, 0.5));
    const cells = cellsOf(wholeBand(2, 2), 2, 5);
    const side = [new Set(["a", "b"]), new Set(["b"])];
    expect([...sumShared({ source: side, target: side }, cells, () => 1)]).toEqual([2, 1, 1, 1]);
  });
});

describe("a token's gain", () => {
  it("is nothing by chance, grows with the match, and is small for frequent words", () => {
    expect(tokenGain(0, 1)).toBe(0);
    expect(tokenGain(0.8, 1)).toBeGreaterThan(tokenGain(0.4, 1));
    expect(tokenGain(0.8, 0.05)).toBeLessThan(tokenGain(0.8, 1) / 4);
    expect(tokenGain(-0.2, 1)).toBeLessThan(0);
  });
});

describe("habits", () => {
  const prior = { ratio: 0.5, variance: 1 };
  const bead = { probability: 1, sourceChars: 100, targetChars: 80, gain: 10 };

  it("stay usual where nothing is known and follow a text that says otherwise", () => {
    expect(estimateHabits([], prior).length.ratio).toBeCloseTo(0.5);
    const split = estimateHabits(
      Array.from({ length: 200 }, () => ({ ...bead, kind: "double" as const })),
      prior,
    );
    expect(split.length.ratio).toBeGreaterThan(0.75);
    expect(split.kinds.double).toBeGreaterThan(1);
    expect(split.kinds["one-sided"]).toBeLessThan(-1);
    expect(neutralHabits(prior).kinds.double).toBe(0);
  });
});

describe("the lexicon of a text", () => {
  it("finds words that keep company in several beads, not in one", async () => {
    const side = (tokens: number[]) => ({
      types: Int32Array.from({ length: 6 }, (_, k) => k),
      weights: new Float32Array(6).fill(1),
      tokens: Int32Array.from(tokens),
      starts: Int32Array.from({ length: tokens.length + 1 }, (_, k) => k),
    });
    const words = [0, 1, 0, 2, 0, 3, 4, 5];
    const beads = words.map((_, k) => ({ source: [k, k + 1] as const, target: [k, k + 1] as const, probability: 1 }));
    const { source } = await learnLexicon({ source: side(words), target: side(words) }, beads, createPace({}));
    expect(source.get(0)?.map(([type]) => type)).toEqual([0]);
    expect(source.has(1)).toBe(false);
  });
});

describe("the band", () => {
  it("holds a leap of the path wholly, so that a missing chapter is seen", () => {
    const { low, high } = bandAround(
      [
        [10, 10],
        [11, 211],
      ],
      [30, 230],
      3,
    );
    expect(low[11]).toBeLessThanOrEqual(10);
    expect(high[11]).toBeGreaterThanOrEqual(211);
    expect(high[30]).toBe(230);
  });

  it("knows which neighbours are rare", () => {
    expect(transitionsFrom({ skipRun: 2 }).filter((weight) => weight === 2)).toHaveLength(2);
  });
});

describe("facts", () => {
  it("are sums, so that any run is a difference, also of a part of the text", () => {
    const facts = countFacts(["Is it 5?", "", '"No," he said. "6."']);
    expect([...facts.lengths]).toEqual([0, 8, 9, 28]);
    expect([...facts.questions]).toEqual([0, 1, 1, 1]);
    expect([...facts.figures]).toEqual([0, 1, 1, 2]);
    expect([...facts.opens]).toEqual([0, 0, 1]);
    expect([...sliceFacts(facts, 1, 3).lengths]).toEqual([8, 9, 28]);
  });
});
