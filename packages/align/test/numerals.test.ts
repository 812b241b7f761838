import { createAligner, saidNumbers } from "@stele/align";
import type { LanguageTag } from "@stele/model";
import { describe, expect, it } from "vitest";
import { numerals } from "../src/anchors/numerals.ts";

describe("figures in words", () => {
  it.each([
    ["en", "Six men and twenty-one women", ["6", "21"]],
    ["en", "two hundred and five boats, a dozen nets", ["205", "12"]],
    ["en", "three thousand four hundred and twelve", ["3412"]],
    ["en", "Two dozens of eggs on the third day; zero left, one two three", ["24", "3", "0", "1", "2", "3"]],
    ["en", "a hundred and the fiftieth", ["100", "50"]],
    ["en", "two and three", ["2", "3"]],
    ["ko", "여섯 명과 열두 사람, 스물한 살, 세 번째", ["6", "12", "21", "3"]],
    ["ko", "다섯은 남고 두 대는 떠났다", ["5", "2"]],
    ["ko", "육 년 동안 이십 명이, 삼백여 명이", ["6", "20", "300"]],
    ["ko", "제삼 회, 이천십오 년", ["3", "2015"]],
    ["ko", "일요일 사람들은 이 도시의 세계적인 천재를 네모난 방에서", []],
    ["zh-Hans", "六个人，两百二十五只，第三天", ["6", "225", "3"]],
    ["zh-Hant", "兩萬五千人", ["25000"]],
  ] as const)("of %s in %j", (language, text, values) => {
    const found = numerals(text, language as LanguageTag);
    for (const value of values) expect(found).toContain(value);
    if (values.length === 0) expect(found).toEqual([]);
  });

  it.each([
    ["There were six sailors on board.", "배에는 선원 6명이 타고 있었다.", "ko"],
    ["There were six sailors on board.", "船上有6名水手。", "zh-Hans"],
    ["There were 6 sailors on board.", "船上有六名水手。", "zh-Hans"],
    ["There were 12 sailors on board.", "배에는 선원 열두 명이 타고 있었다.", "ko"],
    ["A dozen sailors came in May.", "5월에 선원 12명이 왔다.", "ko"],
  ] as const)("are no figures that the other side lacks: %j and %j", async (source, target, language) => {
    const { explanations } = await createAligner().align([source], [target], {
      source: "en",
      target: language,
      explain: true,
      fixed: [{ source: [0, 1], target: [0, 1], score: null, lowScore: false, fixed: true }],
    });
    expect(explanations?.[0]).toMatchObject({ missingFigures: [], addedFigures: [] });
  });

  it("leave a figure missing that is nowhere", async () => {
    const options = { source: "en", target: "ko", explain: true } as const;
    const { explanations } = await createAligner().align(
      ["There were 16 sailors."],
      ["배에는 선원 여섯 명이 있었고 4척이 왔다."],
      { ...options, fixed: [{ source: [0, 1], target: [0, 1], score: null, lowScore: false, fixed: true }] },
    );
    expect(explanations?.[0]).toMatchObject({ missingFigures: ["16"], addedFigures: ["4"] });
  });
});

describe("numbers that a text may say in words", () => {
  it.each([
    ["en", "two hundred thousand", [2, 200, 200_000]],
    ["en", "half a million, the fifties, a third of twenty-one, a quarter past", [500_000, 50, 3, 21, 15]],
    ["ko", "스물한 살, 스무 명, 서 말, 열흘, 반년, 백만", [21, 20, 3, 10, 6, 100, 1_000_000]],
    ["zh-Hans", "双方十天后半小时", [2, 10, 30]],
  ] as const)("of %s in %j", (language, text, values) => {
    expect([...saidNumbers(text, language)]).toEqual(expect.arrayContaining([...values]));
  });

  it.each([
    ["en", "It rained in the forest."],
    ["ko", "비가 내리는 숲은 조용하다."],
    ["zh-Hant", "森林裡下著雨。"],
  ] as const)("are none where %s says none", (language, text) => {
    expect([...saidNumbers(text, language)]).toEqual([]);
  });
});
