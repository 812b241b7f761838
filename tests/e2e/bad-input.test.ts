import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Ended, emptyHome, errorOf, STELE, samplePath, stele } from "./stele.ts";

const home = emptyHome();
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(home, name), content);
put("empty.txt", "");
put("blank.txt", "\n \t\r\n\u3000\n");
put("binary.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
put("latin1.txt", Buffer.from("Caf\xe9 au lait.", "latin1"));
put("half.txt", Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]));
put("broken.docx", "this is no archive");
put("good.txt", "The tide came in. The tide went out.");
put("korean.txt", "밀물이 들어왔다. 썰물이 나갔다.");
put("mine.txt", "mine");
put("stele.broken.json", "{");
mkdirSync(join(home, "folder"));

/** An error that is JSON on standard error, one sentence with a hint, with nothing on standard output. */
function expectRefusal(outcome: Ended, code: string, exitCode: number): void {
  expect(outcome.stdout).toBe("");
  expect(errorOf(outcome)).toEqual({
    ok: false,
    error: { code, message: expect.stringMatching(/^.{10,}\.$/), hint: expect.stringMatching(/^.{10,}$/) },
    exitCode,
  });
  expect(outcome.exitCode).toBe(exitCode);
}

describe.concurrent("bad input", () => {
  it.each<readonly [string, readonly string[], string, number]>([
    ["an empty file", ["segment", "empty.txt"], "input-empty", 6],
    ["only blank lines", ["align", "good.txt", "blank.txt"], "input-empty", 6],
    ["a binary file", ["read", "binary.txt", "--once"], "input-binary", 6],
    ["invalid UTF-8", ["segment", "latin1.txt"], "input-encoding", 6],
    ["half a character of UTF-16", ["segment", "half.txt"], "input-encoding", 6],
    ["a Word document that is none", ["segment", "broken.docx"], "input-malformed", 6],
    ["a folder", ["read", "folder", "--once"], "input-directory", 6],
    ["a missing file", ["align", "good.txt", "missing.txt"], "input-missing", 6],
    ["a file beneath a file", ["segment", "good.txt/inner.txt"], "input-missing", 6],
    ["an unknown language", ["segment", "good.txt", "--from", "tlh"], "language-unknown", 6],
    ["the same language twice", ["align", "good.txt", "good.txt", "--from", "en", "--to", "en"], "language-same", 6],
    ["the same translation twice", ["read", "good.txt", "korean.txt", "korean.txt", "--once"], "language-same", 6],
    ["a full disk", ["segment", "good.txt", "-o", "/dev/full"], "disk-full", 1],
    ["a folder that is a file", ["segment", "good.txt", "-o", "good.txt/out.txt"], "output-failed", 6],
    ["a file of somebody else", ["segment", "good.txt", "-o", "mine.txt"], "output-exists", 6],
    ["a port that is none", ["serve", "--port", "70000"], "usage", 6],
    ["a text that is not kept", ["library", "show", "7"], "not-found", 6],
    ["an engine that is none", ["translate", "good.txt", "--to", "ko", "--engine", "oracle"], "engine-unknown", 7],
    ["no engine at all", ["translate", "good.txt", "--to", "ko"], "engine-not-ready", 7],
  ])("%s", async (...[, argv, code, exitCode]) => {
    expectRefusal(await stele([...argv, "--ui-lang", "en", "--json"], { home }), code, exitCode);
  });

  it.each<readonly [string, readonly string[], number]>([
    ["an unknown format", ["export", "1", "--format", "stone"], 6],
    ["a missing backup", ["library", "restore", "missing.db"], 6],
    ["a backup that is none", ["library", "restore", "good.txt"], 7],
    ["a backup over a file", ["library", "backup", "mine.txt"], 6],
    ["a setting that is none", ["config", "set", "colour", "blue"], 7],
    ["a shell that is none", ["completion", "tcsh"], 6],
  ])("%s, in words", async (...[, argv, exitCode]) => {
    const outcome = await stele(argv, { home });
    expect(outcome).toEqual({ exitCode, stdout: "", stderr: expect.stringMatching(/^Error: .+\.\nHint: .+\n$/) });
  });

  it("a reader of standard output that is full", async () => {
    const full = openSync("/dev/full", "w");
    const env = { PATH: process.env.PATH, HOME: home };
    const child = spawn(process.execPath, [STELE, "segment", "good.txt"], {
      cwd: home,
      env,
      stdio: ["ignore", full, "pipe"],
    });
    const said: string[] = [];
    child.stderr?.on("data", (chunk) => said.push(String(chunk)));
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    closeSync(full);
    expect([exitCode, said.join("").split("\n")[0]]).toEqual([
      1,
      expect.stringMatching(/^Error: The disk is full.*\.$/),
    ]);
  });

  it("settings that cannot be read", async () => {
    const other = emptyHome();
    writeFileSync(join(other, "stele.config.json"), '{ "maxChars": "many" }');
    expectRefusal(await stele(["library", "list", "--json"], { home: other }), "config-invalid", 7);
  });
});

