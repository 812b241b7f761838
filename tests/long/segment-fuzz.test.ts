import { LANGUAGE_TAGS } from "@stele/model";
import { segment } from "@stele/segment";
import { describe, expect, it } from "vitest";
import { findLoss } from "../../packages/segment/test/lossless.ts";
import { readTable, TABLES } from "../../packages/segment/test/tables.ts";

/** The texts are the same in every run: a failure can be looked at again. */
const SEED = 20_200_220;
const RUNS = 100_000;
const TABLE_TEXTS = TABLES.flatMap(([name]) => readTable(name).map(({ text }) => text));
/** Where the scripts of the world lie: the first code point and how many there are. */
const SCRIPTS: readonly (readonly [number, number])[] = [
  [0x20, 95],
  [0xa0, 96],
  [0x300, 112],
  [0x370, 144],
  [0x400, 256],
  [0x590, 112],
  [0x600, 256],
  [0x900, 128],
  [0xe00, 128],
  [0x1100, 256],
  [0x2000, 112],
  [0x2460, 160],
  [0x3000, 64],
  [0x3040, 192],
  [0x3130, 96],
  [0x4e00, 20_000],
  [0xac00, 11_172],
  [0xd800, 2048],
  [0xfe00, 512],
  [0x1f300, 700],
  [0x20000, 1000],
];

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("segment under 100,000 random and mutated texts", () => {
  const random = randomFrom(SEED);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;

  function randomText(): string {
    const scripts = Array.from({ length: 1 + below(3) }, () => pick(SCRIPTS));
    const length = below(80);
    return Array.from({ length }, () => {
      const [from, count] = pick(scripts);
      return random() < 0.2 ? pick([...' .!?。\n"“”()、']) : String.fromCodePoint(from + below(count));
    }).join("");
  }

  function mutatedText(): string {
    const units = [...pick(TABLE_TEXTS), ...pick(TABLE_TEXTS)];
    for (let i = below(6); i >= 0; i--) {
      const at = below(units.length);
      const change = below(4);
      if (change === 0) units.splice(at, 1);
      else if (change === 1) units.splice(at, 0, pick(units) ?? " ");
      else if (change === 2) units.splice(at, 1, pick([..."\n .!?。”“\"'()"]));
      else units.splice(at, below(8), ...units.slice(below(units.length)).slice(0, 8));
    }
    return units.join("");
  }

  it("throws nothing and loses nothing", () => {
    for (let run = 0; run < RUNS; run++) {
      const text = run % 2 === 0 ? randomText() : mutatedText();
      const found = segment(text, {
        language: pick([...LANGUAGE_TAGS, "auto" as const]),
        quotations: pick(["split", "whole"] as const),
        lines: pick(["join", "break"] as const),
      });
      const loss = findLoss(text, found);
      if (loss !== undefined) expect.fail(`${loss} in ${JSON.stringify(text)}`);
    }
  });
});
