import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { emptyHome, STELE } from "./stele.ts";

describe.concurrent("a command that is not given - ends although its standard input stays open", () => {
  it.each([
    [["eval", "align", "nosuch.json"], 6],
    [["eval", "align", "nosuch.json", "nosuch.ladder", "--vs", "neither.ladder"], 6],
    [["eval", "segment", "nosuch.json"], 6],
    [["align", "nosuch.txt", "nosuch.ko.txt"], 6],
    [["translate", "nosuch.txt", "--to", "ko"], 6],
    [["library", "list"], 0],
  ] as const)("%j", async (argv, exitCode) => {
    const home = emptyHome();
    const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home, LANG: "C.UTF-8" };
    const child = spawn(process.execPath, [STELE, ...argv], { cwd: home, env, stdio: ["pipe", "ignore", "ignore"] });
    const [code] = await once(child, "close");
    expect(code).toBe(exitCode);
  });
});
