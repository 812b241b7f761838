import { describe, expect, it } from "vitest";
import { piecesOf } from "../src/reader/annotate.ts";
import { lightOf } from "../src/reader/counterparts.ts";
import { quotationOf } from "../src/reader/quotation.ts";
import { groupByOverlap, joinRun, marksOf } from "../src/reader/word-marks.ts";
import { threeLanguageReading } from "./sample.ts";

const reading = threeLanguageReading();

describe("the pieces of a sentence", () => {
  it("cover the text exactly, whatever is marked", () => {
    const text = "银行行长说";
    const annotations = [
      { start: 0, end: 2, ruby: "yínháng" },
      { start: 2, end: 4, ruby: "hángzhǎng" },
    ];
    const pieces = piecesOf(text, { annotations, marks: [{ start: 1, end: 5, group: 3, confidence: 0.5 }] });
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.map(({ ruby }) => ruby)).toEqual(["yínháng", "hángzhǎng", undefined]);
    expect(pieces.map(({ mark }) => mark?.group)).toEqual([undefined, 3, 3]);
  });

  it("show another form in place of the text", () => {
    expect(piecesOf("头发", { annotations: [{ start: 0, end: 1, shown: "頭" }] }).map(({ text }) => text)).toEqual([
      "頭",
      "发",
    ]);
  });

  it("carry the surer of two marks", () => {
    const marks = [
      { start: 0, end: 4, group: 1, confidence: 0.2 },
      { start: 0, end: 2, group: 2, confidence: 0.9 },
    ];
    expect(piecesOf("abcd", { marks }).map(({ mark }) => mark?.group)).toEqual([2, 1]);
  });

  it("leave out annotations that do not lie in the text", () => {
    expect(piecesOf("ab", { annotations: [{ start: 1, end: 9, ruby: "x" }] })).toEqual([
      { start: 0, end: 2, text: "ab" },
    ]);
  });
});

describe("marks of linked words", () => {
  it("join sentences with a blank in English and Korean and without one in Chinese", () => {
    expect(joinRun(reading, 0, [1, 3]).text).toBe("It is long. It took 12 years.");
    expect(joinRun(reading, 2, [1, 3]).text).toBe("它很长。工程历时12年。");
    expect(joinRun(reading, 2, [3, 3])).toEqual({ text: "", parts: [] });
  });

  it("come back to the sentence they lie in, and one word's links to two languages are one group", () => {
    const own = joinRun(reading, 0, [1, 3]);
    const ko = joinRun(reading, 1, [1, 2]);
    const zh = joinRun(reading, 2, [1, 3]);
    const at = own.text.indexOf("12");
    const marks = marksOf(own, [
      { run: ko, links: [{ source: [{ start: at, end: at + 8 }], target: [{ start: 10, end: 13 }], confidence: 1 }] },
      { run: zh, links: [{ source: [{ start: at, end: at + 2 }], target: [{ start: 8, end: 10 }], confidence: 0.7 }] },
    ]);
    const second = marks.get("0:2") ?? [];
    expect(second.map(({ start }) => "It took 12 years.".slice(start, start + 2))).toEqual(["12", "12"]);
    expect(marks.get("2:2")).toEqual([{ start: 4, end: 6, group: second[0]?.group, confidence: 0.7 }]);
    expect(new Set([...marks.values()].flat().map(({ group }) => group)).size).toBe(1);
    expect(marks.has("0:1")).toBe(false);
  });

  it("are one group where a third link overlaps both, and stay apart where none does", () => {
    expect(groupByOverlap([[{ start: 0, end: 2 }], [{ start: 2, end: 4 }], [{ start: 1, end: 3 }]])).toEqual([1, 1, 1]);
    expect(groupByOverlap([[{ start: 0, end: 2 }], [{ start: 2, end: 4 }]])).toEqual([0, 1]);
  });
});

describe("the copied quotation", () => {
  it("has a line a language, leaves a gap out and names the text", () => {
    const lit = lightOf(reading, { side: 0, sentence: 3 });
    expect(lit && quotationOf(reading, lit, { columns: [1, 0, 2], title: "Bridge" })).toBe(
      "다친 사람은 없었다.\nNobody was hurt.\n— Bridge",
    );
  });
});
