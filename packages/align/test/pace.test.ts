import { createAligner } from "@stele/align";

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowOffsets, rowTurns } from "../src/lattice/band.ts";
import { mapInTurns, partOf, turnsOf } from "../src/pace.ts";
import { longTexts } from "../src/testing-samples.ts";
import { vectorsFile } from "./vectors-file.ts";

const { source, target, options } = longTexts(1_200);
const aligner = createAligner({ vectors: vectorsFile() });

describe("a long text", () => {
  it("is cancelled while it is still read", async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const running = aligner.align(source, target, {
      ...options,
      signal: controller.signal,
      onProgress: (done) => {
        told.push(done);
        if (done > 0) controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
    expect(told).toHaveLength(1);
    expect(told[0]).toBeLessThan(0.01);
  });

  it("tells its progress in steps of a twentieth at most, from the reading to the last pass", async () => {
    const told = [0];
    await aligner.align(source, target, { ...options, onProgress: (done) => told.push(done) });
    const steps = told.slice(1).map((done, index) => done - (told[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBeLessThan(0.05);
    expect(told.at(-1)).toBe(1);
  });
});

describe("turns", () => {
  it("hold every row of a band once, in order, and few places each", () => {
    const widths = fc.array(fc.integer({ min: 1, max: 6_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(widths, (all) => {
        const band = { low: new Int32Array(all.length), high: Int32Array.from(all, (width) => width - 1) };
        const offsets = rowOffsets(band);
        const turns = rowTurns(offsets);
        expect(turns.flatMap(([from, to]) => all.slice(from, to))).toEqual(all);
        for (const [from, to] of turns) {
          const places = (offsets[to - 1] ?? 0) - (offsets[from] ?? 0);
          expect(places).toBeLessThan(4_096);
        }
      }),
    );
  });

  it("give every item in order, whatever their number", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(300), async (count) => {
        const items = Array.from({ length: count }, (_, k) => k);
        const steps: number[] = [];
        const part = partOf({ step: async (done) => void steps.push(done) }, [0.25, 0.75]);
        const found = await mapInTurns(items, part, (item, index) => [item, index]);
        expect(found).toEqual(items.map((item) => [item, item]));
        expect(steps).toHaveLength(turnsOf(count).length);
        if (count > 0) expect(steps.at(-1)).toBe(0.75);
      }),
    );
  });
});
