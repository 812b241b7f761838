const KOREAN_TENS: Readonly<Record<string, number>> = {
  열: 10,
  스물: 20,
  스무: 20,
  서른: 30,
  마흔: 40,
  쉰: 50,
  예순: 60,
  일흔: 70,
  여든: 80,
  아흔: 90,
};
const KOREAN_ONES: Readonly<Record<string, number>> = {
  하나: 1,
  한: 1,
  첫: 1,
  둘: 2,
  두: 2,
  셋: 3,
  세: 3,
  석: 3,
  서: 3,
  넷: 4,
  네: 4,
  넉: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
};
const ONES = Object.keys(KOREAN_ONES).join("|");
/** At the beginning of a word only: elsewhere these syllables are parts of others. */
const KOREAN = new RegExp(`(?<![가-힣])(?:(${Object.keys(KOREAN_TENS).join("|")})\\s?(${ONES})?|(${ONES}))`, "gu");
/** Words of both languages that say a number without counting it out. */
const SAYINGS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/없|零|〇/u, [0]],
  [/이틀|쌍|(?<![가-힣])양|두|两|兩|双|雙|二/u, [2]],
  [/사흘|三/u, [3]],
  [/나흘|四/u, [4]],
  [/닷새|五/u, [5]],
  [/엿새|반년|半年|六/u, [6]],
  [/이레|일주일|한 주|七|一周|一週/u, [7]],
  [/여드레|八/u, [8]],
  [/아흐레|九/u, [9]],
  [/열흘|十/u, [10]],
  [/보름|一刻/u, [15]],
  [/하루|一天/u, [24]],
  [/반|半/u, [30, 50, 0.5]],
  [/백|세기|百|世纪|世紀/u, [100]],
  [/천|千/u, [1000]],
  [/만|万|萬/u, [10_000]],
  [/백만|百万|百萬/u, [1_000_000]],
];

/** The numbers that a Korean or Chinese text says in words; meant to find a figure again, not to read a text. */
export function asianNumberWords(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [, tens = "", more = "", ones = ""] of text.matchAll(KOREAN)) {
    found.add((KOREAN_TENS[tens] ?? 0) + (KOREAN_ONES[more] ?? 0) + (KOREAN_ONES[ones] ?? 0));
  }
  for (const [saying, values] of SAYINGS) if (saying.test(text)) for (const value of values) found.add(value);
  return found;
}
