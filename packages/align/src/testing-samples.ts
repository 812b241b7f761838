import type { AlignOptions } from "./align-options.ts";

/** Some sentences, and what they say in Korean and in Chinese. */
export const ENGLISH = [
  "The Harbour Bridge",
  "Workers closed the old bridge on Monday, and 300 people watched.",
  "It cost 1.5 million dollars in 1931.",
  "Nobody was hurt, but the ferry was late again.",
  "“Will it ever open?” asked Captain Robertson.",
  "The council answered in May.",
];
/** The second English sentence is divided here. */
export const KOREAN = [
  "항구 다리",
  "월요일에 인부들이 낡은 다리를 막았다.",
  "300명이 지켜보았다.",
  "1931년에 150만 달러가 들었다.",
  "다친 사람은 없었지만 여객선은 또 늦었다.",
  "“언제 열리기는 합니까?” 로버트슨 선장이 물었다.",
  "시의회는 5월에 답했다.",
];
/** One to one. */
export const CHINESE = [
  "海港大桥",
  "星期一，工人封闭了旧桥，三百人在旁观看。",
  "1931年它花了一百五十万美元。",
  "没有人受伤，不过渡轮又晚点了。",
  "罗伯逊船长问：“它到底还开不开？”",
  "市议会五月作了答复。",
];
/** From English to Korean. */
export const TO_KOREAN = { source: "en", target: "ko" } as const;

/** Two texts and how they are aligned. */
export interface Texts {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly options: AlignOptions;
}

/** All three pairs of languages. */
export const PAIRS: readonly Texts[] = [
  { source: ENGLISH, target: KOREAN, options: TO_KOREAN },
  { source: ENGLISH, target: CHINESE, options: { source: "en", target: "zh-Hans" } },
  { source: KOREAN, target: CHINESE, options: { source: "ko", target: "zh-Hans" } },
];

/** A text of so many different sentences, and one that says the same but for a few that are missing. */
export function longTexts(sentences: number): Texts {
  const places = Array.from({ length: sentences }, (_, k) => k);
  return {
    source: places.map((k) => `House number ${k + 1000} of the street has ${(k * 7) % 31} rooms.`),
    target: places.filter((k) => k % 50 !== 49).map((k) => `거리의 ${k + 1000}번 집에는 방이 ${(k * 7) % 31}개 있다.`),
    options: TO_KOREAN,
  };
}
