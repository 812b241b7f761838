import { romanise } from "@stele/readings";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

async function read(text: string): Promise<string> {
  return (await romanise(text)).map(({ reading }) => reading).join(" ");
}

const EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "sounds that draw near each other": {
    종로: "jongno",
    신라: "silla",
    학여울: "hangnyeoul",
    국민: "gungmin",
    협력: "hyeomnyeok",
    십년: "simnyeon",
    대통령: "daetongnyeong",
    칼날: "kallal",
    끓는: "kkeulleun",
    핥는: "halleun",
    있는: "inneun",
    없습니다: "eopseumnida",
  },
  "ㄷ and ㅌ before ㅣ": { 같이: "gachi", 굳이: "guji", 해돋이: "haedoji", 붙였다: "buchyeotda", 닫혔다: "dachyeotda" },
  "ㅎ in verbs and adverbs": {
    놓다: "nota",
    좋고: "joko",
    좋아요: "joayo",
    않고: "anko",
    많이: "mani",
    못했다: "motaetda",
    비슷한: "biseutan",
    생각합니다: "saenggakamnida",
    특히: "teuki",
    밝혔다: "balkyeotda",
    잡혀: "japyeo",
  },
  "ㅎ in nouns": {
    국회: "gukhoe",
    입학: "iphak",
    묵호: "mukho",
    집현전: "jiphyeonjeon",
    백화점: "baekhwajeom",
    북한은: "bukhaneun",
    축하합니다: "chukhahamnida",
    맏형: "mathyeong",
  },
  "codas of two consonants": {
    값이: "gapsi",
    닭을: "dalgeul",
    앉아: "anja",
    넓다: "neolda",
    밟는: "bamneun",
    읽다: "ikda",
    읽고: "ilgo",
    흙과: "heukgwa",
    맑게: "malge",
    삶: "sam",
  },
  "words that keep ㄴ before ㄹ, or put one in": {
    생산량은: "saengsannyangeun",
    의견란: "uigyeonnan",
    판단력: "pandannyeok",
    권력: "gwollyeok",
    꽃잎: "kkonnip",
    담요: "damnyo",
    서울역: "seoullyeok",
  },
};

describe.each(Object.entries(EXAMPLES))("Revised Romanisation: %s", (_, words) => {
  it.each(Object.entries(words))("reads %s as %s", async (word, reading) => {
    expect(await read(word)).toBe(reading);
  });
});

describe("romanise", () => {
  it("gives every run of Hangul its own reading and span and leaves the rest alone", async () => {
    expect(await romanise("2024년 LG는 新라면을")).toEqual([
      { start: 4, end: 5, reading: "nyeon" },
      { start: 8, end: 9, reading: "neun" },
      { start: 11, end: 14, reading: "ramyeoneul" },
    ]);
  });

  it("reads in Latin letters only (a hyphen tells ㄱ and ㅋ apart), at the very span of each run, whatever the text", async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.integer({ min: 0xac00, max: 0xd7a3 }).map((c) => String.fromCodePoint(c)),
        fc.constantFrom(" ", "a", "1", "漢", "ㄱ", "😀", "|"),
      ),
    });
    await fc.assert(
      fc.asyncProperty(text, async (sample) => {
        const readings = await romanise(sample);
        expect(readings.map(({ start, end }) => sample.slice(start, end))).toEqual(sample.match(/[가-힣]+/gu) ?? []);
        for (const { reading } of readings) expect(reading).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      }),
    );
  });
});
