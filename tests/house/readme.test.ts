import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFiles, ROOT, readProjectFile } from "./sources.ts";

const readme = readProjectFile("README.md");
const PIPED = /^\$ echo "(.+)" \| npx stele (.+)\n((?:(?!\$ |```).*\n)*)/gmu;

describe("the README", () => {
  const examples = [...readme.matchAll(PIPED)].map(([, input = "", words = "", output = ""]) => ({
    input,
    words,
    output,
  }));

  it("shows what the command prints", () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const { input, words, output } of examples) {
      const stele = join(ROOT, "apps/cli/bin/stele.js");
      const env = { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", HOME: "/nonexistent" };
      const printed = execFileSync(process.execPath, [stele, ...words.split(" ")], {
        input: `${input}\n`,
        env,
        encoding: "utf8",
      });
      expect(printed).toBe(output);
    }
  });

  it("shows the library's example as the core package's README has it, where a test runs it", () => {
    const example = /```ts\n[\s\S]*?```/u.exec(readme)?.[0] ?? "no example";
    expect(readProjectFile("packages/core/README.md")).toContain(example);
  });
});

it("no page of the project links to a file that is not there", () => {
  const broken = projectFiles(/\.md$/).flatMap((path) =>
    [...readProjectFile(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)]
      .map(([, target = ""]) => join(ROOT, path, "..", target))
      .filter((target) => !existsSync(target))
      .map((target) => `${path} → ${target.slice(ROOT.length)}`),
  );
  expect(broken).toEqual([]);
});
