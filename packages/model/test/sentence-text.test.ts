import { joinLines, sentenceLine } from "@stele/model";
import fc from "fast-check";
import { expect, it } from "vitest";

it.each([
  ["an English line break becomes one blank", "The mill\n  shut in May.", "The mill shut in May."],
  ["nothing stands between Han characters", "工厂停\n产了。", "工厂停产了。"],
  ["nothing stands before a full-width mark", "他说：\n“好。”", "他说：“好。”"],
  ["nothing stands after a closing mark before Han", "“好。”\n他说。", "“好。”他说。"],
  ["Korean keeps the blank", "비가\r\n온다.", "비가 온다."],
  ["Han beside Latin keeps the blank", "作者\nMark", "作者 Mark"],
  ["English quotation marks keep the blank", "“Go.”\n“No.”", "“Go.” “No.”"],
  ["a rare Han character counts as Han", "𠀀\n𠀁", "𠀀𠀁"],
  ["blanks within a line stay", "two  blanks", "two  blanks"],
])("%s", (_rule, text, line) => {
  expect(joinLines(text)).toBe(line);
});

it("a sentence's line never holds a line break and keeps everything that is not blank", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "中", "。", "”", "가", " ", "\n", "\r", "\u2028") }), (text) => {
      const line = sentenceLine({ text }, { start: 0, end: text.length, block: 0 });
      expect(line).not.toMatch(/[\n\r\u2028\u2029]/u);
      expect(line.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
    }),
  );
});
