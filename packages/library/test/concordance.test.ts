import { type MemoryUnit, openLibrary } from "@stele/library";
import { createBitext, type LanguageTag, type SearchMode } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHINESE, ENGLISH, KOREAN, newFile, pair, side } from "./sample.ts";

function unit(
  source: string,
  target: string,
  languages: readonly [LanguageTag, LanguageTag] = ["en", "ko"],
): MemoryUnit {
  return {
    source: { language: languages[0], text: source },
    target: { language: languages[1], text: target },
    standing: "human",
  };
}

describe("the concordance", () => {
  const library = openLibrary({ file: newFile() });
  const en = side("en", [...ENGLISH, "Nobody was hurt."]);
  const ko = side("ko", KOREAN);
  const zh = side("zh-Hans", CHINESE);
  library.saveBitext(pair(en, ko, 0.4));
  library.saveBitext(pair(en, zh, 0.9));
  library.memory.add([unit("Full stop.", "ＡＢＣ 합작 협력사는 달렸다.")], "client");
  const marked = (query: string, mode?: SearchMode): readonly string[] =>
    library
      .concordance(mode === undefined ? { query } : { query, mode })
      .flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)));

  it.each([
    ["合作", ["合作"]],
    ["桥", ["桥"]],
    ["两国同意", ["两国同意"]],
    ["협력", ["협력", "협력"]],
    ["협력사", ["협력사"]],
    ["abc", ["ＡＢＣ"]],
    ["ABC 합작", ["ＡＢＣ 합작"]],
    ["bridge", ["bridges"]],
    ["bridged", ["bridges"]],
    ["cooper", []],
    ["two  Bridge", ["Two bridges"]],
    ["nobody", ["Nobody"]],
    ["통제됐", ["통제됐"]],
    ["합작 달렸다", []],
    ["협력사 달렸다", ["협력사는 달렸다"]],
    ["", []],
    ["!?", []],
    ["개미", []],
  ])("finds %s with its forms", (query, found) => {
    expect(marked(query)).toEqual(found);
  });

  it.each([
    ["bridge", "word", []],
    ["bridges", "word", ["bridges"]],
    ["협력", "word", []],
    ["협력사는", "word", ["협력사는"]],
    ["合作", "word", ["合作"]],
    ["ridge", "anywhere", ["ridge"]],
    ["ridge", "forms", []],
    ["WO BRIDG", "anywhere", ["wo bridg"]],
    ["xyzzy", "anywhere", []],
    ["력사", "anywhere", ["력사"]],
  ] as const)("finds %s as %s", (query, mode, found) => {
    expect(marked(query, mode)).toEqual(found);
  });

  it("finds a dictionary form's stem, and a figure with and without its commas", () => {
    const { memory, concordance, close } = openLibrary({ file: newFile() });
    memory.add([unit("He ran 1,200 metres and 12,000 more.", "그는 달리고 또 달린다.")], "client");
    const found = (query: string, mode: SearchMode = "forms") =>
      concordance({ query, mode }).flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)));
    expect(found("달리다")).toEqual(["달리"]);
    expect(found("run")).toEqual(["ran"]);
    expect(found("1200")).toEqual(["1,200"]);
    expect(found("200")).toEqual([]);
    expect(found("2,00", "anywhere")).toEqual(["200", "2,00"]);
    close();
  });

  it("finds any piece of any text with letters, wherever it begins and ends", () => {
    const { memory, concordance, together, close } = openLibrary({ file: newFile() });
    let number = 0;
    const letters = fc.string({ unit: fc.constantFrom(..."aBé Z1,가水"), minLength: 1, maxLength: 12 });
    const check = (): void =>
      fc.assert(
        fc.property(letters, fc.nat(), fc.nat(), (text, from, length) => {
          const start = from % text.length;
          const query = text.slice(start, start + 1 + (length % 5)).trim();
          fc.pre(/[\p{L}\p{N}]/u.test(query) && !/\d,|,\d/u.test(text));
          number += 1;
          memory.add([unit(text, "other")], `memory ${number}`);
          const hits = concordance({ query, mode: "anywhere", memories: [`memory ${number}`], language: "en" });
          const found = hits.flatMap((hit) => hit.spans.map((span) => hit.text.slice(span.start, span.end)));
          expect(found).toContain(query);
        }),
      );
    together(check);
    close();
  });

  it("lists a text once with all its counterparts and the place where it stands", () => {
    const hits = library.concordance({ query: "bridges" });
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({
      language: "en",
      text: ENGLISH[1],
      counterparts: [
        { language: "ko", text: KOREAN[1], score: 0.4 },
        { language: "zh-Hans", text: CHINESE[1], score: 0.9 },
      ],
      places: [{ textId: en.article.id, title: ENGLISH[0], bead: 1 }],
    });
    expect(library.concordance({ query: "Nobody" })[0]?.counterparts).toEqual([]);
  });

  it("puts a translation that has the query too beside its source, unless its language is asked for", () => {
    const { saveBitext, concordance, close } = openLibrary({ file: newFile() });
    const [one, two, three] = [side("en", ["In 2021."]), side("ko", ["2021년에."]), side("zh-Hans", ["2021年。"])];
    saveBitext(pair(one, two));
    saveBitext(pair(one, three));
    saveBitext(pair(two, three));
    const [hit, ...more] = concordance({ query: "2021" });
    expect(more).toEqual([]);
    expect(hit?.text).toBe("In 2021.");
    expect(hit?.counterparts.map(({ text, spans }) => [text, spans])).toEqual([
      ["2021년에.", [{ start: 0, end: 4 }]],
      ["2021年。", [{ start: 0, end: 4 }]],
    ]);
    expect(concordance({ query: "2021", language: "ko" }).map(({ text }) => text)).toEqual(["2021년에."]);
    close();
  });

  it("gives each of several places of the same text, in several texts and memories", () => {
    const { saveBitext, memory, concordance, close } = openLibrary({ file: newFile() });
    const twice = side("en", ["It rained.", "Later.", "It rained."]);
    saveBitext(pair(twice, side("ko", ["비가 왔다.", "나중.", "또 비."])));
    saveBitext(pair(twice, side("zh-Hans", ["下雨了。", "后来。", "下雨了。"])));
    memory.add([unit("It rained.", "비가 왔다.")], "client");
    const [hit, ...more] = concordance({ query: "rain" });
    expect(more).toEqual([]);
    expect(hit?.counterparts.map(({ text }) => text).sort()).toEqual(["下雨了。", "또 비.", "비가 왔다."].sort());
    expect(hit?.places.map(({ bead }) => bead)).toEqual([0, 2]);
    expect(hit?.memories).toEqual(["library", "client"]);
    close();
  });

  it("lists what is a bead of its own in one pair and part of a longer one in another once", () => {
    const { saveBitext, concordance, close } = openLibrary({ file: newFile() });
    const source = side("en", ["He sold tea.", "It rained on the tea."]);
    saveBitext(pair(source, side("ko", ["차를 팔았다.", "차에 비가 왔다."])));
    const joined = side("zh-Hans", ["他卖茶，茶淋了雨。"]);
    const beads = [{ source: [0, 2], target: [0, 1], score: 0.9, lowScore: false }] as const;
    saveBitext(createBitext({ source, target: joined, beads }));
    const hits = concordance({ query: "rain" });
    expect(hits.map(({ text }) => text)).toEqual(["It rained on the tea."]);
    expect(hits[0]?.counterparts.map(({ language }) => language)).toEqual(["ko", "zh-Hans"]);
    close();
  });

  it("keeps to a language, a counterpart, a text, a score and a memory", () => {
    const found = (filter: object) => library.concordance({ query: "bridges", ...filter });
    expect(found({ language: "ko" })).toEqual([]);
    expect(found({ other: "zh-Hans" })[0]?.counterparts.map(({ language }) => language)).toEqual(["zh-Hans"]);
    expect(found({ minScore: 0.5 })[0]?.counterparts.map(({ language }) => language)).toEqual(["zh-Hans"]);
    expect(found({ textId: en.article.id })).toHaveLength(1);
    expect(found({ textId: "none" })).toEqual([]);
    expect(found({ memories: ["client"] })).toEqual([]);
    const paged = (options: object) => library.concordance({ query: "협력", ...options });
    expect(paged({ limit: 1 })).toEqual(paged({}).slice(0, 1));
    expect(paged({ limit: 5, offset: 1 })).toEqual(paged({}).slice(1));
  });

  it("marks Korean typed as single letters in its composed form", () => {
    const decomposed = "협력".normalize("NFD");
    expect(library.concordance({ query: decomposed }).length).toBe(2);
  });

  it("finds every piece of every Chinese and Korean text, and says where", () => {
    const piece = fc.constantFrom(..."雨风桥水两国同意协力합작강물협력다리비 가나3a。");
    const { memory, concordance, together, close } = openLibrary({ file: newFile() });
    let number = 0;
    const check = (): void =>
      fc.assert(
        fc.property(
          fc.array(piece, { minLength: 2, maxLength: 12 }),
          fc.nat(),
          fc.nat(),
          (characters, from, length) => {
            const text = characters.join("").trim();
            const start = from % Math.max(1, text.length);
            const query = text.slice(start, start + 1 + (length % 5)).trim();
            fc.pre(/^[^\s3a。]+$/u.test(query) && query !== "");
            number += 1;
            const name = `memory ${number}`;
            memory.add([unit(text, "other", ["zh-Hans", "en"])], name);
            const [hit] = concordance({ query, memories: [name] });
            expect(hit?.spans.map((span) => text.slice(span.start, span.end))).toContain(query);
          },
        ),
      );
    together(check); // one wait for the disk
    close();
  });
});
