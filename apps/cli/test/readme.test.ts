import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMAND_NAMES, HIDDEN_COMMANDS } from "../src/command-table.ts";
import { runStele } from "./run-stele.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const console_ = /```console\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
const examples = [...console_.matchAll(/^\$ echo "(.+)" \| npx stele (.+)\n((?:(?!\$ ).*\n)*)/gm)].map(
  ([, stdin = "", words = "", output = ""]) => ({ stdin, words, output }),
);

describe("the README", () => {
  it.each(examples)("shows what `stele $words` prints", async ({ stdin, words, output }) => {
    const { stdout } = await runStele(words.split(" "), { stdin: `${stdin}\n` });
    expect(stdout).toBe(output);
  });

  it("has its examples, and names every command", () => {
    expect(examples).toHaveLength(2);
    const missing = COMMAND_NAMES.filter(
      (name) => !HIDDEN_COMMANDS.has(name) && !new RegExp(`\`${name}\\b`).test(readme),
    );
    expect(missing).toEqual([]);
  });
});
