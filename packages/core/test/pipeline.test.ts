import { parallel } from "@stele/core";
import { describe, expect, it } from "vitest";

const ENGLISH = "The bridge opened in 1932. It carries 160,000 cars a day.\n\nTickets cost nothing.";
const KOREAN = "이 다리는 1932년에 개통했다. 하루에 자동차 16만 대가 지나간다.\n\n요금은 없다.";
const CHINESE = "这座桥于1932年开通。每天有16万辆汽车通过。\n\n不收费。";

describe("the whole way of an article", () => {
  it("brings three texts into rows that hold every sentence once", async () => {
    const translations = [
      { text: KOREAN, language: "auto" },
      { text: CHINESE, language: "auto" },
    ] as const;
    const polytext = await parallel({ text: ENGLISH, language: "auto" }, { to: [], translations });
    expect(polytext.sides.map((side) => side.article.language)).toEqual(["en", "ko", "zh-Hans"]);
    expect(polytext.pairs).toHaveLength(3);
    for (const [index, side] of polytext.sides.entries()) {
      const held = polytext.rows.flatMap((row) => {
        const [from, to] = row.runs[index] ?? [0, 0];
        return side.sentences.slice(from, to);
      });
      expect(held).toEqual(side.sentences);
    }
  });

  it.each([
    ["a language twice", { to: [], translations: [{ text: "One more.", language: "en" }] }, "language-same"],
    ["nothing to translate with", { to: ["ko"] }, "engine-not-ready"],
    ["no language at all", { to: [] }, "usage"],
    ["three languages", { to: ["ko", "zh-Hans", "zh-Hant"] }, "usage"],
    ["an empty translation", { to: [], translations: [{ text: " \n ", language: "ko" }] }, "input-empty"],
  ] as const)("refuses %s", async (_, options, code) => {
    await expect(parallel({ text: ENGLISH, language: "en" }, options)).rejects.toMatchObject({ code });
  });
});
