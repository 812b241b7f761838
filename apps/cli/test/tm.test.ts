import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { emptyHome, type Outcome, runStele } from "./run-stele.ts";

const night = ["en", "ko", "zh"].map((tag) =>
  fileURLToPath(new URL(`../../../samples/night-train/night-train.${tag}.txt`, import.meta.url)),
);

let home: string;
beforeEach(async () => {
  home = emptyHome();
  await runStele(["read", ...night], { home });
});
const tm = (...argv: string[]): Promise<Outcome> => runStele(["tm", ...argv], { home });

describe("stele tm", () => {
  it("finds what the library's texts say, whole and nearly", async () => {
    const query =
      "The train leaves Marvel Street at 10:40 p.m. and arrives at 7:15 a.m., after 862 kilometers, 14 tunnels and a single stop.";
    const found = await tm("search", query, "--from", "en", "--to", "ko", "--min-score", "0.6", "--json");
    const [best] = JSON.parse(found.stdout).matches;
    expect(best).toMatchObject({ memory: "library", standing: "human", target: expect.stringContaining("862") });
    expect((await tm("search", "Nothing like it at all.", "--from", "en", "--to", "ko")).stderr).toContain("Nothing");
  });

  it("finds in any language where none is named, from either side", async () => {
    const find = async (text: string, ...flags: string[]) => {
      const { stdout } = await tm("search", text, "--min-score", "1", "--json", ...flags);
      return JSON.parse(stdout).matches.map(({ languages }: { languages: string[] }) => languages.join(" "));
    };
    const korean = "터널을 빠져나오면 비가 온다.";
    const units = [
      ["en", "Behind the tunnel it rains."],
      ["ko", korean],
      ["zh-CN", "出了隧道就下雨。"],
    ];
    const tuvs = units.map(([tag, text]) => `<tuv xml:lang="${tag}"><seg>${text}</seg></tuv>`).join("");
    const head = `creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"`;
    writeFileSync(join(home, "own.tmx"), `<tmx version="1.4"><header ${head}/><body><tu>${tuvs}</tu></body></tmx>`);
    expect((await tm("import", "own.tmx", "--tm", "own")).exitCode).toBe(0);
    expect(await find("Behind the tunnel it rains.")).toEqual(expect.arrayContaining(["en ko", "en zh-Hans"]));
    expect(await find("Behind the tunnel it rains.", "--to", "zh")).toEqual(["en zh-Hans"]);
    expect(await find(korean)).toEqual(["ko en"]);
    expect(await find(korean, "--from", "en")).toEqual([]);
    expect((await tm("search", korean)).stdout).toContain("ko en");
  });

  it("does not look for a language in itself", async () => {
    const same = await tm("search", "rain", "--from", "zh-CN", "--to", "zh", "--json");
    expect([same.exitCode, JSON.parse(same.stderr).error.code]).toEqual([6, "language-same"]);
    expect((await tm("search", "rain", "--from", "zh-Hans", "--to", "zh-Hant")).exitCode).toBe(0);
  });

  it("says what an import brought as JSON, too", async () => {
    await tm("export", "-o", "all.tmx");
    const brought = await tm("import", "all.tmx", "--tm", "copy", "--json");
    expect([JSON.parse(brought.stdout), brought.stderr]).toEqual([
      { added: expect.any(Number), known: 0, skipped: { units: 0, languages: {} } },
      "",
    ]);
  });

  it("dates every unit it writes, and says how many are too long for some programs", async () => {
    const long = await tm("export", "-o", "all.tmx");
    const units = readFileSync(join(home, "all.tmx"), "utf8").match(/<tu .*>/gu) ?? [];
    expect(units.length).toBeGreaterThan(10);
    expect(units.every((unit) => /changedate="\d{8}T\d{6}Z"/u.test(unit))).toBe(true);
    expect(long.stderr).not.toContain("2,000");
    const text = `It rained${" and it rained".repeat(150)}.`;
    writeFileSync(join(home, "long.en.txt"), text);
    writeFileSync(join(home, "long.ko.txt"), `비가 왔다${" 또 비가 왔다".repeat(50)}.`);
    await runStele(["read", join(home, "long.en.txt"), join(home, "long.ko.txt")], { home });
    expect((await tm("export", "-o", "all.tmx")).stderr).toContain("Texts of more than 2,000 characters");
    const counted = await tm("export", "-o", "all.tmx", "--json");
    expect([JSON.parse(counted.stdout), counted.stderr]).toEqual([{ file: "all.tmx", longTexts: 1 }, ""]);
    const both = await tm("export", "--json");
    expect([both.exitCode, both.stdout, JSON.parse(both.stderr).error.code]).toEqual([6, "", "usage"]);
  });

  it("takes a TMX in, gives it back and lets it go", async () => {
    const exported = await tm("export", "-o", "library.tmx");
    expect(exported.exitCode).toBe(0);
    expect(readFileSync(join(home, "library.tmx"), "utf8")).toContain('<tmx version="1.4">');
    expect((await tm("import", "library.tmx", "--tm", "client")).stderr).toMatch(/Units added: [1-9]/);
    const { memories } = JSON.parse((await tm("stats", "--json")).stdout);
    const units = (name: string): number =>
      memories
        .filter(({ memory }: { memory: string }) => memory === name)
        .reduce((sum: number, one: { units: number }) => sum + one.units, 0);
    expect(units("client")).toBe(units("library"));
    expect((await tm("stats")).stdout).toContain("client");
    expect((await tm("remove", "client")).exitCode).toBe(0);
    expect((await tm("stats")).stdout).not.toContain("client");
    expect((await tm("remove", "library")).exitCode).toBe(6);
  });

  it.each([
    ["a missing file", "missing.tmx"],
    ["a file that is no TMX", "broken.tmx"],
    ["an empty file", "empty.tmx"],
    ["a folder", "folder"],
  ])("refuses %s", async (_, file) => {
    writeFileSync(join(home, "broken.tmx"), "<tmx><body><tu>");
    writeFileSync(join(home, "empty.tmx"), "");
    mkdirSync(join(home, "folder"));
    const { exitCode, stderr } = await runStele(["tm", "import", file, "--tm", "x"], { home });
    expect([exitCode, stderr.split("\n").length, stderr.includes(file)]).toEqual([6, 3, true]);
  });
});