describe("a library", () => {
  const kept = emptyHome();
  const file = join(kept, ".local/share/stele/library.sqlite");
  let sound: Uint8Array;
  beforeAll(async () => {
    const night = (tag: string) => samplePath("night-train", tag);
    const read = await stele(["read", night("en"), night("ko"), "--once", "--json"], { home: kept });
    expect(read.exitCode, read.stderr).toBe(0);
    sound = readFileSync(file);
  });

  const patch = (at: number, bytes: Uint8Array): void => {
    const handle = openSync(file, "r+");
    writeSync(handle, bytes, 0, bytes.length, at);
    closeSync(handle);
  };

  it.each<readonly [string, string, () => void]>([
    // Where SQLite keeps the schema's version: sqlite.org/fileformat.html, 1.3.
    ["of a newer Stele", "library-newer", () => patch(60, Uint8Array.of(0, 0, 0, 99))],
    ["that is text", "library-damaged", () => writeFileSync(file, "Dear diary,\n".repeat(400))],
    ["with broken pages", "library-damaged", () => patch(3 * 4096, new Uint8Array(20 * 4096).fill(0xaa))],
    ["that has lost its end", "library-damaged", () => truncateSync(file, 5000)],
  ])("%s is refused and left as it is", async (...[, code, harm]) => {
    harm();
    const before = readFileSync(file);
    expectRefusal(await stele(["library", "list", "--json"], { home: kept }), code, 7);
    expect(readFileSync(file)).toEqual(before);
    writeFileSync(file, sound);
    const { texts } = JSON.parse((await stele(["library", "list", "--json"], { home: kept })).stdout);
    expect(texts).toHaveLength(1);
  });

  it("that may only be read says so when it is to be written", async ({ skip }) => {
    skip(process.getuid?.() === 0 || process.platform === "win32", "the superuser may write anything");
    chmodSync(file, 0o400);
    const read = await stele(["read", samplePath("seed-bank", "en"), "--once", "--json"], { home: kept });
    expectRefusal(read, "library-read-only", 7);
  });
});

describe("a port in use", () => {
  it("by another program is passed by, by our own server is named", async () => {
    const other = createServer((_, response) => response.end("mine"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const urls: (string | undefined)[] = [];
    const second: Ended[] = [];
    const first = await stele(["serve", "--port", String(port)], {
      home,
      meet: (child) =>
        child.stderr?.on("data", async (chunk) => {
          urls.push(/http:\S+:\d+/.exec(String(chunk))?.[0]);
          if (!String(chunk).includes("Ctrl-C")) return;
          second.push(await stele(["serve", "--port", urls[0]?.split(":").at(-1) ?? ""], { home }));
          child.kill("SIGINT");
        }),
    });
    other.close();
    expect(first.exitCode, first.stderr).toBe(0);
    expect(Number(urls[0]?.split(":").at(-1))).toBeGreaterThan(port);
    expect(second[0]).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(urls[0] ?? "nowhere") });
  });
});

describe("what simply works", () => {
  it.each([
    [
      "UTF-16 with its mark and Windows line ends",
      "utf16.txt",
      Buffer.from("\ufeffIt rained.\r\n\r\nIt stopped.\r\n", "utf16le"),
    ],
    ["UTF-8 with its mark and Windows line ends", "bom.txt", Buffer.from("\ufeffIt rained.\r\n\r\nIt stopped.\r\n")],
  ])("%s", async (_, name, bytes) => {
    put(name, bytes);
    const { exitCode, stdout } = await stele(["segment", name], { home });
    expect([exitCode, stdout]).toEqual([0, "It rained.\n\nIt stopped.\n"]);
  });

  it("a lone surrogate segments and aligns; keeping it is refused in words", async () => {
    const wide = Buffer.from("\ufeffThe tide \ud83c came in. The tide went out.", "utf16le");
    put("lone.txt", wide);
    const { sentences } = JSON.parse((await stele(["segment", "lone.txt", "--json"], { home })).stdout);
    expect(sentences.map(({ text }: { text: string }) => text)).toEqual([
      "The tide \ud83c came in.",
      "The tide went out.",
    ]);
    expect(JSON.parse((await stele(["align", "lone.txt", "korean.txt"], { home })).stdout).beads).toHaveLength(2);
    expectRefusal(
      await stele(["read", "lone.txt", "korean.txt", "--once", "--json"], { home }),
      "text-not-storable",
      6,
    );
  });

  it("a line of a megabyte", async () => {
    const line = `${"the same word again and again ".repeat(35_000)}.`;
    put("line.txt", line);
    expect((await stele(["segment", "line.txt"], { home })).stdout).toBe(`${line}\n`);
  });
});
