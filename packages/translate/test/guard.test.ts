import type { GuardReason, LanguageTag } from "@stele/model";
import { findReasons, type Glossary, type Term } from "@stele/translate";
import { describe, expect, it } from "vitest";
import { TOOLS } from "./support/tools.ts";

interface Case {
  readonly from?: LanguageTag;
  readonly to: LanguageTag;
  readonly source: string;
  readonly target: string;
  readonly glossary?: Glossary;
  readonly names?: readonly Term[];
}

function judge({ from = "en", to, source, target, glossary, names }: Case): readonly GuardReason[] {
  const tools = { ...TOOLS, ...(names === undefined ? {} : { names: () => names }) };
  return findReasons(source, target, {
    source: from,
    target: to,
    tools,
    ...(glossary === undefined ? {} : { glossary }),
  });
}

describe("a good translation has nothing against it", () => {
  it.each<readonly [string, Case]>([
    ["a name that stays", { to: "ko", source: "Reuters", target: "Reuters" }],
    [
      "a name in Latin letters among Hangul",
      { to: "ko", source: "The band Kestrel sang.", target: "Kestrel이 노래했다." },
    ],
    ["marks without words", { to: "ko", source: "* * *", target: "* * *" }],
    ["a figure in words", { to: "ko", source: "Take 2 of them.", target: "두 개를 드세요." }],
    [
      "a figure in English words",
      { from: "ko", to: "en", source: "14명이 다쳤다고 한다.", target: "Fourteen people were hurt." },
    ],
    ["a month's name", { from: "ko", to: "en", source: "5월에 다시 연다.", target: "It opens again in May." }],
    ["an hour of the afternoon", { to: "ko", source: "It closes at 7 p.m. today.", target: "오늘은 19시에 닫는다." }],
    ["a decade", { to: "zh-Hans", source: "It was built in the 1980s.", target: "它建于20世纪80年代。" }],
    ["dollars and cents", { to: "ko", source: "Cars pay $2.50 here.", target: "승용차는 2달러 50센트를 낸다." }],
    [
      "a weekday for the day of the month",
      { from: "ko", to: "en", source: "다리가 14일 열렸다.", target: "The bridge opened on Wednesday." },
    ],
    [
      "a figure that goes with its name",
      { from: "ko", to: "zh-Hans", source: "무궁화7이 다시 떴다고 한다.", target: "据说卫星再次升空。" },
    ],
    [
      "a full hour without its minutes",
      { to: "ko", source: "It opens at 9:00 on Monday.", target: "월요일 9시에 연다." },
    ],
    [
      "a name with its own spelling after it",
      {
        to: "ko",
        source: "Anneliese Vandermolen sang.",
        target: "안넬리제 반더몰런(Anneliese Vandermolen)이 노래했다.",
      },
    ],
    ["half a million", { from: "ko", to: "en", source: "500000명이 탈 것이다.", target: "Half a million will ride." }],
    [
      "Chinese characters both scripts share",
      { from: "zh-Hant", to: "zh-Hans", source: "人山人海", target: "人山人海" },
    ],
    [
      "a term inside a longer one",
      {
        to: "ko",
        source: "Check the relief valve.",
        target: "안전 밸브를 점검하라.",
        glossary: {
          terms: [
            { source: "valve", target: "판" },
            { source: "relief valve", target: "안전 밸브" },
          ],
        },
      },
    ],
    [
      "tags in another order",
      { to: "ko", source: "The <x1>red</x1> and <x2>blue</x2> one.", target: "<x2>파란</x2> 것과 <x1>빨간</x1> 것." },
    ],
    [
      "a foreign name in English",
      {
        from: "ko",
        to: "en",
        source: "그는 라플라타강 어귀에서 자랐다.",
        target: "He grew up at the mouth of the Rio de la Plata.",
      },
    ],
    ["a foreign title alone", { from: "ko", to: "en", source: "라플라타강", target: "Rio de la Plata" }],
    [
      "a quotation in another language",
      {
        from: "ko",
        to: "en",
        source: "그는 “C'est la vie et le vent.”라고 말했다.",
        target: "“C'est la vie et le vent,” he said.",
      },
    ],
    [
      "a shop's name in Chinese",
      { to: "zh-Hans", source: "We met at the Tea House on the corner.", target: "我们在街角的茶の屋见面。" },
    ],
  ])("%s", (_, one) => {
    expect(judge(one)).toEqual([]);
  });
});

