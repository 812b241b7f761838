import type { exported as english } from "../en/exported.ts";
import type { SameKeys } from "../same-keys.ts";

/** The same in Korean. */
export const exported: SameKeys<typeof english> = {
  turn: "다른 언어",
  hide: "번역 가리기",
  larger: "글자 크게",
  smaller: "글자 작게",
  counterpart: "번역",
  pinyin: "병음",
  romanisation: "로마자",
  close: "닫기",
  sideways: "옆 열로",
  ends: "첫 문장, 마지막 문장",
  layout: "나란히 또는 위아래로",
  readings: "병음과 로마자 켜기/끄기",
};
