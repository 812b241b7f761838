import { writeText } from "@stele/formats";
import { sampleSide } from "@stele/formats/testing";
import { createBitext } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The cells of a CSV (RFC 4180), row by row, as a program reads them. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, separator, quoted, bare = ""] of text.matchAll(/(^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator === "\r\n") rows.push([]);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
  }
  return rows;
}

/** What a spreadsheet begins to reckon with, half and full width. */
const RUNS = /^[=+\-@＝＋－＠\t\r\n]/;
const DISARMED = /^'(?='*[=+\-@＝＋－＠\t\r\n])/;

function csvOf(english: string, korean: string): string {
  const [source, target] = [sampleSide("en", [english]), sampleSide("ko", [korean])];
  const bead = { source: [0, 1], target: [0, 1], score: 0.9, lowScore: false } as const;
  return writeText(createBitext({ source, target, beads: [bead] }), "csv");
}

describe("a CSV for spreadsheets", () => {
  it.each(["=1+1", "+82 2 120", "-1", "@sum", "＝1＋1", "＋1", "－1", "＠sum", "'=1", '="a","b"'])(
    "never begins a cell with what would be reckoned: %s",
    (text) => {
      const [, [english, korean] = []] = readCsv(csvOf(text, text));
      expect([english, korean]).toEqual([`'${text}`, `'${text}`]);
    },
  );

  it("gives every text back to whoever takes the one mark away", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "''=", '"', ",", "a", "가");
    const text = fc
      .tuple(start, fc.stringMatching(/^[\w ,"'=가-힣]{0,12}$/))
      .map(([head, rest]) => `${head}${rest.trimEnd()}`);
    fc.assert(
      fc.property(text, text, (english, korean) => {
        const [, row = []] = readCsv(csvOf(english, korean));
        expect(row.slice(0, 2).some((cell) => RUNS.test(cell))).toBe(false);
        expect(row.slice(0, 2).map((cell) => cell.replace(DISARMED, ""))).toEqual([english, korean]);
      }),
    );
  });
});
