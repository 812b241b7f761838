import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyHome, errorOf, filesUnder, samplePath, stele } from "./stele.ts";

const ENGLISH = 'The harbour opened\nagain on Monday. "Good," she said.\n\nNobody came.\n';
const KOREAN = "항구가 월요일\n다시 열렸다. 아무도 오지 않았다.\n";
const CHINESE = "港口星期一\n重新开放。\n\n没有人来。“好。”她说。\n";
const ESCAPE = "\u001b";

const home = emptyHome();
const here = (argv: readonly string[], more: { readonly stdin?: string; readonly ui?: string } = {}) => {
  const { stdin = "", ui } = more;
  return stele(argv, { home, stdin, variables: ui === undefined ? {} : { LANG: `${ui}.UTF-8` } });
};
const put = (name: string, text: string): void => writeFileSync(join(home, name), text);

put("a.txt", ENGLISH);
put("b.txt", KOREAN);
put("c.txt", CHINESE);
put("lines.en", "One.\n\nThree.\n");
put("lines.ko", "하나.\n\n셋.");

describe("the sample, read with both its translations", () => {
  const night = (tag: string) => samplePath("night-train", tag);
  let shown: string;
  beforeAll(async () => {
    const read = await here(["read", night("en"), night("ko"), night("zh"), "--once", "--json"]);
    expect(read, read.stderr).toMatchObject({ exitCode: 0, stderr: "" });
    shown = read.stdout;
  });

  it("gives three columns, every sentence of every side in exactly one row of a pair", () => {
    const { format, version, sides, pairs } = JSON.parse(shown);
    expect([format, version]).toEqual(["stele-polytext", 1]);
    expect(sides.map(({ language }: { language: string }) => language)).toEqual(["en", "ko", "zh-Hans"]);
    expect(pairs).toHaveLength(3);
    for (const { beads } of pairs) {
      for (const side of ["source", "target"] as const) {
        const ends = beads.map((bead: Record<string, readonly number[]>) => bead[side]?.[1]);
        const starts = beads.map((bead: Record<string, readonly number[]>) => bead[side]?.[0]);
        expect(starts).toEqual([0, ...ends.slice(0, -1)]);
      }
    }
  });

  it("stands in the list, and is shown again as it was", async () => {
    const { texts } = JSON.parse((await here(["library", "list", "--json"])).stdout);
    expect(texts).toHaveLength(1);
    expect(texts[0].languages).toEqual(["en", "ko", "zh-Hans"]);
    const again = await here(["library", "show", texts[0].id.slice(0, 8), "--json"]);
    expect(JSON.parse(again.stdout).rows).toEqual(JSON.parse(shown).rows);
    const list = (await here(["library", "list"])).stdout;
    expect(list).toContain("en ko zh-Hans");
  });

  it.each([
    ["tsv", /^en\tko\tzh-Hans\tscore\n/],
    ["markdown", /^\| en \| ko \| zh-Hans \|\n\| --- /],
    ["html", /^<!doctype html>/],
    ["table", /862 {2,}|862$/m],
  ])("is shown as %s", async (format, begins) => {
    const { exitCode, stdout } = await here(["library", "show", "1", "--format", format]);
    expect([exitCode, begins.test(stdout), stdout.includes("야간열차"), stdout.includes("夜行列车")]).toEqual([
      0,
      true,
      true,
      true,
    ]);
    expect(stdout).not.toContain(ESCAPE);
  });

  it.each([
    ["json", ["night.json"]],
    ["tmx", ["night.tmx"]],
    ["anki", ["night.anki"]],
    ["xliff", ["night.en-ko.xlf", "night.en-zh-Hans.xlf", "night.ko-zh-Hans.xlf"]],
    ["moses", ["night.en-ko.en", "night.en-ko.ko", "night.en-zh-Hans.en", "night.en-zh-Hans.zh-Hans"]],
  ])("is exported as %s", async (format, files) => {
    mkdirSync(join(home, format));
    const written = await here(["export", "1", "--format", format, "-o", `${format}/night.${format}`]);
    expect(written.exitCode, written.stderr).toBe(0);
    const names = filesUnder(join(home, format)).map((file) => file.slice(join(home, format).length + 1));
    expect(names).toEqual(expect.arrayContaining(files));
    for (const file of files) expect(readFileSync(join(home, format, file), "utf8")).toMatch(/862/);
  });
});

describe("a text and its translation", () => {
  it("are named by --to where that may be, and never called what they are not", async () => {
    const named = await here(["read", "a.txt", "c.txt", "--to", "zh-Hant", "--once", "--json"]);
    expect(JSON.parse(named.stdout).sides[1].language).toBe("zh-Hant");
    const wanted = await here(["read", "a.txt", "c.txt", "--to", "ko", "--once", "--json"]);
    expect([wanted.exitCode, errorOf(wanted).error.code]).toEqual([7, "engine-not-ready"]);
  });
});

