import type { LanguageTag } from "@stele/model";
import { detectLanguage, readsForeign, type SegmentOptions, segment } from "@stele/segment";
import { describe, expect, it } from "vitest";

function sentencesOf(text: string, options: SegmentOptions): readonly string[] {
  return segment(text, options).sentences.map(({ start, end }) => text.slice(start, end));
}

describe("quotations", () => {
  it.each<readonly [LanguageTag, string, readonly string[]]>([
    ["en", "“It is cold. Let us go,” she said. He nodded.", ["“It is cold. Let us go,” she said.", "He nodded."]],
    ["en", '"It is cold. Let us go," she said. He nodded.', ['"It is cold. Let us go," she said.', "He nodded."]],
    ["ko", "“춥다. 가자.”라고 그가 말했다. 모두 나갔다.", ["“춥다. 가자.”라고 그가 말했다.", "모두 나갔다."]],
    ["ko", "'춥다. 이제 가자!' 그는 일어섰다.", ["'춥다. 이제 가자!'", "그는 일어섰다."]],
    ["zh-Hans", "他说：“冷。我们走。”大家都走了。", ["他说：“冷。我们走。”", "大家都走了。"]],
    ["zh-Hant", "「冷。我們走。」他說。", ["「冷。我們走。」他說。"]],
  ])("stay whole in %s where that is asked for: %s", (language, text, sentences) => {
    expect(sentencesOf(text, { language, quotations: "whole" })).toEqual(sentences);
    expect(sentencesOf(text, { language }).length).toBeGreaterThan(sentences.length);
  });

  it("that are never closed swallow nothing", () => {
    const text = `“It is cold. ${"Then it rained. ".repeat(200)}`;
    expect(sentencesOf(text, { language: "en", quotations: "whole" }).length).toBe(201);
  });
});

describe("lines", () => {
  const text = "first line without an end\nsecond line. Still the second\nthird line";

  it("are joined by default", () => {
    expect(sentencesOf(text, { language: "en" })).toEqual([
      "first line without an end\nsecond line.",
      "Still the second\nthird line",
    ]);
  });

  it("end a sentence where that is asked for", () => {
    expect(sentencesOf(text, { language: "en", lines: "break" })).toEqual([
      "first line without an end",
      "second line.",
      "Still the second",
      "third line",
    ]);
  });

  it("end one at every kind of line break", () => {
    expect(sentencesOf("가\r\n나\r다\u2028라", { language: "ko", lines: "break" })).toEqual(["가", "나", "다", "라"]);
  });
});

describe("the user's own words", () => {
  it("abbreviations carry their full stop inside a sentence", () => {
    const text = "The Qty. Ordered was wrong. Nobody saw.";
    expect(sentencesOf(text, { language: "en" })).toHaveLength(3);
    for (const abbreviations of [["Qty."], ["qty"]]) {
      expect(sentencesOf(text, { language: "en", abbreviations })).toEqual([
        "The Qty. Ordered was wrong.",
        "Nobody saw.",
      ]);
    }
  });

  it("strings to keep together are never cut", () => {
    const text = "We saw Where? There! on Friday. It was good.";
    expect(sentencesOf(text, { language: "en", keepTogether: ["Where? There!"] })).toEqual([
      "We saw Where? There! on Friday.",
      "It was good.",
    ]);
    const chinese = "我们看了你好。再见。这出戏。不错。";
    expect(sentencesOf(chinese, { language: "zh-Hans", keepTogether: ["你好。再见。这出戏"] })).toEqual([
      "我们看了你好。再见。这出戏。",
      "不错。",
    ]);
  });
});

describe("explain", () => {
  it("says for each candidate which rule decided", () => {
    const { explanations } = segment("Mr. Hale left at 6 p.m. Nobody waved. He paid $4.50 in all.", {
      language: "en",
      explain: true,
    });
    expect(explanations).toEqual([
      { offset: 3, isBoundary: false, rule: "title" },
      { offset: 21, isBoundary: false, rule: "inside-a-word" },
      { offset: 23, isBoundary: true, rule: "time-ends-sentence" },
      { offset: 37, isBoundary: true, rule: "full-stop" },
      { offset: 49, isBoundary: false, rule: "inside-a-word" },
    ]);
  });

  it.each<readonly [LanguageTag, string, string]>([
    ["ko", "“춥다.”라고 했다.", "particle-after-quotation"],
    ["ko", "좋았어요 다음에 또 갈게요", "ending-without-mark"],
    ["zh-Hans", "“冷。”他说。", "attribution-follows"],
    ["zh-Hans", "增长3.5%。", "inside-a-figure"],
    ["en", "The mill (it burned. Who knows?) is gone.", "inside-brackets"],
  ])("names the rule in %s: %s → %s", (language, text, rule) => {
    expect(segment(text, { language, explain: true }).explanations?.map((one) => one.rule)).toContain(rule);
  });

  it("says nothing unless asked", () => {
    expect(segment("One. Two.", { language: "en" })).not.toHaveProperty("explanations");
  });
});

describe("readsForeign", () => {
  const french =
    "Le bac est parti à neuf heures. Personne ne regrettait la pluie, et le gardien du phare saluait de la main. ".repeat(
      3,
    );
  const english =
    "The ferry left at nine. Nobody minded the rain, and the keeper of the lighthouse waved from his door. ".repeat(3);

  it.each([
    ["Arabic", "غادرت العبارة في التاسعة. لم يهتم أحد بالمطر.", true],
    ["Russian", "Паром ушёл в девять. Дождь никому не мешал.", true],
    ["Japanese", "渡し船は九時に出た。雨を気にする人はいなかった。", true],
    ["a page of French", french, true],
    ["a line of French", "Le bac est parti.", false],
    ["English", english, false],
    ["Korean", "배는 9시에 떠났다. 비를 탓하는 사람은 없었다.", false],
    ["Chinese with a Japanese name", "渡船九点开走了，船名叫さくら，没有人在意下雨。", false],
    ["figures", "12.5 % …", false],
  ])("of %s", (_name, text, isForeign) => {
    expect(readsForeign(text)).toBe(isForeign);
  });
});

describe("detectLanguage", () => {
  it.each<readonly [string, LanguageTag | undefined]>([
    ["The ferry left at noon.", "en"],
    ["배가 정오에 떠났다.", "ko"],
    ["배가 正午에 출항했다.", "ko"],
    ["\u1107\u1162\u1100\u1161 \u1104\u1165\u1102\u1161\u11bb\u1103\u1161.", "ko"],
    ["渡船中午开走了，没有人说话。", "zh-Hans"],
    ["渡船中午開走了，沒有人說話。", "zh-Hant"],
    ["山川日月", "zh-Hans"],
    ["我们坐 Airport Express 去机场。", "zh-Hans"],
    ["새 iPhone을 샀다.", "ko"],
    ["", undefined],
    ["12.5 % …", undefined],
  ])("says of %j: %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it("is what auto goes by", () => {
    expect(segment("渡船开走了。没有人说话。", { language: "auto" })).toMatchObject({
      language: "zh-Hans",
      sentences: [
        { start: 0, end: 6 },
        { start: 6, end: 12 },
      ],
    });
    expect(segment("… 12 …", { language: "auto" }).language).toBe("en");
  });
});
