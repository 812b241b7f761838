import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyHome, runStele } from "./run-stele.ts";

const home = emptyHome();
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(home, name), content);
put("empty.txt", "");
put("blank.txt", "\n \t\n\u3000\n");
put("binary.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
put("latin1.txt", Buffer.from("Caf\xe9 au lait.", "latin1"));
put("good.txt", "One. Two.");
put("korean.txt", "하나. 둘.");
mkdirSync(join(home, "folder"));

const CASES: readonly [string, readonly string[], string, number][] = [
  ["an empty file", ["segment", "empty.txt"], "input-empty", 6],
  ["only blank lines", ["segment", "blank.txt"], "input-empty", 6],
  ["nothing on standard input", ["segment", "-"], "input-empty", 6],
  ["a binary file", ["segment", "binary.txt"], "input-binary", 6],
  ["invalid UTF-8", ["segment", "latin1.txt"], "input-encoding", 6],
  ["a folder", ["segment", "folder"], "input-directory", 6],
  ["a missing file", ["segment", "missing.txt"], "input-missing", 6],
  ["an unknown language", ["segment", "good.txt", "--from", "tlh"], "language-unknown", 6],
  ["the same language twice", ["align", "good.txt", "korean.txt", "--from", "en", "--to", "en"], "language-same", 6],
  ["the same language found twice", ["align", "good.txt", "good.txt"], "language-same", 6],
  ["an empty side", ["align", "good.txt", "empty.txt"], "input-empty", 6],
  ["a full disk", ["segment", "good.txt", "-o", "/dev/full"], "disk-full", 1],
  ["a folder to write to that is a file", ["segment", "good.txt", "-o", "good.txt/out"], "output-failed", 6],
  ["an unknown option", ["segment", "good.txt", "--nope"], "usage", 6],
  ["an unknown command", ["sgement", "good.txt"], "usage", 6],
  ["an unknown format", ["segment", "good.txt", "--format", "yaml"], "usage", 6],
  ["a ladder that is none", ["align", "good.txt", "korean.txt", "--ladder", "good.txt"], "input-malformed", 6],
  ["no key", ["translate", "good.txt", "--to", "ko", "--engine", "deepl"], "auth-missing", 2],
  ["an argument too few", ["align", "good.txt"], "usage", 6],
];

describe("bad input", () => {
  it.each(CASES)("%s is one sentence with a hint and the right exit code", async (...[, argv, code, exitCode]) => {
    const outcome = await runStele([...argv, "--json"], { home });
    expect(outcome.stdout).toBe("");
    const error = JSON.parse(outcome.stderr);
    expect(error).toEqual({
      ok: false,
      error: { code, message: expect.stringMatching(/^.+\.$/s), hint: expect.stringMatching(/^.+\.$/s) },
      exitCode,
    });
    expect(outcome.exitCode).toBe(exitCode);
  });

  it.each([
    ["ko", ["translate", "good.txt"], "어느 언어로 번역할지 지정하지 않았습니다", "--to ko,zh"],
    ["zh", ["translate", "good.txt"], "没有指定要译成哪种语言", "--to ko,zh"],
    ["ko", ["serve", "--port", "many"], "포트 번호가 아닙니다: many", "65535"],
    ["zh", ["serve", "--port", "many"], "这不是端口号：many", "65535"],
    ["ko", ["translate", "good.txt", "--to", "ko"], "번역 엔진이 준비되지 않았습니다: en → ko", "models add"],
    ["zh", ["translate", "good.txt", "--to", "ko"], "翻译引擎尚未就绪：en → ko", "models add"],
  ] as const)("keeps its particulars in %s: %j", async (...[language, argv, message, hint]) => {
    const { stderr } = await runStele([...argv, "--ui-lang", language], { home });
    expect(stderr.split("\n")[0]).toContain(message);
    expect(stderr.split("\n")[1]).toContain(hint);
  });

  it("no network is one of them too", async () => {
    const variables = { DEEPL_API_KEY: "no-key-of-anybody", DEEPL_SERVER_URL: "http://127.0.0.1:9" };
    const argv = ["translate", "good.txt", "--to", "ko", "--engine", "deepl", "--json"];
    const { exitCode, stderr } = await runStele(argv, { home, variables });
    expect([exitCode, JSON.parse(stderr).error.code]).toEqual([5, "network"]);
  });

  it.each([
    ["en", "Error: There is no file", "Hint: "],
    ["ko", "오류: 그런 파일이 없습니다", "도움말: "],
    ["zh", "错误：找不到这个文件", "提示："],
  ])("is said in words, in %s too", async (language, message, hint) => {
    const { stderr } = await runStele(["segment", "missing.txt"], {
      home,
      variables: { LANG: `${language}_XX.UTF-8` },
    });
    expect(stderr.split("\n")[0]).toContain(message);
    expect(stderr.split("\n")[1]).toContain(hint);
  });

  it.each([
    ["ko", "쓰기만 하고 읽지는 않는 형식입니다: memory.tmx", "npx stele tm import"],
    ["zh", "不能读取这种格式：memory.tmx", "--input-format text"],
  ])("names in %s what can be done with a format that is only written", async (language, message, hint) => {
    put("memory.tmx", '<tmx version="1.4"/>');
    const { stderr } = await runStele(["segment", "memory.tmx", "--ui-lang", language], { home });
    expect(stderr.split("\n")[0]).toContain(message);
    expect(stderr.split("\n")[1]).toContain(hint);
  });

  it("is followed by the effort it took, for those who ask", async () => {
    expect((await runStele(["segment", "good.txt", "-v"], { home })).stderr).toMatch(/\d+\.\d s, \d+ MB/);
    expect((await runStele(["segment", "good.txt"], { home })).stderr).toBe("");
  });

  it("does not overwrite what Stele did not write", async () => {
    put("mine.txt", "mine");
    const refused = await runStele(["segment", "good.txt", "-o", "mine.txt"], { home });
    expect([refused.exitCode, refused.stderr]).toEqual([6, expect.stringContaining("mine.txt")]);
    expect((await runStele(["segment", "good.txt", "-o", "mine.txt", "--force"], { home })).exitCode).toBe(0);
    expect((await runStele(["segment", "good.txt", "-o", "mine.txt"], { home })).exitCode).toBe(0);
  });
});

describe("the help", () => {
  it.each([
    ["en", "Usage: stele"],
    ["ko", "사용법: stele"],
    ["zh", "用法: stele"],
  ])("speaks %s", async (language, title) => {
    const { exitCode, stdout } = await runStele(["--help", "--ui-lang", language]);
    expect([exitCode, stdout.startsWith(title)]).toEqual([0, true]);
  });

  it("is there for every command, without a word on standard error", async () => {
    const { commands } = JSON.parse((await runStele(["commands"])).stdout) as { commands: readonly { name: string }[] };
    expect(commands.length).toBeGreaterThan(15);
    for (const { name } of commands) {
      const outcome = await runStele([name, "--help", "--ui-lang", "ko"]);
      expect(outcome, name).toMatchObject({ exitCode: 0, stderr: "" });
      expect(outcome.stdout).toContain(`사용법: stele ${name}`);
    }
  });

  it("is what half a command prints, on standard error, and what help prints", async () => {
    const half = await runStele(["library"]);
    expect([half.exitCode, half.stdout, half.stderr.includes("backup")]).toEqual([6, "", true]);
    const json = await runStele(["library", "--json"]);
    expect([json.exitCode, JSON.parse(json.stderr).error.code]).toEqual([6, "usage"]);
    const help = await runStele(["help", "library"]);
    expect([help.exitCode, help.stdout.includes("backup")]).toEqual([0, true]);
  });

  it("is what an empty command line prints; --version prints the version", async () => {
    expect((await runStele([])).stdout).toContain("segment");
    expect((await runStele(["-V"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("colour", () => {
  const argv = ["align", "good.txt", "korean.txt", "--format", "table"];
  const hasColour = (text: string): boolean => text.includes("\u001b[");

  it.each([
    ["on a terminal", {}, 120, [], true],
    ["not in a pipe", {}, undefined, [], false],
    ["not with NO_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, 120, [], false],
    ["with FORCE_COLOR in a pipe", { FORCE_COLOR: "1" }, undefined, [], true],
    ["not with --no-color", {}, 120, ["--no-color"], false],
    ["not on a dumb terminal", { TERM: "dumb" }, 120, [], false],
  ] as const)("is there %s or not", async (...[, variables, columns, more, expected]) => {
    const settings = { home, variables, ...(columns === undefined ? {} : { columns }) };
    expect(hasColour((await runStele([...argv, ...more], settings)).stdout)).toBe(expected);
  });
});
