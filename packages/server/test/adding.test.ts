import type { BitextId } from "@stele/core/node";
import type { AddEvents, ApiError, TextAnswer, TextItem } from "@stele/server";
import { describe, expect, it } from "vitest";
import { eventsIn } from "./events.ts";
import { CHINESE, ENGLISH, KOREAN, openRoom, type Room } from "./room.ts";

async function add(room: Room, texts: readonly unknown[]) {
  return room.json<TextItem>("/api/texts", { method: "POST", body: { texts } });
}

describe("adding a text", () => {
  it("keeps a pasted text and finds its language by itself", async () => {
    const room = openRoom();
    const { status, body } = await add(room, [{ text: KOREAN }]);
    expect(status).toBe(201);
    expect(body).toMatchObject({ languages: ["ko"], bitexts: [] });
    const { body: read } = await room.json<TextAnswer>(`/api/texts/${body.id}`);
    expect(read.polytext.sides[0]?.article.text).toBe(KOREAN);
  });

  it("aligns two given translations, and them with each other", async () => {
    const room = openRoom();
    const texts = [
      { text: ENGLISH, language: "en" },
      { text: KOREAN, language: "ko" },
      { text: CHINESE, language: "zh-CN" },
    ];
    const { body } = await add(room, texts);
    expect(body.languages).toEqual(["en", "ko", "zh-Hans"]);
    const { body: read } = await room.json<TextAnswer>(`/api/texts/${body.id}`);
    expect(read.polytext.pairs).toHaveLength(3);
  });

  it("takes files by upload: UTF-16 with its mark, Markdown with its blocks", async () => {
    const room = openRoom();
    const form = new FormData();
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(KOREAN, (unit) => unit.charCodeAt(0)).buffer),
    ]);
    form.append("file", new File(["# A headline\n\nOne sentence. Two sentences.\n"], "article.md"));
    form.append("language", "en");
    form.append("file", new File([utf16], "기사.txt"));
    form.append("language", "auto");
    const { status, body } = await room.json<TextItem>("/api/texts", { method: "POST", body: form });
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: "A headline", languages: ["en", "ko"] });
    const { body: read } = await room.json<TextAnswer>(`/api/texts/${body.id}`);
    expect(read.polytext.sides[0]?.article.blocks[0]?.kind).toBe("title");
    expect(read.polytext.sides[1]?.article.text).toBe(KOREAN);
    expect(read.polytext.sides[1]?.provenance.origin).toEqual({ kind: "file", name: "기사.txt" });
  });

  it.each([
    ["book.md", 4],
    ["book.MARKDOWN", 4],
    ["page.html", 16],
  ])(
    "takes no more of %s than %d MB, because taking it apart would hold up everything else",
    async (name, megabytes) => {
      const room = openRoom();
      const form = new FormData();
      form.append("file", new File(["The boats left. ".repeat((megabytes * 1024 * 1024) / 16), "Late."], name));
      const { status, body } = await room.json<ApiError>("/api/texts", { method: "POST", body: form });
      expect(status).toBe(413);
      expect(body.error.details).toEqual({ reason: "too-large", limitBytes: megabytes * 1024 * 1024, name });
      expect(body.error.message).toContain(`${megabytes} MB`);
      expect(room.library.texts()).toEqual([]);
    },
  );

  it("adds a translation to a text that is there, aligned to both", async () => {
    const room = openRoom();
    const { body: item } = await add(room, [{ text: ENGLISH }, { text: KOREAN }]);
    const request = { method: "POST", body: { texts: [{ text: CHINESE }] } };
    const { status, body } = await room.json<TextItem>(`/api/texts/${item.id}/translations`, request);
    expect(status).toBe(201);
    expect(body.languages).toEqual(["en", "ko", "zh-Hans"]);
    expect(body.bitexts).toHaveLength(3);
  });

  it("takes back what was exported as JSON, corrections and all", async () => {
    const [one, other] = [openRoom(), openRoom()];
    const { body } = await add(one, [{ text: ENGLISH }, { text: KOREAN }, { text: CHINESE }]);
    const correction = { seen: 1, operations: [{ op: "merge", from: 0, to: 2 }], author: "Ada" };
    await one.json(`/api/bitexts/${body.bitexts[0]}`, { method: "POST", body: correction });
    const exported = await (await one.ask(`/api/export/${body.id}?format=json`)).text();
    const form = () => {
      const data = new FormData();
      data.append("file", new File([exported], "harbour.json"));
      return data;
    };
    const taken = await other.json<TextItem>("/api/texts", { method: "POST", body: form() });
    expect([taken.status, taken.body.id]).toEqual([201, body.id]);
    const read = async (room: Room) => (await room.json<TextAnswer>(`/api/texts/${body.id}`)).body.polytext;
    expect((await read(other)).rows).toEqual((await read(one)).rows);
    expect((await read(other)).pairs[0]?.beads).toEqual((await read(one)).pairs[0]?.beads);
    const again = await other.json<TextItem>("/api/texts", { method: "POST", body: form() });
    expect(again.body.bitexts).toEqual(taken.body.bitexts);
    expect((await read(other)).pairs.map(({ revision }) => revision)).toEqual([1, 1, 1]);
  });

  it("lets no file take over the pair of another text", async () => {
    const room = openRoom();
    const { body: mine } = await add(room, [{ text: ENGLISH }, { text: KOREAN }]);
    const theirs = openRoom();
    const { body: foreign } = await add(theirs, [{ text: "Quite another text." }, { text: "전혀 다른 글이다." }]);
    const exported = await (await theirs.ask(`/api/export/${foreign.id}?format=json`)).text();
    const forged = exported.replaceAll(String(foreign.bitexts[0]), String(mine.bitexts[0]));
    const form = new FormData();
    form.append("file", new File([forged], "forged.json"));
    const { body } = await room.json<TextItem>("/api/texts", { method: "POST", body: form });
    expect(body.bitexts).not.toContain(mine.bitexts[0]);
    expect(room.library.history(mine.bitexts[0] as BitextId)).toHaveLength(1);
  });

  it("refuses JSON that Stele did not write", async () => {
    const form = new FormData();
    form.append("file", new File(['{"hello": 1}'], "other.json"));
    expect(await openRoom().failure("/api/texts", { method: "POST", body: form })).toEqual([400, "input-malformed"]);
  });

  it("tells its progress to a client that asks for events", async () => {
    const room = openRoom();
    const body = { texts: [{ text: ENGLISH }, { text: KOREAN }, { text: CHINESE }] };
    const headers = { accept: "text/event-stream" };
    const response = await room.ask("/api/texts", { method: "POST", body, headers });
    const events = eventsIn<AddEvents>(await response.text());
    const shares = events.flatMap((one) => (one.event === "progress" ? [one.data.share] : []));
    expect(shares).toEqual(shares.toSorted((one, two) => one - two));
    expect(shares.at(-1)).toBe(1);
    expect(events.at(-1)).toMatchObject({ event: "done", data: { languages: ["en", "ko", "zh-Hans"] } });
    const same = { texts: [{ text: ENGLISH }, { text: `${ENGLISH} More.` }] };
    const refused = await room.ask("/api/texts", { method: "POST", body: same, headers });
    expect(eventsIn<AddEvents>(await refused.text()).at(-1)).toMatchObject({
      event: "error",
      data: { code: "language-same" },
    });
  });

  it("keeps nothing where the reader has gone away", async () => {
    const room = openRoom();
    const controller = new AbortController();
    controller.abort();
    const body = { texts: [{ text: ENGLISH }, { text: KOREAN }] };
    await room.ask("/api/texts", { method: "POST", body, signal: controller.signal }).catch(() => undefined);
    expect(room.library.texts()).toEqual([]);
  });

  it.each([
    ["nothing", [], "usage"],
    ["four texts", [{ text: "a" }, { text: "b" }, { text: "c" }, { text: "d" }], "usage"],
    ["an empty text", [{ text: "" }], "input-empty"],
    ["blanks only", [{ text: " \n\n\t" }], "input-empty"],
    ["an empty translation", [{ text: ENGLISH }, { text: " " }], "input-empty"],
    ["one language twice", [{ text: ENGLISH }, { text: "Another English text. With two sentences." }], "language-same"],
    ["an unknown language", [{ text: ENGLISH, language: "tlh" }], "language-unknown"],
    ["no string", [{ text: 5 }], "usage"],
    ["no object", ["text"], "usage"],
    ["half a surrogate pair", [{ text: "broken \ud83d here.", language: "en" }], "text-not-storable"],
    ["binary", [{ text: "a\u0000\u0001\u0002b\u0000\u0000", language: "en" }], "input-binary"],
  ])("refuses %s and keeps nothing", async (_, texts, code) => {
    const room = openRoom();
    expect(await room.failure("/api/texts", { method: "POST", body: { texts } })).toEqual([400, code]);
    expect(room.library.texts()).toEqual([]);
  });

  it("refuses an upload that is broken, without a file, or of invalid bytes", async () => {
    const room = openRoom();
    const bad = { "content-type": "multipart/form-data; boundary=x" };
    expect(await room.failure("/api/texts", { method: "POST", body: "no form", headers: bad })).toEqual([400, "usage"]);
    const text = new FormData();
    text.append("file", "just text");
    expect(await room.failure("/api/texts", { method: "POST", body: text })).toEqual([400, "usage"]);
    const invalid = new FormData();
    invalid.append("file", new File([new Uint8Array([0x61, 0xff, 0xc3, 0x28])], "a.txt"));
    expect(await room.failure("/api/texts", { method: "POST", body: invalid })).toEqual([400, "input-encoding"]);
  });

  it("answers with the sentence, the hint and the details of an error", async () => {
    const request = { method: "POST", body: { texts: [{ text: ENGLISH, language: "tlh" }] } };
    const { body } = await openRoom().json<ApiError>("/api/texts", request);
    expect(body.error.message).toMatch(/tlh.*\.$/u);
    expect(body.error.hint).not.toBe("");
    expect(body.error.details).toEqual({ value: "tlh" });
  });
});
