import { readArticle } from "@stele/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const coded = (code: string, details: object = {}) =>
  expect.objectContaining({ name: "SteleError", code, details: expect.objectContaining(details) });

/** Kind and text of each block. */
async function blocksOf(file: string, name: string): Promise<readonly (readonly [string, string])[]> {
  const { text, blocks } = await readArticle(utf8(file), { name });
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)] as const);
}

describe("plain text", () => {
  it("is the decoded file less its byte order mark, nothing rewritten", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const file = `A ${text}\r\n`;
        expect((await readArticle(utf8(`\ufeff${file}`), { name: "a.txt" })).text).toBe(file);
      }),
    );
  });

  it("in UTF-16 keeps half a surrogate pair", async () => {
    const text = "half \ud800 pair";
    const bytes = new Uint8Array(2 * text.length + 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, true);
    for (let index = 0; index < text.length; index += 1) view.setUint16(2 * index + 2, text.charCodeAt(index), true);
    expect((await readArticle(bytes, { name: "a.txt" })).text).toBe(text);
  });

  it.each([
    ["an empty file", new Uint8Array(), "input-empty", { blank: false }],
    ["blank lines", utf8("\n\n \t\r\n"), "input-empty", { blank: true }],
    ["a file of zeros", new Uint8Array(9), "input-binary", {}],
    ["a PDF", utf8("%PDF-1.7\nsome text"), "input-binary", {}],
    ["a broken byte", Uint8Array.from([...utf8("비가 "), 0xff, 65]), "input-encoding", { offset: 7 }],
    ["a cut character", utf8("비").slice(0, 2), "input-encoding", { encoding: "UTF-8" }],
    ["half a code unit of UTF-16", Uint8Array.from([0xff, 0xfe, 65]), "input-encoding", { encoding: "UTF-16" }],
  ])("refuses %s", async (...row) => {
    const [, bytes, code, details] = row;
    await expect(readArticle(bytes, { name: "a.txt" })).rejects.toEqual(coded(code, details));
  });

  // The bytes of these texts in the encodings of Korean and Chinese Windows and of a Western one.
  it.each([
    ["EUC-KR", "비가 왔다.", "baf1b0a120bfd4b4d92e"],
    ["GBK", "雨停了。我们走吧。", "d3eacda3c1cba1a3ced2c3c7d7dfb0c9a1a3"],
    ["GB 18030 with a character of four bytes", "雨停了，㐀。", "d3eacda3c1cba3ac8139ee39a1a3"],
    ["Big5", "雨停了，我們走吧。", "ab42b0b1a446a141a7daadcca8aba761a143"],
    ["Windows-1252", "“It’s late”", "9349749273206c61746594"],
  ])("reads %s", async (_, text, hex) => {
    const { text: read } = await readArticle(Uint8Array.from(Buffer.from(hex, "hex")), { name: "a.txt" });
    expect(read).toBe(text);
  });

  it("is either read whole or refused where its bytes are in no Unicode", async () => {
    const someBytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(someBytes, async (tail) => {
        const bytes = Uint8Array.from([0x41, 0xff, ...tail]);
        const text = await readArticle(bytes, { name: "a.txt" }).then(
          (read) => read.text,
          (error) => error.code,
        );
        expect(text).not.toMatch(/[\x80-\x9f\ufffd]/);
      }),
    );
  });

  it("reads 50 MB and a line of 1 MB", async () => {
    const line = "강물이 불었다. ".repeat(50_000);
    const file = `${line}\n`.repeat(48);
    const { text } = await readArticle(utf8(file), { name: "a.txt" });
    expect(text.length).toBe(file.length);
  });
});

describe("a file whose name says nothing", () => {
  it.each([
    ["plain text", "Rain fell.", "text"],
    ["a page", "\n<!DOCTYPE html><html><body><p>Rain fell.</p></body></html>", "html"],
    ["subtitles", "WEBVTT\n\n00:01.000 --> 00:02.000\nRain fell.\n", "vtt"],
  ])("is known by its content: %s", async (_, file, format) => {
    expect((await readArticle(utf8(file), { name: "a" })).format).toBe(format);
  });
});

