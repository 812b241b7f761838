import type { Bead } from "@stele/core";
import { describe, expect, it } from "vitest";
import { correctionOf } from "../src/correct/correct-keymap.ts";
import { operationAt, pinpoint, type Spot, spotOf } from "../src/correct/operation.ts";
import { bead, threeLanguageReading } from "./sample.ts";

const BEADS: readonly Bead[] = [bead([0, 1], [0, 1]), bead([1, 3], [1, 2]), bead([3, 4], [2, 4])];
const spot = (side: Spot["side"], sentence: number, at: number): Spot => ({ pair: 0, side, sentence, bead: at });

describe("the step that a key means", () => {
  it.each([
    ["up", spot("source", 1, 1), { op: "move", bead: 0, side: "source", by: 1 }],
    ["up", spot("source", 0, 0), undefined],
    ["down", spot("source", 2, 1), { op: "move", bead: 1, side: "source", by: -1 }],
    ["down", spot("target", 3, 2), undefined],
    ["merge", spot("target", 0, 0), { op: "merge", from: 0, to: 2 }],
    ["merge", spot("target", 2, 2), undefined],
    ["approve", spot("source", 2, 1), { op: "approve", from: 1, to: 2 }],
    ["split", spot("source", 2, 1), { op: "split", bead: 1, source: 2, target: 2 }],
    ["split", spot("source", 3, 2), { op: "split", bead: 2, source: 4, target: 3 }],
    ["split", spot("target", 3, 2), { op: "split", bead: 2, source: 4, target: 3 }],
    ["split", spot("source", 0, 0), { op: "split", bead: 0, source: 1, target: 0 }],
  ] as const)("%s at %j", (...[key, at, operation]) => {
    expect(operationAt(BEADS, at, key)).toEqual(operation);
  });

  it("pinpointing joins what lies between and cuts before both", () => {
    expect(pinpoint(BEADS, spot("source", 1, 1), spot("target", 2, 2))).toEqual([
      { op: "merge", from: 1, to: 3 },
      { op: "split", bead: 1, source: 1, target: 2 },
    ]);
  });

  it("pinpointing what is a pair already changes nothing", () => {
    expect(pinpoint(BEADS, spot("source", 1, 1), spot("target", 1, 1))).toEqual([]);
    expect(pinpoint(BEADS, spot("source", 1, 1), spot("source", 2, 1))).toEqual([]);
  });
});

describe("the pair that a correction is about", () => {
  const reading = threeLanguageReading();

  it("is the one of the translation, or on the source the chosen one", () => {
    expect(spotOf(reading, { side: 1, sentence: 1 }, 1)).toEqual({ pair: 0, side: "target", sentence: 1, bead: 1 });
    expect(spotOf(reading, { side: 0, sentence: 2 }, 1)).toEqual({ pair: 1, side: "source", sentence: 2, bead: 2 });
    expect(spotOf(reading, { side: 0, sentence: 2 }, 7)).toBeUndefined();
  });
});

describe("correction keys", () => {
  const press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

  it.each([
    [{ ...press, key: "m" }, "merge"],
    [{ ...press, key: "z", ctrlKey: true }, "undo"],
    [{ ...press, key: "Z", metaKey: true, shiftKey: true }, "redo"],
    [{ ...press, key: "y", ctrlKey: true }, "redo"],
    [{ ...press, key: "M", shiftKey: true }, undefined],
    [{ ...press, key: "m", altKey: true }, undefined],
    [{ ...press, key: "c", ctrlKey: true }, undefined],
  ])("%j", (pressed, command) => {
    expect(correctionOf(pressed)).toBe(command);
  });
});
