import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DatePart, dates } from "../src/anchors/dates.ts";
import { countFacts } from "../src/lattice/facts.ts";

const SHORT = { year: "y", month: "m", day: "d", weekday: "w" } as const;
const told = (parts: readonly DatePart[]) => parts.map(({ kind, value }) => `${SHORT[kind]}${value}`).join(" ");

describe("a date", () => {
  it.each([
    ["The bridge opened on May 14.", "m5 d14"],
    ["It opened on 14 May 2031.", "d14 m5 y2031"],
    ["On May 14th, 2031, it rained.", "m5 d14 y2031"],
    ["the 3rd of March", "d3 m3"],
    ["on the twenty-third of August", "d23 m8"],
    ["Sept. 30, 1998", "m9 d30 y1998"],
    ["2031-05-14 and 2031/5/14 and 2031. 5. 14.", "y2031 m5 d14 y2031 m5 d14 y2031 m5 d14"],
    ["in May and since March", "m5 m3"],
    ["Mondays and Sunday", "w1 w7"],
    ["Tue, 14 May", "w2 d14 m5"],
    ["2031년 5월 14일(수)에 열렸다.", "y2031 m5 d14 w3"],
    ["5월에는 비가, 시월의 밤, 유월 육일", "m5 m10 m6 d6"],
    ["지난 월요일과 일요일", "w1 w7"],
    ["二〇三一年五月十四日，星期三", "y2031 m5 d14 w3"],
    ["5月14日（週三）", "m5 d14 w3"],
    ["十二月三十一號 上周五 禮拜天", "m12 d31 w5 w7"],
    ["三月份 和 10 月 1 日", "m3 m10 d1"],
  ])("in %j is %j", (text, parts) => {
    expect(told(dates(text.normalize("NFKC")))).toBe(parts);
  });

  it.each([
    "You may go; the troops march at 14.",
    "May I ask? March on!",
    "13월 40일, 3개월, 이월금",
    "三个月，一周三次，每周五天，四周一片漆黑",
    "5.14 and 99/99/2031, version 2031.5",
    "Marching, Maybe, Decent, Sunny",
  ])("is not in %j", (text) => {
    expect(dates(text)).toEqual([]);
  });

  it("lies where its parts say", () => {
    const text = "Am Ende: 2031년 5월 14일 수요일, or Wednesday, May 14";
    expect(dates(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "2031",
      "5",
      "14",
      "수",
      "Wednes",
      "May",
      "14",
    ]);
  });

  it("is told in order and without overlap, whatever the text", () => {
    const piece = fc.constantFrom("May", "14", "일", "5월", "一月", "周", "五", " ", "-", ".", "2031", "年", "of");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const parts = dates(pieces.join(""));
        for (const [k, { start, end }] of parts.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(parts[k - 1]?.end ?? 0);
        }
      }),
    );
  });
});

describe("figures beside dates", () => {
  it.each([
    "On May 14, 2031, 300 people came.",
    "2031년 5월 14일에 300명이 왔다.",
    "2031年5月14日来了300人。",
    "二〇三一年五月十四日來了三百人。",
    "２０３１-０５-１４: 300",
  ])("are counted once in %j", (text) => {
    const { figureSets, dateSets } = countFacts([text]);
    expect([...(figureSets[0] ?? [])].sort()).toEqual(["14", "2031", "300"]);
    expect([...(dateSets[0] ?? [])]).toEqual(["month 5"]);
  });
});
