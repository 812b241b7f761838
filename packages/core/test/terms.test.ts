import { checkTerms, findTerms, type LanguageTag, proposeTerms, type TextPair } from "@stele/core";
import { bundledAligner } from "@stele/core/node";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const PAIRS: readonly TextPair[] = [
  { source: "The Tern Bridge opened on Monday.", target: "턴교가 월요일에 개통했다." },
  { source: "Nobody had crossed the Tern Bridge before.", target: "전에는 아무도 턴교를 건넌 적이 없었다." },
  { source: "Harbour dues were paid by the Port Authority.", target: "항만 사용료는 항만청이 냈다." },
  { source: "Later the Port Authority closed the Tern Bridge.", target: "나중에 항만청은 턴교를 막았다." },
  { source: "It rained on Monday.", target: "월요일에는 비가 왔다." },
];
const sources = PAIRS.map(({ source }) => source);
const TO_KOREAN = { source: "en", target: "ko", aligner: bundledAligner() } as const;

function termsOf(sentences: readonly string[], language: LanguageTag): readonly string[] {
  return findTerms(sentences, { language }).map(({ term }) => term);
}

describe("the terms of a text", () => {
  it("are names that recur, whole and the most frequent first", () => {
    const terms = findTerms(sources, { language: "en" }).map(({ term, count }) => [term, count]);
    expect(terms).toEqual([
      ["Tern Bridge", 3],
      ["Port Authority", 2],
    ]);
  });

  it("are nouns of several words and plurals counted with their singular, no verbs", () => {
    const text = [
      "A tide gate holds the water back.",
      "Both tide gates were repaired, and the crew repaired the road.",
      "The crew waited for the tide gate.",
      "Then the crew waited.",
    ];
    expect(findTerms(text, { language: "en" })).toEqual([
      { term: "tide gate", count: 3 },
      { term: "crew", count: 3 },
    ]);
  });

  it("count a name's mention in the title, whatever stands around it", () => {
    const text = ["Lowmere Waits for Its Ferry", "Nobody in Lowmere knows when it comes.", "It may come in May."];
    expect(termsOf(text, "en")).toEqual(["Lowmere"]);
  });

  it.each([
    ["ko", ["한강대교가 막혔다.", "한강대교를 건넜다.", "그는 한강대교에서 기다렸다."], "한강대교"],
    ["ko", ["배는 로웨나를 떠났다.", "로웨나의 밤은 길다.", "그곳이 로웨나"], "로웨나"],
    ["ko", ["강이 불어났다.", "강이 섬을 깎는다.", "그 강이 얼었다."], "강"],
    ["ko", ["휴가를 냈다.", "휴가가 길다.", "휴가는 끝났다."], "휴가"],
    ["ko", ["종이를 접었다.", "종이가 젖었다.", "그 종이는 희다."], "종이"],
    ["zh-Hans", ["洪水控制所想把村子迁走。", "这是洪水控制所的报告。"], "洪水控制所"],
    ["zh-Hans", ["部长林德奎斯特称不行。", "林德奎斯特走了。"], "林德奎斯特"],
    ["zh-Hans", ["丹尼尔·奥孔乔来了。", "我们问了丹尼尔·奥孔乔。"], "丹尼尔·奥孔乔"],
    ["ko", ["새 등대를 지었다.", "등대는 희다.", "등대에서 섬이 보인다."], "등대"],
    ["zh-Hans", ["燕鸥大桥开通了。", "我们走过燕鸥大桥。", "燕鸥大桥很长。"], "燕鸥大桥"],
    ["zh-Hans", ["林德霍尔姆说，船晚了。", "船长林德霍尔姆没有来。"], "林德霍尔姆"],
    ["zh-Hant", ["港務局關了門。", "信是港務局寫的。", "他在港務局工作。"], "港務局"],
  ] as const)("are found in %s without particles and fillers: %j", (language, sentences, term) => {
    expect(termsOf(sentences, language)).toContain(term);
  });

  it.each([
    ["ko", ["그는 다시 말했다.", "그는 다시 갔다.", "그는 다시 왔다."]],
    ["zh-Hans", ["我们去年没有来。", "我们去年没有去。", "我们去年没有问。"]],
    ["en", ["She said it was late.", "She said he left.", "She said nothing."]],
  ] as const)("are no words that any text of %s has", (language, sentences) => {
    expect(termsOf(sentences, language)).toEqual([]);
  });

  it("stand in at least two sentences each, whatever the text", () => {
    const sentence = fc.array(
      fc.constantFrom("Ada", "the", "lock", "keeper", "of", "등대를", "운하", "大桥", "的", ",", "9"),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 6 }),
        fc.constantFrom<LanguageTag>("en", "ko", "zh-Hans"),
        (text, language) => {
          const lines = text.map((words) => words.join(" "));
          for (const { term, count } of findTerms(lines, { language })) {
            const head = term.toLowerCase().slice(0, -1);
            expect(lines.filter((line) => line.toLowerCase().includes(head)).length).toBeGreaterThanOrEqual(2);
            expect(count).toBeGreaterThanOrEqual(2);
          }
        },
      ),
    );
  });
});

