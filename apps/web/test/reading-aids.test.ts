import { createBitext, FORMATS } from "@stele/core";
import { describe, expect, it } from "vitest";
import { alignObstacle, createDraft, READABLE } from "../src/add/draft.ts";
import { replacementsOf, rubyOf, together } from "../src/aids/annotations.ts";
import { eventsOf } from "../src/api/event-stream.ts";
import { failureOf, toFailure } from "../src/api/failure.ts";
import { shareOf } from "../src/api/translation.ts";
import { bandAt, bandsOf, stretchesOf } from "../src/map/bands.ts";
import { stretchesOf as markedStretches } from "../src/search/stretches.ts";
import { wordAt, wordsOf } from "../src/study/words-of.ts";
import { bead, side } from "./sample.ts";

describe("readings over a text", () => {
  it("stand over single characters where they have parts", () => {
    const parts = [
      { start: 0, end: 1, reading: "yín" },
      { start: 1, end: 2, reading: "háng" },
    ];
    expect(rubyOf([{ start: 0, end: 2, reading: "yínháng", parts }]).map(({ ruby }) => ruby)).toEqual(["yín", "háng"]);
  });

  it("go with the other script character by character", () => {
    const shown = replacementsOf([{ start: 0, end: 2, reading: "頭髮" }]);
    expect(together([{ start: 0, end: 1, ruby: "tóu" }], shown)).toEqual([
      { start: 0, end: 1, ruby: "tóu", shown: "頭" },
      { start: 1, end: 2, shown: "髮" },
    ]);
  });
});

describe("the map", () => {
  const pair = createBitext({
    source: side("en", "One came. Two came. Three came. Four came."),
    target: side("ko", "하나가 왔다. 둘이 왔다. 넷이 왔다."),
    beads: [
      bead([0, 1], [0, 1]),
      bead([1, 2], [1, 2], { lowScore: true }),
      bead([2, 3], [2, 2]),
      bead([3, 4], [2, 3], { fixed: true }),
    ],
  });
  const bands = bandsOf(pair);

  it("covers both sides without a hole, each bead by what it is", () => {
    expect(bands.map(({ kind }) => kind)).toEqual(["sure", "doubtful", "gap", "approved"]);
    expect(bands[0]?.source[0]).toBe(0);
    expect(bands.at(-1)?.source[1]).toBe(1);
    for (const [at, band] of bands.entries()) expect(band.source[0]).toBe(at === 0 ? 0 : bands[at - 1]?.source[1]);
  });

  it("knows the bead under a point, and what wants a second look", () => {
    expect(bandAt(bands, 0.999)?.bead).toBe(3);
    expect(bandAt(bands, 0)?.bead).toBe(0);
    expect(stretchesOf(bands)).toEqual([
      { from: 1, to: 2, kind: "doubtful" },
      { from: 2, to: 3, kind: "gap" },
    ]);
  });
});

describe("a text that waits to be added", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each([
    ["a.txt", bytes("It rained all day in the city."), "en"],
    ["b.txt", bytes("하루 종일 비가 내렸다."), "ko"],
    ["c.html", bytes("<head><title>English title</title></head><p>一天都在下雨，街上没有人。</p>"), "zh-Hans"],
    [
      "d.txt",
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(new Uint16Array([..."비가 온다."].map((c) => c.charCodeAt(0))).buffer),
      ]),
      "ko",
    ],
    ["e.srt", bytes("1\n00:00:01,000 --> 00:00:02,000\n비가 온다.\n"), "ko"],
    ["f.docx", new Uint8Array([0x50, 0x4b, 3, 4, 0x41]), "auto"],
  ])("%s shows its language", (name, content, language) => {
    expect(createDraft(name, content).language).toBe(language);
  });

  it("may be of every kind that has a reader, but for what Stele itself wrote", () => {
    const read = Object.values(FORMATS).filter(({ name, readArticle }) => readArticle !== undefined && name !== "json");
    const endings = read.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`));
    expect([...READABLE].sort()).toEqual(endings.sort());
  });

  it("says what hinders aligning", () => {
    const en = createDraft("a", bytes("It rained all day."));
    const ko = createDraft("b", bytes("하루 종일 비가 내렸다."));
    expect(alignObstacle([en])).toBe("too-few");
    expect(alignObstacle([en, ko, en, ko])).toBe("too-many");
    expect(alignObstacle([en, en])).toBe("same-language");
    expect(alignObstacle([en, ko])).toBeUndefined();
  });
});

describe("answers of the server", () => {
  it("come as events however the bytes are cut", async () => {
    const text = 'event: progress\ndata: {"a":"배"}\n\n: a comment\n\nevent: done\r\ndata: {}\r\n\r\n';
    const all = new TextEncoder().encode(text);
    for (const size of [1, 3, 7, all.length]) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < all.length; at += size) controller.enqueue(all.slice(at, at + size));
          controller.close();
        },
      });
      const events = [];
      for await (const event of eventsOf(body)) events.push(event);
      expect(events).toEqual([
        { event: "progress", data: '{"a":"배"}' },
        { event: "done", data: "{}" },
      ]);
    }
  });

  it("that are errors keep their code, whatever their shape", () => {
    expect(failureOf({ error: { code: "not-found", message: "No.", hint: "Look." } }, 404)).toMatchObject({
      code: "not-found",
      hint: "Look.",
    });
    for (const body of [undefined, "x", { error: 3 }, []]) expect(failureOf(body, 500).code).toBe("service-failed");
    expect(toFailure(Object.assign(new Error("m"), { code: "input-empty", hint: "h" }))).toMatchObject({
      code: "input-empty",
      hint: "h",
    });
    expect(toFailure("odd").code).toBe("internal");
  });

  it("about progress count over all languages", () => {
    const order = { text: "t", engine: "e", to: ["ko", "zh-Hans"] } as const;
    expect(shareOf(order, { to: "zh-Hans", done: 5, total: 10 })).toBe(0.75);
    expect(shareOf(order, "odd")).toBe(0);
  });
});

describe("words and marks in a text", () => {
  it("words are found at an offset, behind marks, and at the end", () => {
    const words = wordsOf("The bridge, long.", "en");
    expect(words.map(({ text }) => text)).toEqual(["The", "bridge", "long"]);
    expect([0, 4, 10, 99].map((at) => wordAt(words, at)?.text)).toEqual(["The", "bridge", "long", "long"]);
    expect(wordAt([], 0)).toBeUndefined();
  });

  it("marks cut a text without losing any of it", () => {
    const stretches = markedStretches("abcdef", [
      { start: 4, end: 9 },
      { start: 1, end: 3 },
      { start: 2, end: 4 },
    ]);
    expect(stretches.map(({ start, end }) => "abcdef".slice(start, end)).join("")).toBe("abcdef");
    expect(stretches.filter(({ isMarked }) => isMarked).map(({ start, end }) => [start, end])).toEqual([
      [1, 3],
      [3, 4],
      [4, 6],
    ]);
  });
});
