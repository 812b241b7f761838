import { readFileSync } from "node:fs";
import * as readings from "@stele/readings";
import { expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/^(await .+?);\s+\/\/ (.+)$/gmu)].map(
  ([, code = "", output = ""]) => [code, output] as const,
);

it("has examples in its README", () => {
  expect(examples.length).toBeGreaterThan(3);
});

it.each(examples)("gives what its README shows: %s", async (code, output) => {
  const names = Object.keys(readings);
  const run = new Function(...names, `return (async () => ${code})();`);
  const shown = new Function("anything", `return ${output.replaceAll("[…]", "anything")};`);
  expect(await run(...Object.values(readings))).toEqual(shown(expect.any(Array)));
});
