import { createAligner } from "@stele/align";
import { describe, expect, it } from "vitest";
import { rowOffsets } from "../src/lattice/band.ts";
import { LONGEST_RUN } from "../src/lattice/shapes.ts";
import { cellsOf } from "../src/meaning/cells.ts";
import { createPace } from "../src/pace.ts";
import { readTexts } from "../src/read-texts.ts";
import { firstBand } from "../src/stretch.ts";
import { vectorsFile } from "./vectors-file.ts";

/** Places and pairs of sentences that the first pass looks at, a sentence of both texts. */
async function tableOf(sources: number, targets: number): Promise<number> {
  const source = Array.from({ length: sources }, (_, k) => `Sentence number ${k} of the text.`);
  const target = Array.from({ length: targets }, (_, k) => `이 글의 ${k}번째 문장이다.`);
  const pace = createPace({});
  const texts = await readTexts({ source, target, languages: { source: "en", target: "ko" } }, undefined, pace);
  const band = await firstBand(texts, pace);
  const places = rowOffsets(band).at(-1) ?? 0;
  return Math.max(places, cellsOf(band, targets, LONGEST_RUN).offsets.at(-1) ?? 0) / (sources + targets);
}

describe("bad input", () => {
  const aligner = createAligner({ vectors: vectorsFile() });
  const options = { source: "en", target: "ko" } as const;
  const empty = (count: number): string[] => Array.from({ length: count }, () => "");

  it("of more sentences than fit is refused at once, empty or not", async () => {
    for (const [sources, targets] of [
      [1_000_000, 1_000_000],
      [1_000_000, 0],
      [0, 400_001],
    ] as const) {
      await expect(aligner.align(empty(sources), empty(targets), options)).rejects.toMatchObject({
        code: "input-too-long",
        details: { source: sources, target: targets },
      });
    }
  });

  it("of sentences of 100 kB, of one against thousands and of empty strings is answered", async () => {
    const long = "The harbour froze and the ferries stopped again today. ".repeat(1_900);
    const korean = "항구가 얼어붙고 여객선이 다시 멈췄다. ".repeat(4_500);
    for (const [source, target] of [
      [[long], ["항구가 얼었다."]],
      [
        [long, "End."],
        [korean, "끝."],
      ],
      [["One."], empty(3_000)],
      [empty(3_000), ["하나."]],
      [empty(2_000), empty(2_000)],
    ] as const) {
      const { beads } = await aligner.align(source, target, options);
      expect(beads.at(-1)).toMatchObject({
        source: [expect.any(Number), source.length],
        target: [expect.any(Number), target.length],
      });
    }
    expect(aligner.linkWords(long, korean, options).length).toBeGreaterThan(0);
  });
});

describe("what the search looks at", () => {
  it.each([
    [0, 20_000],
    [20_000, 0],
    [1, 20_000],
    [20_000, 1],
    [60, 20_000],
    [20_000, 60],
    [10_000, 10_000],
  ])("of %i against %i sentences grows with their sum, not with their product", async (sources, targets) => {
    expect(await tableOf(sources, targets)).toBeLessThan(40);
  });
});