describe("Markdown", () => {
  const FILE = [
    "---",
    'title: "Rain in the *north*"',
    "---",
    "# Rain [fell](https://example.org) on **Monday**",
    "",
    "First line,  ",
    "second *line* with `code`.",
    "",
    "![Boats in the harbour. (Photo: A. Lee)](boats.jpg)",
    "",
    "> Stay at home, said the mayor.",
    "",
    "- one",
    "- two",
    "  - deeper",
    "",
    "```js",
    "alert(1)",
    "```",
    "",
    "<script>alert(1)</script>",
    "",
    "| a | b |",
    "|---|---|",
    "| **c** | d |",
    "",
    "## 둘째 제목",
    "",
    "**굵은**글씨와 **「강조」**입니다.",
  ].join("\n");

  it("is its prose in blocks, without marks, code and raw HTML", async () => {
    expect(await blocksOf(FILE, "a.md")).toEqual([
      ["title", "Rain fell on Monday"],
      ["paragraph", "First line,\nsecond line with code."],
      ["caption", "Boats in the harbour. (Photo: A. Lee)"],
      ["quote", "Stay at home, said the mayor."],
      ["list", "one"],
      ["list", "two"],
      ["list", "deeper"],
      ["paragraph", "a"],
      ["paragraph", "b"],
      ["paragraph", "c"],
      ["paragraph", "d"],
      ["heading", "둘째 제목"],
      ["paragraph", "굵은글씨와 「강조」입니다."],
    ]);
  });

  it("says where each block stood in the file, and the title of its front matter", async () => {
    const { blocks, title } = await readArticle(utf8(FILE), { name: "a.md" });
    expect(title).toBe("Rain in the *north*");
    const [first, , caption] = blocks.map(({ origin }) => FILE.slice(origin?.start, origin?.end));
    expect(first).toBe("# Rain [fell](https://example.org) on **Monday**");
    expect(caption).toBe("![Boats in the harbour. (Photo: A. Lee)](boats.jpg)");
  });

  it("holds each note once where it is read in parts", async () => {
    const count = 1200;
    const prose = Array.from({ length: count }, (_, at) => `Boat ${at} left the harbour with its nets aboard.[^${at}]`);
    const notes = Array.from({ length: count }, (_, at) => `[^${at}]: Note of boat ${at}.`);
    const file = [...prose, ...notes].join("\n\n");
    const { text, blocks } = await readArticle(utf8(file), { name: "boats.md" });
    expect(text.match(/Note of boat 7\./g)).toHaveLength(1);
    expect(blocks).toHaveLength(2 * count);
    expect(text).not.toContain("[^");
  });

  it("is read in parts where it is big, with the same offsets and link definitions", async () => {
    const paragraph = "Rain *fell* on the [harbour][h] and would not stop.\n\n";
    const file = `${paragraph.repeat(3_000)}[h]: https://example.org\n`;
    const { blocks, text } = await readArticle(utf8(file), { name: "a.md" });
    expect(blocks).toHaveLength(3_000);
    const last = blocks.at(-1);
    expect(text.slice(last?.start, last?.end)).toBe("Rain fell on the harbour and would not stop.");
    expect(last?.origin?.start).toBe(paragraph.length * 2_999);
  });

  it("of nothing but code has no text", async () => {
    await expect(readArticle(utf8("```\ncode\n```\n"), { name: "a.md" })).rejects.toEqual(coded("input-empty"));
  });
});

describe("subtitles", () => {
  it("are their words, a cue a block, without times and marks", async () => {
    const file =
      "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>Rain</i> fell\r\non us.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n42\r\n";
    expect(await blocksOf(file, "a.srt")).toEqual([
      ["paragraph", "Rain fell\non us."],
      ["paragraph", "42"],
    ]);
  });
});

describe("a reader that is named", () => {
  it.each(["markdown", "md", "MD"])("counts before the file's name: %s", async (format) => {
    const read = await readArticle(utf8("# Rain\n\nIt rained."), { name: "standard input", format });
    expect([read.format, read.text]).toEqual(["markdown", "Rain\n\nIt rained."]);
    expect((await readArticle(utf8("# Rain"), { name: "a.md", format: "text" })).text).toBe("# Rain");
  });

  it("and is none is refused", async () => {
    await expect(readArticle(utf8("Rain."), { name: "a.txt", format: "tmx" })).rejects.toEqual(
      coded("format-unknown", { name: "tmx" }),
    );
  });
});

describe("Markdown without an empty line", () => {
  const lines = (count: number): string => "One line of a book.\n".repeat(count);

  it("too long to be taken apart is refused at once, and says what helps", async () => {
    const read = readArticle(utf8(lines(31_000)), { name: "book.md" });
    await expect(read).rejects.toMatchObject({ code: "input-malformed", hint: expect.stringContaining("empty lines") });
  });

  it("is read where it is code, or has few marks", async () => {
    const { text } = await readArticle(utf8(`Rain.\n\n\`\`\`\n${lines(31_000)}\`\`\`\n`), { name: "code.md" });
    expect(text).toBe("Rain.");
    const line = "One long line. ".repeat(20_000);
    expect((await readArticle(utf8(line), { name: "long.md" })).text).toBe(line.trim());
  });
});