describe("proposed equivalents", () => {
  it("are what stands where the terms stand, with the pair that shows it", () => {
    const [bridge, authority] = proposeTerms(findTerms(sources, { language: "en" }), PAIRS, TO_KOREAN);
    expect(bridge?.equivalents[0]).toMatchObject({ target: "턴교", count: 3, from: "aligned" });
    expect(PAIRS).toContainEqual(bridge?.equivalents[0]?.example);
    expect(authority?.equivalents[0]).toMatchObject({ target: "항만청", count: 2 });
  });

  it("go from Chinese and from Korean the same way", () => {
    const chinese = [
      { source: "灯塔是白色的。", target: "The lighthouse is white." },
      { source: "我们看见了灯塔。", target: "We saw the lighthouse." },
      { source: "灯塔在岛上。", target: "The lighthouse stands on the island." },
    ];
    const korean = [
      { source: "도서관이 문을 닫았다.", target: "图书馆关门了。" },
      { source: "그는 도서관에서 일한다.", target: "他在图书馆工作。" },
    ];
    const aligner = bundledAligner();
    const [lighthouse] = proposeTerms([{ term: "灯塔", count: 3 }], chinese, {
      source: "zh-Hans",
      target: "en",
      aligner,
    });
    const [library] = proposeTerms([{ term: "도서관", count: 2 }], korean, {
      source: "ko",
      target: "zh-Hans",
      aligner,
    });
    expect([lighthouse?.equivalents[0]?.target, library?.equivalents[0]?.target]).toEqual(["lighthouse", "图书馆"]);
  });

  it("are also words that no link leads to, where they stand with the term and nothing else explains them", () => {
    const pairs = [
      { source: "The Floog Office opened on Friday.", target: "뒤파림청은 금요일에 열렸다." },
      { source: "Nobody has seen the Floog Office on Friday.", target: "금요일에는 아무도 뒤파림청을 보지 못했다." },
      { source: "It was late on Friday.", target: "금요일에는 늦었다." },
      { source: "He wrote to the Floog Office.", target: "그는 뒤파림청에 편지를 썼다." },
      { source: "He wrote to his aunt.", target: "그는 이모에게 편지를 썼다." },
    ];
    const [office] = proposeTerms([{ term: "Floog Office", count: 3 }], pairs, TO_KOREAN);
    expect(office?.equivalents.map(({ target }) => target)).toEqual(["뒤파림청"]);
  });

  it("begin with a unit of the memory that is the term and nothing else", () => {
    const pairs = [...PAIRS, { source: "Tern Bridge", target: "제비갈매기 다리" }];
    const [proposed] = proposeTerms([{ term: "Tern Bridge", count: 3 }], pairs, TO_KOREAN);
    expect(proposed?.equivalents.map(({ target, from }) => [target, from])).toEqual([
      ["제비갈매기 다리", "memory"],
      ["턴교", "aligned"],
    ]);
  });

  it("leave a Latin name inside Korean as it is where nothing else is known", () => {
    const options = { source: "ko", target: "en", aligner: bundledAligner() } as const;
    expect(proposeTerms([{ term: "HW-220", count: 2 }], [], options)[0]?.equivalents).toEqual([
      { target: "HW-220", count: 2, likeness: 0, from: "same" },
    ]);
  });

  it("are none where nothing goes with the term", () => {
    expect(proposeTerms([{ term: "Nowhere", count: 2 }], PAIRS, TO_KOREAN)).toEqual([
      { term: "Nowhere", count: 2, equivalents: [] },
    ]);
  });
});

describe("a glossary", () => {
  it("shows where a translation departs from it", () => {
    const terms = [
      { source: "Tern Bridge", target: "제비갈매기 다리" },
      { source: "Port Authority", target: "항만청" },
    ];
    expect(checkTerms(PAIRS, { terms }).map(({ pair }) => pair)).toEqual([0, 1, 3]);
  });

  it("takes inflected forms, particles and every accepted translation, and passes what is not translated", () => {
    const pairs = [
      { source: "여객선들이 늦었다.", target: "The Ferries were late." },
      { source: "그 여객선의 선장", target: "the ferry's captain" },
      { source: "여객선이 왔다.", target: "The boat came." },
      { source: "여객선을 탔다.", target: "We went by ferryboat." },
      { source: "여객선은 없다.", target: "" },
    ];
    const terms = [{ source: "여객선", target: "ferry", accepted: ["boat"] }];
    expect(checkTerms(pairs, { terms })).toEqual([{ ...terms[0], pair: 3 }]);
  });

  it.each([
    ["approve", "승인하다", "They approved it.", "그들은 승인했다.", true],
    ["approve", "승인하다", "They approved it.", "그들은 인가했다.", false],
    ["나누다", "split", "그들은 돈을 나눴다.", "They were splitting the money.", true],
    ["열다", "open", "문을 여는 사람", "the man who bolts the door", false],
    ["Canada", "캐나다", "She lives in Canada.", "그녀는 캐나다에 산다.", true],
    ["Ada Lee", "에이다 리", "Ada Lee came.", "에이다 리가 왔다.", true],
    ["캐나다", "Canada", "캐나다에 산다.", "She lives abroad.", false],
    ["어부", "fisherman", "어부 셋", "three fishermen", true],
    ["이사", "director", "이사회가 열렸다.", "The board met.", true],
    ["이사", "director", "이사가 왔다.", "The manager came.", false],
    ["기차", "train", "전기차가 팔린다.", "Electric cars sell.", true],
    ["Daniel Okonjo", "丹尼尔·奥孔乔", "Daniel Okonjo spoke.", "丹尼爾・奧孔喬發言。", true],
    ["會長", "president", "這個機會長久不來。", "The chance did not come for long.", true],
    ["會長", "president", "会长来了。", "The chief came.", false],
    ["安全阀", "CPU", "安全阀", "ＣＰＵ", true],
  ] as const)("of %s and %s is kept by %j and %j: %s", (...[source, target, sentence, translation, isKept]) => {
    const departures = checkTerms([{ source: sentence, target: translation }], { terms: [{ source, target }] });
    expect(departures.length === 0).toBe(isKept);
  });
});
