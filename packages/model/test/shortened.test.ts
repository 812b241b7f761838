import { shortened } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("a shortened line", () => {
  it.each([
    ["The bridge opened, late and dear.", 40, "The bridge opened, late and dear."],
    ["The bridge opened, late and dear.", 20, "The bridge opened…"],
    ["The bridge opened, late and dear.", 18, "The bridge opened…"],
    ["The bridge opened late and dear.", 17, "The bridge opened…"],
    ["다리가 월요일에 개통됐다고 시가 밝혔다.", 12, "다리가 월요일에…"],
    ["大桥周一正式通车，比原计划晚了四年。", 9, "大桥周一正式通车…"],
  ])("ends between two words, without a mark: %s", (line, length, expected) => {
    expect(shortened(line, length)).toBe(expected);
  });

  it("is not cut back to a blank that stands far before", () => {
    const line = `北京 ${"大桥周一正式通车".repeat(6)}`;
    expect(shortened(line, 40)).toBe(`${line.slice(0, 40)}…`);
  });

  it("is no longer than wanted, and never ends inside a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 20 }), (line, length) => {
        const short = shortened(line, length);
        expect(short.length).toBeLessThanOrEqual(Math.max(length + 1, 1));
        expect(/\p{Surrogate}/u.test(short)).toBe(false);
      }),
    );
  });
});
