import { type ArticleId, alignSides, type Bead, createAligner, sideOf } from "@stele/core/node";
import type { Compact, TextAnswer, TextList } from "@stele/server";
import { describe, expect, it } from "vitest";
import { ENGLISH, KOREAN, keepArticle, openRoom } from "./room.ts";

describe("the list of texts", () => {
  it("is empty in a new library", async () => {
    const { json } = openRoom();
    expect(await json("/api/texts")).toEqual({ status: 200, body: { texts: [] } });
  });

  it("names each text with its languages, dates and number of sentences", async () => {
    const { json, library } = openRoom();
    const id = await keepArticle(library, { chinese: true });
    const { body } = await json<TextList>("/api/texts");
    expect(body.texts).toHaveLength(1);
    expect(body.texts[0]).toMatchObject({ id, languages: ["en", "ko", "zh-Hans"] });
    expect(body.texts[0]?.sentences).toBe(library.bitextsOf(id as ArticleId)[0]?.source.sentences.length);
    expect(body.texts[0]?.bitexts).toHaveLength(3);
    expect(new Date(body.texts[0]?.updated ?? "").toISOString()).toBe(body.texts[0]?.updated);
  });
});

describe("a text", () => {
  it("comes in rows with languages, blocks, provenance and scores", async () => {
    const { json, library } = openRoom();
    const id = await keepArticle(library);
    const { status, body } = await json<TextAnswer>(`/api/texts/${id}`);
    expect(status).toBe(200);
    const { sides, rows, pairs } = body.polytext;
    expect(sides.map((side) => side.article.language)).toEqual(["en", "ko"]);
    expect(sides[0]?.article).toMatchObject({ id, text: ENGLISH });
    expect(sides[0]?.article.blocks[0]?.kind).toBeTypeOf("string");
    expect(sides[1]?.provenance).toEqual({ origin: { kind: "file", name: "text" }, standing: "human" });
    expect(rows.length).toBeGreaterThan(2);
    expect(pairs[0]).toMatchObject({ revision: 1, author: "stele" });
    expect(pairs[0]?.beads[0]).toHaveProperty("lowScore");
  });

  it("comes in three columns, or in those asked for", async () => {
    const { json, library } = openRoom();
    const id = await keepArticle(library, { chinese: true });
    const all = await json<TextAnswer>(`/api/texts/${id}`);
    expect(all.body.polytext.sides.map((side) => side.article.language)).toEqual(["en", "ko", "zh-Hans"]);
    expect(all.body.polytext.pairs).toHaveLength(3);
    const one = await json<TextAnswer>(`/api/texts/${id}?to=zh-CN`);
    expect(one.body.polytext.sides.map((side) => side.article.language)).toEqual(["en", "zh-Hans"]);
  });

  it("names all its pairs, and shows two translations into one language side by side when asked", async () => {
    const { json, library } = openRoom();
    const id = await keepArticle(library);
    const other = sideOf({ text: KOREAN.replace("놀랐다", "당황했다"), language: "ko" });
    const source = library.bitextsOf(id as ArticleId)[0]?.source ?? other;
    library.saveBitext(await alignSides(source, other, { aligner: createAligner({}) }));
    const { body } = await json<TextAnswer>(`/api/texts/${id}`);
    expect(body.bitexts.map(({ source: from, target, revision }) => [from, target, revision])).toEqual([
      ["en", "ko", 1],
      ["en", "ko", 1],
    ]);
    expect(body.polytext.sides).toHaveLength(2);
    const ids = body.bitexts.map((bitext) => bitext.id).join();
    const { body: both } = await json<TextAnswer>(`/api/texts/${id}?bitexts=${ids}`);
    expect(both.polytext.sides.map((side) => side.article.language)).toEqual(["en", "ko", "ko"]);
  });

  it("shows the beads as they are kept, also where three pairs contradict each other", async () => {
    const { json, library } = openRoom();
    const id = await keepArticle(library, { chinese: true });
    const between = library.bitextsOf(id as ArticleId)[2];
    if (between === undefined) throw new Error("There is no third pair.");
    const whole: Bead = {
      source: [0, between.source.sentences.length],
      target: [0, between.target.sentences.length],
      score: 0.2,
      lowScore: true,
    };
    library.saveBitext({ ...between, beads: [whole] }, { seen: between.revision });
    const { body } = await json<TextAnswer>(`/api/texts/${id}`);
    expect(body.polytext.pairs[2]?.beads).toEqual([whole]);
    expect(body.polytext.rows.length).toBeGreaterThan(1);
  });

  it("comes with each side once when asked so", async () => {
    const { json, library } = openRoom();
    const id = await keepArticle(library, { chinese: true });
    const { body: whole } = await json<TextAnswer>(`/api/texts/${id}`);
    const { body } = await json<Compact<TextAnswer>>(`/api/texts/${id}?compact=1`);
    expect(body.polytext.pairs.map(({ source, target }) => [source, target])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    const { sides } = body.polytext;
    const linked = body.polytext.pairs.map((pair) => ({
      ...pair,
      source: sides[pair.source],
      target: sides[pair.target],
    }));
    expect({ ...body.polytext, pairs: linked }).toEqual(whole.polytext);
  });

  it("without a translation comes a row a sentence", async () => {
    const { json, library } = openRoom();
    const { article, ...side } = sideOf({ text: "One sentence. Another one.", language: "en", name: "two.txt" });
    library.saveSide({ article, ...side });
    const { body } = await json<TextAnswer>(`/api/texts/${article.id}`);
    expect(body.polytext.rows).toEqual([
      { runs: [[0, 1]], score: null },
      { runs: [[1, 2]], score: null },
    ]);
    expect(body.polytext.pairs).toEqual([]);
    expect(body.polytext.sides[0]?.provenance.origin).toEqual({ kind: "file", name: "two.txt" });
    expect((await json<TextList>("/api/texts")).body.texts[0]?.sentences).toBe(2);
  });

  it("that is not there is a 404 with a code, and so is an article that is only a translation", async () => {
    const { failure, library } = openRoom();
    const id = await keepArticle(library);
    const korean = library.bitextsOf(id as ArticleId)[0]?.target.article.id;
    for (const path of ["/api/texts/none", `/api/texts/${korean}`, "/api/texts/__proto__"]) {
      expect([path, ...(await failure(path))]).toEqual([path, 404, "not-found"]);
    }
  });

  it("refuses a language that it does not know", async () => {
    const { failure, library } = openRoom();
    const id = await keepArticle(library);
    expect(await failure(`/api/texts/${id}?to=fr`)).toEqual([400, "language-unknown"]);
  });
});

describe("deleting", () => {
  it("takes a text off the list and brings it back with everything", async () => {
    const { json, library } = openRoom();
    const id = await keepArticle(library);
    const before = await json<TextAnswer>(`/api/texts/${id}`);
    expect((await json<TextAnswer>(`/api/texts/${id}`, { method: "DELETE" })).status).toBe(200);
    expect((await json<TextList>("/api/texts")).body.texts).toEqual([]);
    expect((await json<TextAnswer>(`/api/texts/${id}`)).status).toBe(404);
    expect((await json<TextList>("/api/texts?removed=1")).body.texts[0]).toMatchObject({
      id,
      removed: expect.any(String),
    });
    expect((await json<TextAnswer>(`/api/texts/${id}/restore`, { method: "POST" })).status).toBe(200);
    expect(await json<TextAnswer>(`/api/texts/${id}`)).toEqual(before);
  });

  it("of what is not there is a 404", async () => {
    const { failure } = openRoom();
    expect(await failure("/api/texts/none", { method: "DELETE" })).toEqual([404, "not-found"]);
    expect(await failure("/api/texts/none/restore", { method: "POST" })).toEqual([404, "not-found"]);
  });
});
