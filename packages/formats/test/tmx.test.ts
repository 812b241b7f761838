import { readTmx, type TmxSkipped, type TmxUnit, writeFiles, writeText, writeTmxUnits } from "@stele/formats";
import { sampleBitext, sampleSide } from "@stele/formats/testing";
import type { Polytext } from "@stele/model";
import { gzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

const HEAD =
  '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>';
const tmx = (units: string, head = HEAD): string =>
  `<?xml version="1.0"?><tmx version="1.4">${head}<body>${units}</body></tmx>`;
const tuv = (tag: string, text: string, name = "xml:lang"): string => `<tuv ${name}="${tag}"><seg>${text}</seg></tuv>`;

async function read(file: string | Uint8Array, skipped?: TmxSkipped): Promise<readonly TmxUnit[]> {
  const units: TmxUnit[] = [];
  for await (const unit of readTmx(file, { name: "a.tmx", ...(skipped === undefined ? {} : { skipped }) }))
    units.push(unit);
  return units;
}

const texts = (units: readonly TmxUnit[]) =>
  units.map(({ source, target }) => [source.language, source.text, target.language, target.text]);

const sides = [
  sampleSide("en", ["Rain & wind.", "Snow."]),
  sampleSide("ko", ["비와 바람.", "눈."]),
  sampleSide("zh-Hans", ["风雨。", "雪。"]),
] as const;
const pairs = [sampleBitext(sides[0], sides[1]), sampleBitext(sides[0], sides[2])] as const;
const three: Polytext = {
  sides,
  pairs,
  rows: [0, 1].map((index) => ({ runs: sides.map(() => [index, index + 1] as const), score: 0.75 })),
};

describe("a TMX file that is written", () => {
  it("is what an importer's schema wants, to the byte", () => {
    const date = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(writeText(pairs[0], "tmx", { date }).split("\n").slice(0, 17).join("\n")).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4">
        <header creationtool="Stele" creationtoolversion="0.1.0" segtype="sentence" o-tmf="Stele" adminlang="en" srclang="en-US" datatype="plaintext" creationdate="20260102T030405Z"/>
        <body>
          <tu tuid="612db678cbbaef10">
            <prop type="x-score">0.750</prop>
            <tuv xml:lang="en-US">
              <prop type="x-standing">human</prop>
              <prop type="x-origin">file: a.txt</prop>
              <seg>Rain &amp; wind.</seg>
            </tuv>
            <tuv xml:lang="ko-KR">
              <prop type="x-standing">human</prop>
              <prop type="x-origin">file: a.txt</prop>
              <seg>비와 바람.</seg>
            </tuv>
          </tu>"
    `);
  });

  it("holds three languages in one file, or two in a file each", async () => {
    expect(texts(await read(writeText(three, "tmx")))).toEqual([
      ["en", "Rain & wind.", "ko", "비와 바람."],
      ["en", "Rain & wind.", "zh-Hans", "风雨。"],
      ["en", "Snow.", "ko", "눈."],
      ["en", "Snow.", "zh-Hans", "雪。"],
    ]);
    expect(writeFiles(three, "tmx", { isPerPair: true }).map(({ suffix }) => suffix)).toEqual([
      ".en-ko.tmx",
      ".en-zh-Hans.tmx",
    ]);
  });

  it("says its languages by region unless scripts are asked for", () => {
    expect(writeText(pairs[1], "tmx")).toContain('xml:lang="zh-CN"');
    expect(writeText(pairs[1], "tmx", { tags: "script" })).toContain('xml:lang="zh-Hans"');
  });
});

describe("a TMX file that is read", () => {
  it.each([
    [
      "region codes",
      tmx(`<tu>${tuv("en-GB", "Rain.")}${tuv("ZH_tw", "雨。")}</tu>`),
      [["en", "Rain.", "zh-Hant", "雨。"]],
    ],
    [
      "lang for xml:lang",
      tmx(`<tu>${tuv("en", "Rain.", "lang")}${tuv("ko", "비.", "lang")}</tu>`),
      [["en", "Rain.", "ko", "비."]],
    ],
    [
      "no srclang",
      tmx(`<tu>${tuv("ko", "비.")}${tuv("en", "Rain.")}</tu>`, "<header/>"),
      [["ko", "비.", "en", "Rain."]],
    ],
    [
      "srclang after its target",
      tmx(`<tu>${tuv("ko", "비.")}${tuv("en", "Rain.")}</tu>`),
      [["en", "Rain.", "ko", "비."]],
    ],
    [
      "inline marks",
      tmx(
        `<tu>${tuv("en", 'A <bpt i="1">&lt;b&gt;</bpt>big<ept i="1">&lt;/b&gt;</ept> <hi>rain</hi><ph/>.')}${tuv("ko", "큰 비.")}</tu>`,
      ),
      [["en", "A big rain.", "ko", "큰 비."]],
    ],
    [
      "CDATA and entities",
      tmx(`<tu>${tuv("en", "<![CDATA[a <b]]> &amp; c")}${tuv("ko", "비&#46;")}</tu>`),
      [["en", "a <b & c", "ko", "비."]],
    ],
    ["no units", tmx(""), []],
  ])("copes with %s", async (_, file, expected) => {
    expect(texts(await read(file))).toEqual(expected);
  });

  it("keeps standing, score and date", async () => {
    const props =
      '<prop type="x-score">0.5</prop><prop type="x-low-score">yes</prop><prop type="x-standing">machine</prop>';
    const [unit] = await read(
      tmx(`<tu creationdate="20260102T030405Z">${props}${tuv("en", "Rain.")}${tuv("ko", "비.")}</tu>`),
    );
    expect(unit).toMatchObject({
      standing: "machine",
      score: 0.5,
      lowScore: true,
      savedAt: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
    });
  });

  it("counts what it leaves out", async () => {
    const skipped: TmxSkipped = { languages: new Map(), units: 0 };
    const file = tmx(
      `<tu>${tuv("en", "Rain.")}${tuv("fr-FR", "Pluie.")}</tu><tu>${tuv("en", "A.")}${tuv("ko", " ")}</tu>`,
    );
    expect(await read(file, skipped)).toEqual([]);
    expect(skipped).toEqual({ languages: new Map([["fr-FR", 1]]), units: 2 });
  });

  it("may come in UTF-16 and in any pieces", async () => {
    const file = tmx(`<tu>${tuv("en", "Rain.")}${tuv("ko", "비 \u{1f327}.")}</tu>`);
    const bytes = new TextEncoder().encode(file);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) =>
      bytes.slice(7 * index, 7 * index + 7),
    );
    const units: TmxUnit[] = [];
    for await (const unit of readTmx(pieces, { name: "a.tmx" })) units.push(unit);
    expect(texts(units)).toEqual([["en", "Rain.", "ko", "비 \u{1f327}."]]);
    const utf16 = new DataView(new ArrayBuffer(2 * file.length + 2));
    utf16.setUint16(0, 0xfeff);
    for (let index = 0; index < file.length; index += 1) utf16.setUint16(2 * index + 2, file.charCodeAt(index));
    expect(await read(new Uint8Array(utf16.buffer))).toEqual(units);
  });

  it("may be packed by gzip, in any pieces", async () => {
    const file = tmx(`<tu>${tuv("en", "Rain.")}${tuv("ko", "비.")}</tu>`);
    const packed = gzipSync(new TextEncoder().encode(file));
    const pieces = Array.from({ length: Math.ceil(packed.length / 9) }, (_, at) => packed.slice(9 * at, 9 * at + 9));
    const units: TmxUnit[] = [];
    for await (const unit of readTmx(pieces, { name: "a.tmx.gz" })) units.push(unit);
    expect(texts(units)).toEqual([["en", "Rain.", "ko", "비."]]);
    expect(texts(await read(packed))).toEqual([["en", "Rain.", "ko", "비."]]);
    await expect(read(Uint8Array.from([0x1f, 0x8b, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 255, 255]))).rejects.toEqual(
      expect.objectContaining({ code: expect.stringMatching(/^input-/) }),
    );
  });

  it("may be the one TMX of a zip, in any pieces, whatever else is in it", async () => {
    const file = new TextEncoder().encode(tmx(`<tu>${tuv("en", "Rain.")}${tuv("ko", "비.")}</tu>`));
    const other = new TextEncoder().encode("read me");
    const packed = zipSync({ "__MACOSX/._a.tmx": other, "readme.txt": other, "memory/a.TMX": file });
    const pieces = Array.from({ length: Math.ceil(packed.length / 9) }, (_, at) => packed.slice(9 * at, 9 * at + 9));
    const units: TmxUnit[] = [];
    for await (const unit of readTmx(pieces, { name: "a.zip" })) units.push(unit);
    expect(texts(units)).toEqual([["en", "Rain.", "ko", "비."]]);
    expect(texts(await read(zipSync({ "a.tmx": [file, { level: 0 }] })))).toEqual([["en", "Rain.", "ko", "비."]]);
    const refused = (reason: RegExp) =>
      expect.objectContaining({ code: "input-malformed", message: expect.stringMatching(reason) });
    await expect(read(zipSync({ "a.tmx": file, "b.tmx": file }))).rejects.toEqual(refused(/several/));
    await expect(read(zipSync({ "readme.txt": other }))).rejects.toEqual(refused(/without a TMX/));
    await expect(read(packed.slice(0, -300))).rejects.toEqual(refused(/./));
  });

  it.each([
    ["another root", "<html/>", "input-malformed", /<html>, not <tmx>/],
    ["a text without language", tmx("<tu><tuv><seg>a</seg></tuv></tu>"), "input-malformed", /xml:lang/],
    ["broken XML", tmx("<tu>").replace("</body>", ""), "input-malformed", /1:\d+/],
    ["an unescaped mark", tmx(`<tu>${tuv("en", "a & b")}</tu>`), "input-malformed", /1:\d+/],
    ["a cut file", tmx("<tu>").slice(0, -30), "input-malformed", /unclosed/],
    ["nothing", "  ", "input-empty", /empty/],
    ["broken UTF-8", Uint8Array.from([60, 0xff, 0xff]), "input-encoding", /UTF-8/],
  ])("says why it refuses %s", async (...row) => {
    const [, file, code, reason] = row;
    await expect(read(file)).rejects.toEqual(expect.objectContaining({ code, message: expect.stringMatching(reason) }));
  });

  it("hands on units while a big file is still coming", async () => {
    let asked = 0;
    function* pieces(): Iterable<string> {
      yield tmx("").replace("</body></tmx>", "");
      for (let number = 0; number < 50_000; number += 1) {
        asked = number;
        yield `<tu>${tuv("en", `Rain ${number}.`)}${tuv("ko", `비 ${number}.`)}</tu>`;
      }
      yield "</body></tmx>";
    }
    for await (const unit of readTmx(pieces(), { name: "a.tmx" })) {
      expect(unit.source.text).toBe("Rain 0.");
      break;
    }
    expect(asked).toBeLessThan(10);
  });
});

describe("a memory that is written", () => {
  const unit = { standing: "human" } as const;
  const english = { language: "en", text: "Rain." } as const;
  const korean = { language: "ko", text: "비." } as const;

  it("says in UTC when each unit was made, and reads it again", async () => {
    const savedAt = new Date("2026-03-04T23:30:00+09:00");
    const written = [...writeTmxUnits([{ ...unit, source: english, target: korean, savedAt }], {})].join("");
    expect(written).toContain('creationdate="20260304T143000Z" changedate="20260304T143000Z">');
    expect(await read(written)).toMatchObject([{ savedAt }]);
  });

  it("dates what an engine made by its answer", () => {
    const origin = { kind: "engine", engine: "deepl", date: "2026-03-04T14:30:00.000Z" } as const;
    const made = { ...sides[1], provenance: { origin, standing: "machine" } } as const;
    const written = writeText(sampleBitext(sides[0], made), "tmx");
    expect(written).toContain('<tuv xml:lang="ko-KR" creationdate="20260304T143000Z">');
    expect(written).toContain('<tuv xml:lang="en-US">');
  });

  it("tells of each text that some programs refuse: more than 2,000 characters, however many code units", () => {
    let long = 0;
    const onLongText = (): void => {
      long += 1;
    };
    const of = (text: string) => [{ ...unit, source: english, target: { language: "ko", text } as const }];
    for (const text of ["가".repeat(2000), "🌊".repeat(2000)]) [...writeTmxUnits(of(text), { onLongText })];
    expect(long).toBe(0);
    for (const text of ["가".repeat(2001), "🌊".repeat(2001)]) [...writeTmxUnits(of(text), { onLongText })];
    expect(long).toBe(2);
  });
});
