import type { DictionaryAnswer, HanjaAnswer, LinksAnswer, ReadingsAnswer } from "@stele/server";
import { describe, expect, it } from "vitest";
import { openRoom } from "./room.ts";

async function readings(body: unknown): Promise<readonly string[]> {
  const answer = await openRoom().json<ReadingsAnswer>("/api/readings", { method: "POST", body });
  expect(answer.status).toBe(200);
  return answer.body.readings.map((list) => list.map(({ reading }) => reading).join(" "));
}

describe("readings", () => {
  it.each([
    [{ kind: "pinyin", texts: ["银行行长", "重庆"] }, ["yínháng hángzhǎng", "chóngqìng"]],
    [{ kind: "pinyin", language: "zh-Hant", texts: ["音樂"] }, ["yīnyuè"]],
    [{ kind: "romanisation", texts: ["종로 신라"] }, ["jongno silla"]],
    [{ kind: "traditional", texts: ["头发"] }, ["頭 髮"]],
    [{ kind: "simplified", texts: ["頭髮"] }, ["头 发"]],
  ])("are given a list a text: %j", async (body, expected) => {
    expect(await readings(body)).toEqual(expected);
  });

  it.each([
    { kind: "morse", texts: [] },
    { kind: "pinyin" },
    { kind: "pinyin", texts: [1] },
    { kind: "pinyin", language: "ko", texts: [] },
    { kind: "pinyin", texts: Array.from({ length: 1001 }, () => "") },
  ])("are refused for a wrong question", async (body) => {
    expect(await openRoom().failure("/api/readings", { method: "POST", body })).toEqual([400, "usage"]);
  });

  it("suggest Hanja where the Chinese word has the reading, and null elsewhere", async () => {
    const words = [
      { korean: "경제는", chinese: "经济" },
      { korean: "나라", chinese: "国家" },
    ];
    const { body } = await openRoom().json<HanjaAnswer>("/api/hanja", { method: "POST", body: { words } });
    expect(body.suggestions).toEqual([{ start: 0, end: 2, hanja: "經濟" }, null]);
    expect(await openRoom().failure("/api/hanja", { method: "POST", body: { words: [{}] } })).toEqual([400, "usage"]);
  });
});

describe("the dictionary", () => {
  it("gives the longest word at an offset, and where it is from", async () => {
    const { json } = openRoom();
    const path = `/api/dictionary?text=${encodeURIComponent("在银行工作")}&at=1`;
    const { body } = await json<DictionaryAnswer>(path);
    expect(body.hit).toMatchObject({ start: 1, end: 3 });
    expect(body.hit?.entries[0]?.senses).toEqual(["bank"]);
    expect(body.attribution).toMatch(/CC BY-SA/u);
  });

  it("gives null where there is no word, and refuses an offset that is none", async () => {
    const { json, failure } = openRoom();
    expect((await json<DictionaryAnswer>("/api/dictionary?text=abcdefg&at=3")).body.hit).toBeNull();
    expect((await json<DictionaryAnswer>("/api/dictionary")).body.hit).toBeNull();
    expect(await failure("/api/dictionary?text=a&at=x")).toEqual([400, "usage"]);
  });
});

describe("word links", () => {
  it("are asked for by two texts and their languages", async () => {
    const { json, failure } = openRoom();
    const body = { source: "The rate rose by 3.5%.", target: "금리가 3.5% 올랐다.", from: "en", to: "ko" };
    const answer = await json<LinksAnswer>("/api/links", { method: "POST", body });
    expect(answer.status).toBe(200);
    expect(Array.isArray(answer.body.links)).toBe(true);
    expect(await failure("/api/links", { method: "POST", body: { ...body, to: "fr" } })).toEqual([
      400,
      "language-unknown",
    ]);
    expect(await failure("/api/links", { method: "POST", body: { from: "en", to: "ko" } })).toEqual([400, "usage"]);
  });
});
