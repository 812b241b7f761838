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

  it("adds a translation to a text that is there, aligned to both", async () => {
    const room = openRoom();
    const { body: item } = await add(room, [{ text: ENGLISH }, { text: KOREAN }]);
    const request = { method: "POST", body: { texts: [{ text: CHINESE }] } };
    const { status, body } = await room.json<TextItem>(`/api/texts/${item.id}/translations`, request);
    expect(status).toBe(201);
    expect(body.languages).toEqual(["en", "ko", "zh-Hans"]);
    expect(body.bitexts).toHaveLength(3);
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
