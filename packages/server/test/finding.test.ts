import type { ConcordanceAnswer, ExportFiles, FormatsAnswer } from "@stele/server";
import { describe, expect, it } from "vitest";
import { keepArticle, openRoom } from "./room.ts";

describe("the concordance", () => {
  it.each([
    ["rate", "en"],
    ["금리", "ko"],
    ["利率", "zh-Hans"],
    ["경제학자", "ko"],
  ])("finds %s with its place and its counterpart", async (query, language) => {
    const { json, library } = openRoom();
    const id = await keepArticle(library, { chinese: true });
    const { status, body } = await json<ConcordanceAnswer>(
      `/api/concordance?q=${encodeURIComponent(query)}&language=${language}`,
    );
    expect(status).toBe(200);
    const [hit] = body.hits;
    expect(hit?.spans.map(({ start, end }) => hit.text.slice(start, end))).toContain(query);
    expect(hit?.counterparts[0]?.text).toBeTypeOf("string");
    expect(hit?.places.map(({ textId }) => textId)).toEqual([id]);
  });

  it("is narrowed by language of the counterpart, text and number, and paged", async () => {
    const { json, library } = openRoom();
    const id = await keepArticle(library, { chinese: true });
    const ask = async (more: string) => (await json<ConcordanceAnswer>(`/api/concordance?q=the${more}`)).body.hits;
    const all = await ask("");
    expect(all.length).toBeGreaterThan(2);
    expect((await ask("&other=ko")).every((hit) => hit.counterparts.every(({ language }) => language === "ko"))).toBe(
      true,
    );
    expect(await ask("&text=none")).toEqual([]);
    expect(await ask(`&text=${id}`)).toEqual(all);
    expect(await ask("&limit=1&offset=1")).toEqual(all.slice(1, 2));
  });

  it("finds forms, the word itself or any piece of it, and marks the counterpart's words", async () => {
    const { json, library } = openRoom();
    await keepArticle(library, { chinese: true });
    const ask = async (query: string) => (await json<ConcordanceAnswer>(`/api/concordance?${query}`)).body.hits;
    const markedIn = (side: { text: string; spans: readonly { start: number; end: number }[] }) =>
      side.spans.map(({ start, end }) => side.text.slice(start, end));
    const hits = await ask("q=economist");
    expect(hits.map(markedIn)).toEqual([["economists"]]);
    expect(hits[0]?.counterparts.map(({ language }) => language).sort()).toEqual(["ko", "zh-Hans"]);
    const [figure] = await ask("q=3.5");
    expect(figure?.counterparts.map(markedIn)).toEqual([["3.5"], ["3.5"]]);
    expect(await ask("q=economist&mode=word")).toEqual([]);
    expect(await ask("q=conomis&mode=anywhere")).toHaveLength(1);
  });

  it("goes to a table and to Anki", async () => {
    const { ask, library } = openRoom();
    await keepArticle(library);
    const tsv = await ask("/api/concordance?q=economists&format=tsv");
    expect(tsv.headers.get("content-disposition")).toContain('attachment; filename="concordance.tsv"');
    expect((await tsv.text()).split("\n")[0]?.split("\t").slice(0, 4)).toEqual([
      "The decision surprised most economists.",
      "이번 결정에 대부분의 경제학자들이 놀랐다.",
      "economists",
      "en",
    ]);
    const anki = await ask("/api/concordance?q=economists&format=anki");
    expect(await anki.text()).toMatch(
      /^#separator:tab\n#html:false\n#columns.*\nThe decision surprised most economists\.\t이번[^\t]*\teconomists\t/u,
    );
  });

  it.each([
    "",
    "?q=",
    "?q=%20",
    `?q=${"x".repeat(201)}`,
    "?q=a&format=pdf",
    "?q=a&limit=x",
    "?q=a&mode=regex",
    "?q=a&offset=-1",
  ])("refuses %j", async (query) => {
    expect(await openRoom().failure(`/api/concordance${query}`)).toEqual([400, "usage"]);
  });

  it("refuses an unknown language", async () => {
    expect(await openRoom().failure("/api/concordance?q=a&language=xx")).toEqual([400, "language-unknown"]);
  });
});

describe("exports", () => {
  it("can be had in every format that is listed, with a preview of its beginning", async () => {
    const { ask, json, library } = openRoom();
    const id = await keepArticle(library, { chinese: true });
    const { body } = await json<FormatsAnswer>("/api/formats");
    expect(body.formats.map(({ name }) => name)).toEqual(expect.arrayContaining(["json", "tsv", "markdown", "html"]));
    for (const { name, extension } of body.formats) {
      const { body: list } = await json<ExportFiles>(`/api/export/${id}/files?format=${name}`);
      expect([name, list.files.length]).not.toEqual([name, 0]);
      for (const [index] of list.files.entries()) {
        const response = await ask(`/api/export/${id}?format=${name}&file=${index}`);
        expect([name, response.status]).toEqual([name, 200]);
        const text = await response.text();
        const preview = await (await ask(`/api/export/${id}?format=${name}&file=${index}&preview=1`)).text();
        expect(text.slice(0, 200)).toBe(preview.slice(0, 200));
      }
      expect(extension).toMatch(/^[a-z0-9.]+$/u);
    }
  });

  it("hold the languages asked for and carry the title in their name", async () => {
    const { ask, library } = openRoom();
    const id = await keepArticle(library, { chinese: true });
    const response = await ask(`/api/export/${id}?format=tsv&to=zh-Hans`);
    const text = await response.text();
    expect(text).toContain("央行");
    expect(text).not.toContain("중앙은행");
    expect(decodeURIComponent(response.headers.get("content-disposition") ?? "")).toMatch(
      /filename\*=UTF-8''[\p{L}\p{N}-]+\.tsv$/u,
    );
  });

  it.each([
    ["?format=exe", 400, "format-unknown"],
    ["?format=__proto__", 400, "format-unknown"],
    ["?format=text", 400, "format-unknown"],
    ["", 400, "format-unknown"],
    ["?format=tsv&to=xx", 400, "language-unknown"],
    ["?format=tsv&file=9", 404, "not-found"],
  ])("refuse %j", async (query, status, code) => {
    const { failure, library } = openRoom();
    const id = await keepArticle(library);
    expect(await failure(`/api/export/${id}${query}`)).toEqual([status, code]);
  });

  it("of a text that is not there are a 404", async () => {
    expect(await openRoom().failure("/api/export/none?format=tsv")).toEqual([404, "not-found"]);
    expect(await openRoom().failure("/api/export/none/files?format=tsv")).toEqual([404, "not-found"]);
  });
});
