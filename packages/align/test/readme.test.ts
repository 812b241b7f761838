import { readFileSync } from "node:fs";
import { createAligner } from "@stele/align";
import { expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("runs the README's example as it stands and gives what it shows", async () => {
  const [, example = "", output = ""] = /```ts\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const body = example
    .replaceAll(/^import .+\n/gm, "")
    .replace(
      'import.meta.resolve("@stele/align/vectors.bin")',
      JSON.stringify(import.meta.resolve("@stele/align/vectors.bin")),
    );
  const printed: string[] = [];
  const run = new Function("console", "readFileSync", "createAligner", `return (async () => {${body}})();`);
  await run({ log: (text: string) => printed.push(text) }, readFileSync, createAligner);
  expect(`${printed.join("\n")}\n`).toBe(output);
});
