import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyHome, runStele } from "./run-stele.ts";

/** One sentence of more than 2,000 characters, and its translation. */
async function homeWithLongText(): Promise<string> {
  const home = emptyHome();
  writeFileSync(join(home, "long.txt"), `The list goes on${", and on".repeat(300)}.\n\nIt ends here.`);
  writeFileSync(join(home, "long.ko.txt"), `목록은 계속된다${", 또 계속된다".repeat(300)}.\n\n여기서 끝난다.`);
  await runStele(["read", "long.txt", "long.ko.txt", "--once"], { home });
  return home;
}

describe("an export of which some programs refuse a part", () => {
  it("says so on standard error, or with --json in its report", async () => {
    const home = await homeWithLongText();
    const told = await runStele(["export", "1", "--format", "tmx", "-o", "out.tmx"], { home });
    expect(told.stderr).toContain("Texts of more than 2,000 characters, which some programs refuse: 2");
    const reported = await runStele(["export", "1", "--format", "tmx", "-o", "out.tmx", "--json"], { home });
    expect([reported.exitCode, reported.stderr]).toEqual([0, ""]);
    expect(JSON.parse(reported.stdout)).toEqual({ files: ["out.tmx"], longTexts: 2 });
    expect(readFileSync(join(home, "out.tmx"), "utf8")).toContain("<tmx");
  });

  it("names every file that it wrote, and that it needs a name", async () => {
    const home = await homeWithLongText();
    const moses = await runStele(["export", "1", "--format", "moses", "-o", "out", "--json"], { home });
    expect(JSON.parse(moses.stdout)).toMatchObject({ files: ["out.en-ko.en", "out.en-ko.ko"] });
    const refused = await runStele(["export", "1", "--format", "tmx", "--json"], { home });
    expect([refused.exitCode, refused.stdout, JSON.parse(refused.stderr).error.code]).toEqual([6, "", "usage"]);
  });
});
