import { readFileSync } from "node:fs";
import { readArticle, readPolytext, writeText } from "@stele/formats";
import { sampleBitext, sampleSide } from "@stele/formats/testing";
import { createBitext, type Polytext } from "@stele/model";
import { describe, expect, it } from "vitest";
import { departures, type Schema } from "./schema.ts";

const schema: Schema = JSON.parse(readFileSync(new URL("../schema/polytext.schema.json", import.meta.url), "utf8"));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const engine = {
  kind: "engine",
  engine: "local",
  model: "m",
  date: "2026-01-02T03:04:05Z",
  via: "en",
  options: { a: "b" },
} as const;
const person = { origin: { kind: "person", name: "Ana" }, standing: "approved", approvedFrom: "corrected" } as const;
const sides = [
  sampleSide("en", ["Rain fell.", "Snow fell."]),
  {
    ...sampleSide("ko", ["비.", "눈."]),
    provenance: { origin: engine, standing: "machine" } as const,
    overrides: { 1: person },
  },
  sampleSide("zh-Hant", ["下雨了。", "下雪了。"]),
] as const;
const report = {
  pieces: [{ source: [0, 1], target: [0, 1], verdict: "suspicious", reasons: ["length"], attempts: 2 }],
  counts: { empty: 0, suspicious: 1, split: 0, merged: 0, kept: 1 },
} as const;
const first = sampleBitext(sides[0], sides[1]);
const polytext: Polytext = {
  sides,
  pairs: [
    createBitext({ ...first, report, beads: first.beads.map((bead) => ({ ...bead, fixed: true })) }),
    sampleBitext(sides[0], sides[2]),
  ],
  rows: [0, 1].map((index) => ({ runs: sides.map(() => [index, index + 1] as const), score: 0.75 })),
};
const file = writeText(polytext, "json");

/** The file's members, as far as a test changes them. */
interface FileData {
  readonly sides: readonly [{ readonly provenance: object }, ...object[]];
  readonly pairs: readonly [object, object];
  readonly rows: readonly [object, object];
}

/** The file with one place changed. */
function changed(change: (data: FileData) => void): Uint8Array {
  const data = JSON.parse(file);
  change(data);
  return utf8(JSON.stringify(data));
}

describe("a text as JSON", () => {
  it("is what its schema says, every member described", () => {
    expect(departures(JSON.parse(file), schema)).toEqual([]);
    expect(departures({ ...JSON.parse(file), version: 2, extra: 1 }, schema)).toHaveLength(2);
  });

  it("comes back whole: three sides, report, provenance, fixed beads", () => {
    expect(readPolytext(utf8(file), { name: "a.json" })).toEqual(polytext);
  });

  it("shows each row's text to whoever only wants to read", () => {
    expect(JSON.parse(file).rows[0].text).toEqual(["Rain fell.", "비.", "下雨了。"]);
  });

  it("is an article too: its first side", async () => {
    expect(await readArticle(utf8(file), { name: "a.json" })).toMatchObject({
      text: "Rain fell.\nSnow fell.",
      language: "en",
    });
  });

  it.each([
    ["is no JSON", utf8("{"), "the file"],
    ["is another JSON", utf8('{"a": 1}'), "format"],
    ["is of a later version", changed((data) => Object.assign(data, { version: 2 })), "version"],
    [
      "has a changed text",
      changed((data) => Object.assign(data.sides[0], { text: "Rain fell.\nSnow fell!" })),
      "sides[0].id",
    ],
    ["lacks an author", changed((data) => Object.assign(data.pairs[0], { author: 3 })), "pairs[0].author"],
    ["lost a row", changed((data) => Object.assign(data, { rows: [data.rows[0]] })), "rows"],
    [
      "has rows out of order",
      changed((data) => Object.assign(data, { rows: [data.rows[1], data.rows[0]] })),
      "rows[0].runs[0]",
    ],
    [
      "names a side that is not there",
      changed((data) => Object.assign(data.pairs[0], { sides: [0, 7] })),
      "pairs[0].sides",
    ],
    [
      "has an unknown standing",
      changed((data) => Object.assign(data.sides[0].provenance, { standing: "x" })),
      "sides[0].provenance.standing",
    ],
  ] as const)("that %s is refused, and the place named", (_, bytes, path) => {
    expect(() => readPolytext(bytes, { name: "a.json" })).toThrow(
      expect.objectContaining({ code: "input-malformed", details: expect.objectContaining({ path }) }),
    );
  });
});
