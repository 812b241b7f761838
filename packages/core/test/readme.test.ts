import { readFileSync } from "node:fs";
import * as node from "@stele/core/node";
import { describe, expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map((match) => String(match[2]));

describe("the example of the README", () => {
  const [example = "", output = ""] = blocks;

  it("has at most ten lines", () => {
    expect(example.trim().split("\n").length).toBeLessThanOrEqual(10);
  });

  it("runs as it stands and gives the rows it shows", async () => {
    const door: Readonly<Record<string, unknown>> = { ...node };
    const printed: string[] = [];
    const names = /import \{ (.+) \} from "@stele\/core\/node";/.exec(example)?.[1]?.split(", ") ?? [];
    const body = example.replace(/import .+\n/, "").replaceAll(" as const", "");
    const run = new Function("console", ...names, `return (async () => {${body}})();`);
    await run({ log: (text: string) => printed.push(text) }, ...names.map((name) => door[name]));
    const rows = (text: string): string[][] =>
      text
        .trim()
        .split("\n")
        .map((line) => line.split("\t"));
    const [found, shown] = [rows(printed.join("\n")), rows(output)];
    const texts = (table: string[][]): string[][] => table.map((cells) => cells.slice(0, 2));
    expect(texts(found)).toEqual(texts(shown));
    const scores = (table: string[][]): number[] => table.slice(1).map(([, , score]) => Number(score));
    for (const [row, score] of scores(found).entries()) expect(score).toBeCloseTo(scores(shown)[row] ?? Number.NaN, 2);
  });
});
