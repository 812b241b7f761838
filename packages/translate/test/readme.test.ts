import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect, it } from "vitest";
import { readmeExample } from "./support/readme-example.ts";

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

/** The code without the frame of a function around it. */
function bareCode(text: string): string {
  return text.replaceAll(/^\s+|\/\*\*.*\*\/\n|export async function .*\n|^\}\n/gmu, "").replaceAll(/\s+/gu, " ");
}

it("the README's first example is the code that runs here, with the output it gives", async () => {
  const [, code = "", output = ""] = /```ts\n([\s\S]*?)```\n+```\n([\s\S]*?)```/u.exec(read("../README.md")) ?? [];
  expect(bareCode(code.replaceAll("console.log", "log"))).toBe(bareCode(read("./support/readme-example.ts")));
  const lines: string[] = [];
  await readmeExample((...values) => {
    lines.push(values.map((value) => (typeof value === "string" ? value : inspect(value))).join(" "));
  });
  expect(lines).toEqual(output.trim().split("\n"));
});
