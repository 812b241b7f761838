/** `zero` to `nineteen`, each at the place of its value. */
export const ENGLISH_ONES: readonly string[] = (
  "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|" +
  "seventeen|eighteen|nineteen"
).split("|");

/** `zeroth` to `nineteenth`, each at the place of its value. */
export const ENGLISH_ORDINALS: readonly string[] = (
  "zeroth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|" +
  "fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
).split("|");

/** `twenty` to `ninety` by value. */
export const ENGLISH_TENS: readonly (readonly [word: string, value: number])[] =
  "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety".split("|").map((word, at) => [word, 20 + 10 * at]);

/** What multiplies an English number. */
export const ENGLISH_SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Korea's own words for one to nine, also as they stand before what is counted. */
export const KOREAN_ONES: Readonly<Record<string, number>> = {
  하나: 1,
  한: 1,
  첫: 1,
  둘: 2,
  두: 2,
  셋: 3,
  세: 3,
  석: 3,
  넷: 4,
  네: 4,
  넉: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
};

/** Korea's own words for the tens. `스무` stands for twenty where no ones follow. */
export const KOREAN_TENS: Readonly<Record<string, number>> = {
  열: 10,
  스물: 20,
  서른: 30,
  마흔: 40,
  쉰: 50,
  예순: 60,
  일흔: 70,
  여든: 80,
  아흔: 90,
};

/** Digits in Hangul, as they stand among units: 이백오십. */
export const HANGUL_DIGITS: Readonly<Record<string, number>> = {
  영: 0,
  공: 0,
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  륙: 6,
  칠: 7,
  팔: 8,
  구: 9,
};

/** Digits in Chinese characters. */
export const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** What multiplies the digit before it. */
export const SMALL_UNITS: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000, 十: 10, 百: 100, 千: 1000 };

/** What multiplies the whole section before it: 3천5백만 is (3000 + 500) · 만. */
export const MYRIADS: Readonly<Record<string, number>> = {
  만: 1e4,
  억: 1e8,
  조: 1e12,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
};

/** Every character of a Chinese numeral, for a character class. */
export const HAN_MARKS: string = [HAN_DIGITS, SMALL_UNITS, MYRIADS]
  .flatMap((table) => Object.keys(table))
  .filter((mark) => /\p{Script=Han}/u.test(mark))
  .join("");
