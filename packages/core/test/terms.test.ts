import { checkTerms, findTerms, proposeTerms } from "@stele/core";
import { describe, expect, it } from "vitest";

const PAIRS = [
  { source: "The Tern Bridge opened on Monday.", target: "턴교가 월요일에 개통했다." },
  { source: "Nobody had crossed the Tern Bridge before.", target: "전에는 아무도 턴교를 건넌 적이 없었다." },
  { source: "Harbour dues were paid by the Port Authority.", target: "항만 사용료는 항만청이 냈다." },
  { source: "Later the Port Authority closed the Tern Bridge.", target: "나중에 항만청은 턴교를 막았다." },
  { source: "It rained on Monday.", target: "월요일에는 비가 왔다." },
];
const sources = PAIRS.map(({ source }) => source);

describe("the terms of a text", () => {
  it("are names that recur, whole and the most frequent first", () => {
    const terms = findTerms(sources, { language: "en" }).map(({ term, count }) => [term, count]);
    expect(terms[0]).toEqual(["Tern Bridge", 3]);
    expect(terms).toContainEqual(["Port Authority", 2]);
    expect(terms.map(([term]) => term)).not.toContain("Bridge");
  });

  it.each([
    ["ko", ["한강대교가 막혔다.", "한강대교를 건넜다.", "그는 한강대교에서 기다렸다."], "한강대교"],
    ["zh-Hans", ["燕鸥大桥开通了。", "我们走过燕鸥大桥。", "燕鸥大桥很长。"], "燕鸥大桥"],
  ] as const)("are found in %s without particles and fillers", (language, sentences, term) => {
    expect(findTerms(sentences, { language }).map((found) => found.term)).toContain(term);
  });

  it("get the phrase that stands where they stand", () => {
    const proposed = proposeTerms(findTerms(sources, { language: "en" }), PAIRS, { target: "ko" });
    const target = (term: string): string | undefined => proposed.find((one) => one.term === term)?.target;
    expect([target("Tern Bridge"), target("Port Authority")]).toEqual(["턴교", "항만청"]);
  });

  it("get nothing where nothing goes with them", () => {
    expect(proposeTerms([{ term: "Nowhere", count: 2 }], PAIRS, { target: "ko" })).toEqual([
      { term: "Nowhere", count: 2, likeness: 0 },
    ]);
  });
});

describe("a glossary", () => {
  it("shows where a translation departs from it", () => {
    const glossary = {
      terms: [
        { source: "Tern Bridge", target: "제비갈매기 다리" },
        { source: "Port Authority", target: "항만청" },
      ],
    };
    expect(checkTerms(PAIRS, glossary).map(({ pair }) => pair)).toEqual([0, 1, 3]);
  });
});
