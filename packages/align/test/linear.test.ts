import { describe, expect, it } from "vitest";
import { rowOffsets } from "../src/lattice/band.ts";
import { LONGEST_RUN } from "../src/lattice/shapes.ts";
import { cellsOf } from "../src/meaning/cells.ts";
import { readTexts } from "../src/read-texts.ts";
import { firstBand } from "../src/stretch.ts";

/** Places and pairs of sentences that the first pass looks at, a sentence of both texts. */
function tableOf(sources: number, targets: number): number {
  const source = Array.from({ length: sources }, (_, k) => `Sentence number ${k} of the text.`);
  const target = Array.from({ length: targets }, (_, k) => `이 글의 ${k}번째 문장이다.`);
  const texts = readTexts({ source, target, languages: { source: "en", target: "ko" } }, undefined);
  const band = firstBand(texts);
  const places = rowOffsets(band).at(-1) ?? 0;
  return Math.max(places, cellsOf(band, targets, LONGEST_RUN).offsets.at(-1) ?? 0) / (sources + targets);
}

describe("what the search looks at", () => {
  it.each([
    [0, 20_000],
    [20_000, 0],
    [1, 20_000],
    [20_000, 1],
    [60, 20_000],
    [20_000, 60],
    [10_000, 10_000],
  ])("of %i against %i sentences grows with their sum, not with their product", (sources, targets) => {
    expect(tableOf(sources, targets)).toBeLessThan(40);
  });
});
