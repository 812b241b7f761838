import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyHome, runStele } from "./run-stele.ts";

const ENGLISH = `The Heron Lock has been shut since Friday. Ada Quillan keeps the Heron Lock.

"The lock gate is stuck," said Ada Quillan. Nobody can move the lock gate.`;
const KOREAN = `헤론 갑문은 금요일부터 닫혀 있다. 에이다 퀼런이 헤론 갑문을 지킨다.

"갑문 문짝이 움직이지 않아요." 에이다 퀼런이 말했다. 아무도 수문 문짝을 옮기지 못한다.`;

function homeWithTexts(): string {
  const home = emptyHome();
  writeFileSync(join(home, "lock.txt"), ENGLISH);
  writeFileSync(join(home, "lock.ko.txt"), KOREAN);
  return home;
}

describe("stele terms", () => {
  it("proposes a glossary from the library that stele glossary reads", async () => {
    const home = emptyHome();
    await runStele(["demo"], { home });
    const table = await runStele(["terms", "1", "--to", "ko"], { home });
    expect(table.stdout).toMatch(/Tern Bridge +2 +턴교 /);
    const { language, to, terms } = JSON.parse(
      (await runStele(["terms", "1", "--to", "ko", "--json"], { home })).stdout,
    );
    expect([language, to]).toEqual(["en", "ko"]);
    expect(terms.every(({ count }: { count: number }) => count >= 2)).toBe(true);
    expect(terms.find(({ term }: { term: string }) => term === "Tern Bridge").equivalents[0]).toMatchObject({
      target: "턴교",
      from: "aligned",
    });

    await runStele(["terms", "1", "--to", "ko", "--format", "csv", "-o", "terms.csv"], { home });
    const csv = readFileSync(join(home, "terms.csv"), "utf8");
    expect(csv.startsWith("en,ko\n")).toBe(true);
    expect(csv).toContain("Tern Bridge,턴교\n");
    const checked = await runStele(["glossary", "check", "terms.csv"], { home });
    expect([checked.exitCode, checked.stdout]).toEqual([0, expect.stringContaining("Every line can be used")]);
  });

  it("takes a file and its translation, and leaves open what has no equivalent", async () => {
    const home = homeWithTexts();
    const { stdout } = await runStele(["terms", "lock.txt", "lock.ko.txt", "--format", "csv"], { home });
    expect(stdout.split("\n")).toContain("Ada Quillan,에이다 퀼런");
    expect(stdout.split("\n").some((line) => line.startsWith("lock gate,"))).toBe(true);
    const alone = await runStele(["terms", "lock.txt", "--ui-lang", "ko"], { home });
    expect(alone.stdout).toContain("Heron Lock");
    expect(alone.stderr).toContain("--to로 언어를 지정하십시오");
  });

  it("lists where a translation departs from a glossary; only with --strict is that a failure", async () => {
    const home = homeWithTexts();
    writeFileSync(
      join(home, "terms.csv"),
      "en,ko\nHeron Lock,헤론 갑문\nlock gate,갑문 문짝\nAda Quillan,에이다 퀼런|퀼런 씨\nquay,\n",
    );
    const files = ["terms", "lock.txt", "lock.ko.txt", "--check", "terms.csv"];
    const lax = await runStele(files, { home });
    expect([lax.exitCode, lax.stdout]).toEqual([0, expect.stringMatching(/lock gate +갑문 문짝 +아무도 수문 문짝을/)]);
    const strict = await runStele([...files, "--strict", "--json"], { home });
    const { departures } = JSON.parse(strict.stdout);
    expect([strict.exitCode, departures.length]).toEqual([8, 1]);
    expect(departures[0]).toMatchObject({
      term: "lock gate",
      expected: ["갑문 문짝"],
      sentence: "Nobody can move the lock gate.",
      translation: "아무도 수문 문짝을 옮기지 못한다.",
    });

    const checked = await runStele(["glossary", "check", "terms.csv", "--json"], { home });
    expect(JSON.parse(checked.stdout)).toMatchObject({ terms: [{}, {}, { accepted: ["퀼런 씨"] }], open: ["quay"] });

    writeFileSync(join(home, "terms.csv"), "lock gate,갑문 문짝|수문 문짝\n");
    const kept = await runStele([...files, "--strict", "--ui-lang", "zh"], { home });
    expect([kept.exitCode, kept.stdout]).toEqual([0, ""]);
  });

  it("writes no cell that a spreadsheet would reckon, and a glossary that one has passed through is read as it was", async () => {
    const home = emptyHome();
    writeFileSync(join(home, "gate.txt"), "The gate is shut.\n\n=The gate opens.\n\n＋The gate is old.");
    writeFileSync(join(home, "gate.ko.txt"), "문이 닫혔다.\n\n－문이 열린다.\n\n@문은 낡았다.");
    writeFileSync(join(home, "terms.csv"), "'=gate,'+갑문\ngate,갑문|'-문짝\n'＝x,\"'＠y\"\n''-z,w\n");
    const read = await runStele(["glossary", "check", "terms.csv", "--json"], { home });
    expect(JSON.parse(read.stdout).terms).toMatchObject([
      { source: "=gate", target: "+갑문" },
      { source: "gate", target: "갑문", accepted: ["'-문짝"] },
      { source: "＝x", target: "＠y" },
      { source: "'-z", target: "w" },
    ]);
    const argv = ["terms", "gate.txt", "gate.ko.txt", "--check", "terms.csv", "--format", "csv"];
    const { stdout } = await runStele(argv, { home });
    const cells = stdout
      .trimEnd()
      .split("\n")
      .flatMap((line) => line.split(","));
    expect(cells).toEqual(expect.arrayContaining(["'=The gate opens.", "'－문이 열린다.", "'＋The gate is old."]));
    expect(cells.filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  });

  it.each([
    [["terms", "lock.txt", "--check", "terms.csv"], "usage", 6],
    [["terms", "none.txt"], "input-missing", 6],
    [["terms", "9"], "not-found", 6],
    [["terms", "lock.txt", "--to", "fr"], "language-unknown", 6],
    [["terms", "lock.txt", "lock.ko.txt", "--check", "broken.csv"], "input-malformed", 6],
  ] as const)("refuses %j with %s", async (argv, code, exitCode) => {
    const home = homeWithTexts();
    writeFileSync(join(home, "terms.csv"), "lock gate,갑문 문짝\n");
    writeFileSync(join(home, "broken.csv"), "lock gate\n");
    const refused = await runStele([...argv, "--json"], { home });
    expect([refused.exitCode, JSON.parse(refused.stderr).error.code]).toEqual([exitCode, code]);
  });
});
