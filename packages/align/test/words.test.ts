import { createAligner } from "@stele/align";
import { createWordBaselines, evaluateWordLinks, type WordLinker } from "@stele/align/evaluate";
import type { LanguageTag } from "@stele/model";
import { describe, expect, it } from "vitest";
import { vectorsFile } from "./vectors-file.ts";
import { readWordGold } from "./word-gold.ts";

const bytes = vectorsFile();
const aligner = createAligner({ vectors: bytes });
const baselines = createWordBaselines({ vectors: bytes });

/** Links as `word=word`, in order. */
function links(source: string, target: string, languages: readonly [LanguageTag, LanguageTag]): string[] {
  const [from, to] = languages;
  const words = (text: string, spans: readonly { start: number; end: number }[]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join("+");
  return aligner
    .linkWords(source, target, { source: from, target: to })
    .map((link) => `${words(source, link.source)}=${words(target, link.target)}`);
}

describe("word links", () => {
  it.each([
    ["en-ko", { precision: 0.88, recall: 0.45 }],
    ["en-zh", { precision: 0.83, recall: 0.67 }],
    ["ko-zh", { precision: 0.82, recall: 0.51 }],
  ])(
    "of %s are as right as docs/accuracy.md says, and better than exact match and mutual nearest words",
    (pair, least) => {
      const { languages, pairs } = readWordGold(pair);
      const judge = (link: WordLinker) =>
        evaluateWordLinks(pairs.map((gold) => ({ gold, found: link(gold.source, gold.target, languages) })));
      const figures = judge(aligner.linkWords);
      const [mutual, exact] = [judge(baselines.mutual), judge(baselines.exact)];
      expect(figures.precision).toBeGreaterThan(least.precision);
      expect(figures.recall).toBeGreaterThan(least.recall);
      expect(figures.precision).toBeGreaterThan(mutual.precision + 0.05);
      expect(figures.recall).toBeGreaterThan(exact.recall + 0.3);
    },
  );

  it.each([
    ["The tower burnt in 1912.", "이 탑은 1912년에 불탔다.", ["en", "ko"], "1912=1912년에"],
    ["It opens on September 14.", "它在9月14日开放。", ["en", "zh-Hans"], "September=9+月"],
    ["Come back on Friday.", "금요일에 다시 오세요.", ["en", "ko"], "Friday=금요일에"],
    ["A ship of 20,000 tons sank.", "一艘两万吨的船沉了。", ["en", "zh-Hans"], "20,000=两+万"],
    ["Mr Kowalczyk smiled.", "코발치크 씨가 웃었다.", ["en", "ko"], "Kowalczyk=코발치크"],
    ["Minister Lindqvist says no.", "部长林德奎斯特称不行。", ["en", "zh-Hans"], "Lindqvist=林德奎斯特"],
    ["Minister Lindqvist says no.", "部長林德奎斯特稱不行。", ["en", "zh-Hant"], "Lindqvist=林德奎斯特"],
    ["COVID-19 가 아니라 감기다.", "这不是COVID-19，而是感冒。", ["ko", "zh-Hans"], "COVID-19=COVID+19"],
    ["The two divers came back.", "잠수부 두 명이 돌아왔다.", ["en", "ko"], "two=두"],
    ["There were 12 boats.", "배가 열두 척 있었다.", ["en", "ko"], "12=열두"],
    ["경제는 나아졌다.", "经济好转了。", ["ko", "zh-Hans"], "경제는=经济"],
    ["경제는 나아졌다.", "經濟好轉了。", ["ko", "zh-Hant"], "경제는=經濟"],
  ] as const)("join in %j and %j (%j) the pair %s", (...[source, target, languages, link]) => {
    expect(links(source, target, languages)).toContain(link);
  });

  it.each([
    [
      "The bridge opened on Wednesday, after engineers replaced the bearing that had kept it shut all winter.",
      "겨우내 발목을 잡았던 베어링을 교체한 뒤에야 다리가 14일 개통했다.",
    ],
    ["The lake froze on Monday.", "호수는 화요일에 얼었다."],
    ["They met in August.", "그들은 여름에 9월의 시장에서 만났다."],
  ])("join no month or weekday with another one or with an ordinary word: %j and %j", (source, target) => {
    const dates = links(source, target, ["en", "ko"]).filter((link) => /^(?:Wednesday|Monday|August)=/u.test(link));
    expect(dates.filter((link) => !/\d/u.test(link) || link.includes("월"))).toEqual([]);
  });

  it("lie in the untouched text, also after full-width figures and decomposed Hangul", () => {
    const decomposed = "１９１２년에 병원이 ㈜가람".normalize("NFD");
    const found = links("The hospital of 1912", decomposed, ["en", "ko"]);
    expect(found.map((link) => link.normalize("NFKC"))).toContain("1912=1912년에");
    expect(found.map((link) => link.normalize("NFKC"))).toContain("hospital=병원이");
  });

  it("stand also without vectors, where words are the same by their form", () => {
    const plain = createAligner();
    const found = plain.linkWords("In 1912 Gilbert left.", "1912년에 길버트는 떠났다.", { source: "en", target: "ko" });
    expect(found).toHaveLength(2);
  });
});
