import {
  asPolytext,
  FORMATS,
  readLadder,
  readPolytext,
  readTmx,
  rowTexts,
  type TmxUnit,
  writeFiles,
  writeText,
} from "@stele/formats";
import { sampleSide } from "@stele/formats/testing";
import { type Bead, type Bitext, createBitext, type LanguageTag, type Provenance, type Side } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const LANGUAGES: readonly (readonly [LanguageTag, LanguageTag])[] = [
  ["en", "ko"],
  ["en", "zh-Hans"],
  ["ko", "zh-Hant"],
];
const PROVENANCE: readonly Provenance[] = [
  { origin: { kind: "person", name: "Ana" }, standing: "corrected" },
  {
    origin: { kind: "engine", engine: "local", model: "m", date: "2026-01-02T03:04:05Z", via: "en" },
    standing: "machine",
  },
  { origin: { kind: "file", name: "<a & b>.txt" }, standing: "approved" },
];

/** Lines of any Unicode, lone surrogates and control characters too, but no line breaks and no outer blanks. */
const line = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom("a", "비", "雨", "&", "<", "]]>", " "),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) => text.replace(/[\s\u0085]+/gu, " ").trim())
  .filter((text) => text !== "");

/** Beads of random sizes over both sides. */
function beadsFor(sources: number, targets: number, sizes: readonly (readonly [number, number])[]): readonly Bead[] {
  const beads: Bead[] = [];
  let [source, target] = [0, 0];
  const push = (m: number, n: number): void => {
    const score = m > 0 && n > 0 ? 0.875 : null;
    beads.push({ source: [source, source + m], target: [target, target + n], score, lowScore: (m + n) % 2 === 1 });
    source += m;
    target += n;
  };
  for (const [m, n] of sizes) {
    const [take, give] = [Math.min(m, sources - source), Math.min(n, targets - target)];
    if (take > 0 && give > 0) push(take, give);
  }
  while (source < sources) push(1, 0);
  while (target < targets) push(0, 1);
  return beads;
}

const bitexts: fc.Arbitrary<Bitext> = fc
  .record({
    pair: fc.constantFrom(...LANGUAGES),
    sources: fc.array(line, { minLength: 1, maxLength: 8 }),
    targets: fc.array(line, { minLength: 1, maxLength: 8 }),
    sizes: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 6 }),
    provenance: fc.constantFrom(...PROVENANCE),
  })
  .map(({ pair, sources, targets, sizes, provenance }) => {
    const source = sampleSide(pair[0], sources);
    const target: Side = { ...sampleSide(pair[1], targets), provenance, overrides: { 0: PROVENANCE[0] as Provenance } };
    return createBitext({ source, target, beads: beadsFor(sources.length, targets.length, sizes), author: "Ana" });
  });

async function unitsOf(text: string): Promise<readonly TmxUnit[]> {
  const units: TmxUnit[] = [];
  for await (const unit of readTmx(text, { name: "a.tmx" })) units.push(unit);
  return units;
}

/** What XML can carry of a text. */
const inXml = (text: string): string => text.replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Surrogate}/gu, "");

describe("what is written and read again", () => {
  it("is the same polytext in JSON", () => {
    fc.assert(
      fc.property(bitexts, (bitext) => {
        const bytes = new TextEncoder().encode(writeText(bitext, "json"));
        expect(readPolytext(bytes, { name: "a.json" })).toEqual(asPolytext(bitext));
      }),
    );
  });

  it("is the same texts in TMX, but for what XML cannot hold", async () => {
    await fc.assert(
      fc.asyncProperty(bitexts, async (bitext) => {
        const { rows, ...rest } = asPolytext(bitext);
        const texts = rows.map(({ runs }) => rowTexts({ rows, ...rest }, runs).map(inXml));
        const expected = texts.filter((cells) => cells.every((cell) => cell.trim() !== ""));
        const units = await unitsOf(writeText(bitext, "tmx"));
        expect(units.map(({ source, target }) => [source.text, target.text])).toEqual(expected);
        for (const { source, target } of units) {
          expect([source.language, target.language]).toEqual([
            bitext.source.article.language,
            bitext.target.article.language,
          ]);
        }
      }),
    );
  });

  it.each(["sentalign", "vecalign", "hunalign"])("is the same beads in %s", (format) => {
    fc.assert(
      fc.property(bitexts, (bitext) => {
        const [ladder] = writeFiles(bitext, format);
        const lengths = { source: bitext.source.sentences.length, target: bitext.target.sentences.length };
        const numbers = format === "vecalign" ? "cost" : "similarity";
        const beads = readLadder([...(ladder?.chunks ?? [])].join(""), { lengths, numbers });
        expect(beads.map(({ source, target }) => [source, target])).toEqual(
          bitext.beads.map(({ source, target }) => [source, target]),
        );
        if (format === "hunalign") return;
        for (const [index, bead] of beads.entries()) expect(bead.score).toBe(bitext.beads[index]?.score);
      }),
    );
  });

  it("is one line a row in every table", () => {
    fc.assert(
      fc.property(bitexts, (bitext) => {
        const lines = writeText(bitext, "tsv").split("\n");
        expect(lines).toHaveLength(bitext.beads.length + 2);
        for (const row of lines.slice(0, -1)) expect(row.split("\t")).toHaveLength(3);
      }),
    );
  });

  it("never writes a format that cannot be written", () => {
    for (const { name, write } of Object.values(FORMATS)) {
      if (write === undefined)
        expect(() => writeText(asPolytext(sample), name)).toThrow(/not a format that Stele writes/);
    }
  });
});

const sample = createBitext({
  source: sampleSide("en", ["One."]),
  target: sampleSide("ko", ["하나."]),
  beads: [{ source: [0, 1], target: [0, 1], score: 1, lowScore: false }],
});
