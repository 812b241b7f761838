import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFiles, ROOT, readProjectFile } from "./sources.ts";

const readme = readProjectFile("README.md");
const DEMO = /^```\n( {5}English[\s\S]*?\n) …\n/mu;
const PIPED = /^\$ echo "(.+)" \| npx stele (.+)\n((?:(?!\$ |```).*\n)*)/gmu;

/** What the built command prints for somebody without a home. */
function runStele(
  argv: readonly string[],
  { input = "", env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> },
): string {
  return execFileSync(process.execPath, [join(ROOT, "apps/cli/bin/stele.js"), ...argv], {
    input,
    env: { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", HOME: "/nonexistent", ...env },
    encoding: "utf8",
  });
}

describe("the README", () => {
  const examples = [...readme.matchAll(PIPED)].map(([, input = "", words = "", output = ""]) => ({
    input,
    words,
    output,
  }));

  it("begins with what the demo prints", () => {
    const [, shown = "no demo"] = DEMO.exec(readme) ?? [];
    const dataDir = mkdtempSync(join(tmpdir(), "stele-readme-"));
    expect(runStele(["demo", "--once"], { env: { STELE_DATA_DIR: dataDir } }).slice(0, shown.length)).toBe(shown);
    rmSync(dataDir, { recursive: true });
  });

  it("shows what the command prints", () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const { input, words, output } of examples) {
      expect(runStele(words.split(" "), { input: `${input}\n` })).toBe(output);
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
