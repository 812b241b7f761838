import { describe, expect, it } from "vitest";
import { runStele } from "./run-stele.ts";

const WIRE = "date 2031-04-02\n\n\nMr. Park came at 3 p.m. on\nMonday. He left.\n\n(Staff)\n";

describe("stele segment", () => {
  it.each([
    ["en", WIRE, "date 2031-04-02\n\nMr. Park came at 3 p.m. on Monday.\nHe left.\n\n(Staff)\n"],
    ["ko", "비가\n왔다. 길이 젖었다.", "비가 왔다.\n길이 젖었다.\n"],
    ["zh", "下雨\n了。路湿了。", "下雨了。\n路湿了。\n"],
  ])("gives a sentence a line and a blank line between blocks: %s", async (_, stdin, expected) => {
    expect(await runStele(["segment", "-"], { stdin })).toEqual({ exitCode: 0, stdout: expected, stderr: "" });
  });

  it("gives offsets into the text as it came, which is cut nowhere else", async () => {
    const { stdout } = await runStele(["segment", "-", "--format", "json"], { stdin: WIRE });
    const { language, blocks, sentences } = JSON.parse(stdout);
    expect(language).toBe("en");
    expect(sentences[1]).toEqual({ start: 18, end: 52, text: "Mr. Park came at 3 p.m. on\nMonday.", block: 1 });
    for (const { start, end, text, block } of sentences) {
      expect(WIRE.slice(start, end)).toBe(text);
      expect(blocks[block].start <= start && end <= blocks[block].end).toBe(true);
    }
  });

  it("counts code points for those who ask", async () => {
    const stdin = "😀 One. 😀 Two.";
    const { stdout } = await runStele(["segment", "-", "--json", "--offsets", "codepoint"], { stdin });
    const points = [...stdin];
    for (const { start, end, text } of JSON.parse(stdout).sentences)
      expect(points.slice(start, end).join("")).toBe(text);
  });

  it("says what is in none of its languages", async () => {
    const { stdout, stderr } = await runStele(["segment", "-"], { stdin: "Паром ушёл. Шёл дождь." });
    expect(stdout).toBe("Паром ушёл.\nШёл дождь.\n");
    expect(stderr).toMatch(/^standard input does not read like English, Korean or Chinese, .* taken for English\.$/m);
  });

  it("believes the language that is named, and says so where the script is another", async () => {
    const { stdout, stderr } = await runStele(["segment", "-", "--from", "en"], { stdin: "비가 왔다. 길이 젖었다." });
    expect(stdout).toBe("비가 왔다.\n길이 젖었다.\n");
    expect(stderr).toMatch(/^standard input reads like Korean, not English/);
    for (const [from, stdin] of [
      ["zh-Hant", "下雨了。"],
      ["ko", "It's ㅋㅋ 좋아요 정말로."],
      ["en", "42."],
      ["ko", "42."],
    ] as const) {
      expect((await runStele(["segment", "-", "--from", from], { stdin })).stderr, stdin).toBe("");
    }
  });

  it("keeps quotations whole and explains itself when asked", async () => {
    const stdin = "“Come in. Sit down,” she said.";
    const whole = await runStele(["segment", "-", "--quotations", "whole"], { stdin });
    expect(whole.stdout.trim().split("\n")).toHaveLength(1);
    const lines = (await runStele(["segment", "-", "--explain"], { stdin })).stdout.trim().split("\n");
    expect(lines[0]).toMatch(/^\d+\t[+-]\t[\w-]+\t“Come in\.[‖·]/);
    const { stdout } = await runStele(["segment", "-", "--json", "--explain"], { stdin });
    expect(JSON.parse(stdout).explanations[0]).toMatchObject({ offset: expect.any(Number), rule: expect.any(String) });
  });

  it("heeds the user's own words and lines", async () => {
    const count = async (stdin: string, ...more: string[]): Promise<number> =>
      JSON.parse((await runStele(["segment", "-", "--json", ...more], { stdin })).stdout).sentences.length;
    expect(await count("See fol. Four was torn.", "--abbreviations", "fol, ibid")).toBe(1);
    expect(await count("We saw Who? Me. It was good.", "--keep-together", "Who? Me")).toBe(2);
    const poem = "The rain fell\nall through the night\nand nobody came\n";
    expect([await count(poem), await count(poem, "--lines", "break")]).toEqual([1, 3]);
  });

  it("takes a lone surrogate, UTF-16 with a byte order mark and Windows line ends", async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("It rained in the old\r\ntown. We stayed at home.\r\n\r\nThen it stopped.", "utf16le"),
    ]);
    expect((await runStele(["segment", "-"], { stdin: utf16 })).stdout).toBe(
      "It rained in the old town.\nWe stayed at home.\n\nThen it stopped.\n",
    );
    const lone = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("A \ud83d bird sang. It flew.", "utf16le")]);
    const { exitCode, stdout } = await runStele(["segment", "-", "--json"], { stdin: lone });
    expect([exitCode, JSON.parse(stdout).sentences.length]).toEqual([0, 2]);
  });
});
