import type { SentencesAnswer, WordsAnswer } from "@stele/server";
import { describe, expect, it } from "vitest";
import { openRoom } from "./room.ts";

const SENTENCE = {
  sourceLanguage: "en",
  source: "The rate\trose.",
  targetLanguage: "ko",
  target: "금리가 올랐다.",
  word: "금리",
};

describe("marked words", () => {
  it("are marked, changed, listed by language and unmarked", async () => {
    const { ask, json } = openRoom();
    const mark = (body: unknown) => ask("/api/words", { method: "PUT", body });
    await mark({ language: "ko", word: " 금리 ", state: "learning", note: "은행" });
    await mark({ language: "ko", word: "금리", state: "known" });
    await mark({ language: "zh-CN", word: "利率", state: "learning" });
    const list = async (query = "") => (await json<WordsAnswer>(`/api/words${query}`)).body.words;
    expect(await list("?language=ko")).toEqual([
      expect.objectContaining({ language: "ko", word: "금리", state: "known" }),
    ]);
    expect(await list()).toHaveLength(2);
    const gone = await ask(`/api/words?language=ko&word=${encodeURIComponent("금리")}`, { method: "DELETE" });
    expect(gone.status).toBe(200);
    expect((await list()).map(({ word }) => word)).toEqual(["利率"]);
  });

  it.each([
    [{ language: "fr", word: "mot", state: "known" }, "language-unknown"],
    [{ language: "ko", word: " ", state: "known" }, "usage"],
    [{ language: "ko", word: "x".repeat(201), state: "known" }, "usage"],
    [{ language: "ko", word: "금리", state: "maybe" }, "usage"],
    [{ language: "ko", state: "known" }, "usage"],
  ])("are refused: %j", async (body, code) => {
    expect(await openRoom().failure("/api/words", { method: "PUT", body })).toEqual([400, code]);
  });
});

describe("saved sentences", () => {
  it("are saved with their counterpart and word, listed and removed", async () => {
    const { json, ask, failure } = openRoom();
    const { status, body } = await json<{ id: number }>("/api/sentences", { method: "POST", body: SENTENCE });
    expect(status).toBe(201);
    const list = async () => (await json<SentencesAnswer>("/api/sentences")).body.sentences;
    expect(await list()).toEqual([{ ...SENTENCE, id: body.id, saved: expect.any(String) }]);
    expect((await ask(`/api/sentences/${body.id}`, { method: "DELETE" })).status).toBe(200);
    expect(await list()).toEqual([]);
    expect(await failure(`/api/sentences/${body.id}`, { method: "DELETE" })).toEqual([404, "not-found"]);
    expect(await failure("/api/sentences/x", { method: "DELETE" })).toEqual([404, "not-found"]);
  });

  it("go to Anki as both sentences and the word, tabs and line breaks harmless", async () => {
    const { ask } = openRoom();
    await ask("/api/sentences", { method: "POST", body: { ...SENTENCE, target: "<b>금리</b>가\n올랐다." } });
    const anki = await ask("/api/sentences?format=anki");
    const lines = (await anki.text()).split("\n");
    expect(lines.slice(0, 2)).toEqual(["#separator:tab", "#html:false"]);
    expect(lines.at(-2)).toBe("The rate rose.\t<b>금리</b>가 올랐다.\t금리\t");
    expect(anki.headers.get("content-disposition")).toContain("sentences.txt");
    expect(await (await ask("/api/sentences?format=csv")).text()).toContain("금리,The rate");
    expect(await (await ask("/api/sentences?format=tsv")).text()).toBe("The rate rose.\t<b>금리</b>가 올랐다.\t금리\n");
  });

  it("are refused where something is missing, and in a format that is none", async () => {
    const { failure } = openRoom();
    const { target: _, ...half } = SENTENCE;
    expect(await failure("/api/sentences", { method: "POST", body: half })).toEqual([400, "usage"]);
    expect(await failure("/api/sentences?format=pdf")).toEqual([400, "usage"]);
  });
});