describe.concurrent("stele segment", () => {
  it.each([
    ["a.txt", 'The harbour opened again on Monday.\n"Good," she said.\n\nNobody came.\n'],
    ["b.txt", "항구가 월요일 다시 열렸다.\n아무도 오지 않았다.\n"],
    ["c.txt", "港口星期一重新开放。\n\n没有人来。\n“好。”她说。\n"],
  ])("gives a sentence a line and a blank line between blocks: %s", async (file, expected) => {
    expect(await here(["segment", file])).toEqual({ exitCode: 0, stdout: expected, stderr: "" });
  });

  it.each([
    ["en", ENGLISH],
    ["ko", KOREAN],
    ["zh-Hans", CHINESE],
    ["zh-Hant", "這是第一句話。這是第二句話。\n"],
  ])("finds out %s, and its offsets lead back into standard input", async (language, text) => {
    const { stdout } = await here(["segment", "-", "--format", "json"], { stdin: text });
    const { language: found, blocks, sentences } = JSON.parse(stdout);
    expect(found).toBe(language);
    expect(Object.keys(sentences[0])).toEqual(["start", "end", "text", "block"]);
    for (const { start, end, text: sentence, block } of sentences) {
      expect(sentence).toBe(text.slice(start, end));
      expect(blocks[block].start <= start && end <= blocks[block].end).toBe(true);
    }
  });
});

describe.concurrent("stele align", () => {
  it("gives both sides with their sentences, and beads of ranges and scores", async () => {
    const { stdout } = await here(["align", "a.txt", "b.txt", "--from", "en", "--to", "ko"]);
    const { source, target, beads } = JSON.parse(stdout);
    expect([source.language, target.language]).toEqual(["en", "ko"]);
    expect(source.sentences.map(({ text }: { text: string }) => text)).toEqual([
      "The harbour opened\nagain on Monday.",
      '"Good," she said.',
      "Nobody came.",
    ]);
    expect(beads[0]).toEqual({ source: [0, 1], target: [0, 1], score: expect.any(Number), lowScore: false });
    expect(beads.at(-1)).toMatchObject({ source: [expect.any(Number), 3], target: [expect.any(Number), 2] });
  });

  it("takes every line as a sentence with --lines, empty ones included", async () => {
    const { stdout } = await here(["align", "lines.en", "lines.ko", "--lines"]);
    const { source, target, beads } = JSON.parse(stdout);
    expect(source.sentences.map(({ text }: { text: string }) => text)).toEqual(["One.", "", "Three."]);
    expect(target.sentences.map(({ text }: { text: string }) => text)).toEqual(["하나.", "", "셋."]);
    expect(beads.at(-1)).toMatchObject({ source: [2, 3], target: [2, 3] });
  });

  it("takes one side from standard input and writes rows of tabs", async () => {
    const piped = await here(["align", "-", "b.txt", "--format", "tsv"], { stdin: ENGLISH });
    expect(piped.stdout.split("\n")[0]).toBe("en\tko\tscore");
    expect(piped.stdout.split("\n")[1]).toMatch(
      /^The harbour opened again on Monday\.\t항구가 월요일 다시 열렸다\.\t0\.\d{3}$/,
    );
    expect(piped.stderr).toBe("");
  });
});

describe.concurrent("languages of the messages", () => {
  it.each([
    ["en_GB", [], "Usage: stele"],
    ["ko_KR", [], "사용법: stele"],
    ["zh_TW", [], "用法: stele"],
    ["fr_FR", [], "Usage: stele"],
    ["ko_KR", ["--ui-lang", "zh"], "用法: stele"],
  ])("LANG %s with %j", async (ui, flags, begins) => {
    const { exitCode, stdout, stderr } = await here(["--help", ...flags], { ui });
    expect([exitCode, stdout.startsWith(begins), stderr]).toEqual([0, true, ""]);
  });

  it.each([
    ["ko_KR", /^오류: .*\n도움말: .*\n$/],
    ["zh_CN", /^错误：.*\n提示：.*\n$/],
  ])("an error in %s is two lines in that language", async (ui, shape) => {
    const { exitCode, stdout, stderr } = await here(["segment", "nowhere.txt"], { ui });
    expect([exitCode, stdout]).toEqual([6, ""]);
    expect(stderr).toMatch(shape);
    expect(stderr.replaceAll(join(home, "nowhere.txt"), "")).not.toMatch(/[A-Za-z]{4,}/);
  });
});

describe("what scripts rely on", () => {
  it("errors are JSON on standard error where the result is JSON, and nothing is on standard output", async () => {
    const outcome = await here(["segment", "nowhere.txt", "--format", "json"]);
    expect(outcome.stdout).toBe("");
    expect(errorOf(outcome)).toEqual({
      ok: false,
      error: { code: "input-missing", message: expect.any(String), hint: expect.any(String) },
      exitCode: 6,
    });
    expect(outcome.exitCode).toBe(6);
  });

  it("no escape sequence without a terminal, whatever the command, and with NO_COLOR none at all", async () => {
    for (const variables of [{}, { NO_COLOR: "1", FORCE_COLOR: "1" }]) {
      const { stdout, stderr } = await stele(["demo", "--once"], { home: emptyHome(), variables });
      expect(stdout).toContain("여객선");
      expect(stdout + stderr).not.toContain(ESCAPE);
    }
  });

  it("a reader that goes away ends it in silence", async () => {
    put("long.txt", "It rained all day. Nobody left the house.\n\n".repeat(20_000));
    const { stderr } = await stele(["segment", "long.txt"], {
      home,
      meet: (child) => child.stdout?.once("data", () => child.stdout?.destroy()),
    });
    expect(stderr).toBe("");
  });
});

describe("help", () => {
  it("is there for a command, in the language of the messages, without a word on standard error", async () => {
    const outcome = await here(["translate", "--help"], { ui: "ko_KR" });
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(outcome.stdout).toContain("사용법: stele translate");
  });
});