describe("a bad translation is found out", () => {
  it.each<readonly [string, GuardReason, Case]>([
    ["nothing", "empty", { to: "ko", source: "It rained.", target: " \n" }],
    ["marks alone", "empty", { to: "zh-Hans", source: "It rained.", target: "……" }],
    ["the source", "source-copied", { to: "ko", source: "It rained all day long.", target: "It rained all day long." }],
    [
      "the source in other quotes and case",
      "source-copied",
      { to: "ko", source: "“It rained all day.”", target: "it rained all day" },
    ],
    [
      "half of the source",
      "source-copied",
      { to: "ko", source: "It rained all day and the river rose.", target: "비가 왔고 and the river rose." },
    ],
    [
      "Hangul left standing",
      "source-copied",
      { from: "ko", to: "zh-Hans", source: "하루 종일 비가 왔다.", target: "하루 종일 下雨" },
    ],
    ["another language", "wrong-script", { to: "ko", source: "It rained all day.", target: "一整天都在下雨。" }],
    [
      "a third language in Latin script",
      "wrong-script",
      { to: "ko", source: "It rained all day.", target: "Es hat den ganzen Tag geregnet." },
    ],
    [
      "Japanese for Chinese",
      "wrong-script",
      { to: "zh-Hans", source: "It rained all day.", target: "一日中雨が降っていました。" },
    ],
    [
      "French for English",
      "wrong-script",
      {
        from: "ko",
        to: "en",
        source: "하루 종일 비가 왔고 강물이 불었다.",
        target: "Il a plu toute la journée et le fleuve est monté.",
      },
    ],
    [
      "German for English",
      "wrong-script",
      {
        from: "zh-Hans",
        to: "en",
        source: "下了一整天雨，河水上涨了。",
        target: "Es regnete den ganzen Tag, und der Fluss ist gestiegen.",
      },
    ],
    [
      "Indonesian for English",
      "wrong-script",
      {
        from: "ko",
        to: "en",
        source: "그들은 오지 않았고 비가 많이 왔다.",
        target: "Mereka tidak datang dan hujan turun dengan deras.",
      },
    ],
    [
      "the other Chinese script",
      "wrong-script",
      { to: "zh-Hans", source: "They came by car to see the country.", target: "他們開車來看這個國家。" },
    ],
    [
      "far too little",
      "length",
      {
        to: "ko",
        source:
          "Please leave your boots at the door and hang your coats on the hooks, however wet they are, and be quiet.",
        target: "조용히.",
      },
    ],
    [
      "far too much",
      "length",
      {
        to: "ko",
        source: "Be quiet.",
        target: "조용히 해 주세요. 조용히 해 주세요. 조용히 해 주세요. 조용히 해 주세요. 조용히 해 주세요.",
      },
    ],
    [
      "another figure",
      "figure-lost",
      { to: "ko", source: "The tower has 86 steps.", target: "탑에는 계단이 68개 있다." },
    ],
    [
      "another figure in a name",
      "figure-lost",
      { to: "ko", source: "The crew of Vostok-6 came home.", target: "보스토크 9호의 승무원이 돌아왔다." },
    ],
    [
      "a lost name",
      "name-lost",
      {
        to: "ko",
        source: "Oskar came home.",
        target: "그는 집에 왔다.",
        names: [{ source: "Oskar", target: "오스카" }],
      },
    ],
    [
      "a missed term",
      "term-missed",
      {
        to: "ko",
        source: "The lender pays.",
        target: "은행이 낸다.",
        glossary: { terms: [{ source: "lender", target: "대여 기관" }] },
      },
    ],
    ["a dropped tag", "tag-broken", { to: "ko", source: "Press <x1>Start</x1> now.", target: "지금 시작을 누르세요." }],
    ["a doubled tag", "tag-broken", { to: "ko", source: "Wait.<x1/>", target: "<x1/>기다리세요.<x1/>" }],
    [
      "tags across each other",
      "tag-broken",
      { to: "ko", source: "<x1>a</x1> <x2>b</x2>", target: "<x1>가<x2>나</x1></x2>" },
    ],
  ])("%s", (_, reason, one) => {
    expect(judge(one)).toContain(reason);
  });
});
