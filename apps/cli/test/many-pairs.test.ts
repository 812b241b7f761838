import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { emptyHome, type Outcome, runStele } from "./run-stele.ts";

const NAMES = ["harbour-bridge", "night-train", "seed-bank"];
const sample = (name: string, tag: string): string =>
  fileURLToPath(new URL(`../../../samples/${name}/${name}.${tag}.txt`, import.meta.url));

let home: string;
beforeEach(() => {
  home = emptyHome();
  for (const tag of ["en", "ko"]) {
    mkdirSync(join(home, tag));
    for (const name of NAMES) copyFileSync(sample(name, tag), join(home, tag, `${name}.${tag}.txt`));
  }
});

const align = (...argv: string[]): Promise<Outcome> => runStele(["align", ...argv], { home });
const results = (): readonly string[] => readdirSync(join(home, "out")).sort();

describe("many pairs", () => {
  it("of two folders are found by name and aligned one file a pair", async () => {
    const { exitCode, stdout, stderr } = await align("en", "ko", "--from", "en", "--to", "ko", "-o", "out");
    expect([exitCode, stdout, stderr.includes("3/3")]).toEqual([0, "", true]);
    expect(results()).toEqual(NAMES.map((name) => `${name}.json`));
    expect(JSON.parse(readFileSync(join(home, "out/seed-bank.json"), "utf8")).beads.length).toBeGreaterThan(10);
  });

  it("of a list may be anywhere; what is wrong with one does not stop the others", async () => {
    const list = [
      `en/night-train.en.txt\tko/night-train.ko.txt\tnight`,
      "# a remark",
      "en/seed-bank.en.txt\tko/missing.txt",
    ];
    writeFileSync(join(home, "list.tsv"), list.join("\n"));
    const { exitCode, stderr } = await align("--pairs", "list.tsv", "-o", "out", "--format", "tsv");
    expect([exitCode, results()]).toEqual([12, ["night.tsv"]]);
    expect(stderr).toContain("seed-bank failed");
  });

  it("that would overwrite each other are refused, and files without a partner are named", async () => {
    mkdirSync(join(home, "other"));
    copyFileSync(sample("night-train", "en"), join(home, "other/night-train.en.txt"));
    const [own, ko] = ["en/night-train.en.txt", "ko/night-train.ko.txt"];
    const listed = async (...lines: string[]) => {
      writeFileSync(join(home, "list.tsv"), lines.join("\n"));
      return align("--pairs", "list.tsv", "-o", "out", "--format", "tsv");
    };
    const twice = await listed(`${own}\t${ko}`, `other/night-train.en.txt\t${ko}`);
    expect([twice.exitCode, twice.stderr.includes("Two pairs would be called night-train")]).toEqual([6, true]);
    expect((await listed(`${own}\t${ko}`, `other/night-train.en.txt\t${ko}\tsecond`)).exitCode).toBe(0);
    expect(results()).toEqual(["night-train.tsv", "second.tsv"]);
    expect((await listed(`${own}\t${ko}\t../up`)).exitCode).toBe(6);
    copyFileSync(sample("seed-bank", "en"), join(home, "en/alone.txt"));
    expect((await align("en", "ko", "-o", "more", "--format", "tsv")).stderr).toContain(
      "Without a partner: en/alone.txt",
    );
    copyFileSync(sample("seed-bank", "en"), join(home, "en/seed-bank.md"));
    expect((await align("en", "ko", "-o", "more")).stderr).toContain("Two pairs would be called seed-bank");
  });

  it("that fail say so in the reader's language", async () => {
    writeFileSync(join(home, "list.tsv"), "en/none.txt\tko/seed-bank.ko.txt\n");
    const { stderr } = await align("--pairs", "list.tsv", "-o", "out", "--ui-lang", "ko");
    expect(stderr).toContain("그런 파일이 없습니다");
  });

  it("that are finished are not done again, unless an input is newer", async () => {
    await align("en", "ko", "-o", "out");
    const times = (): number[] => results().map((name) => statSync(join(home, "out", name)).mtimeMs);
    const before = times();
    const again = await align("en", "ko", "-o", "out");
    expect([times(), again.stderr.includes("Finished before: 3")]).toEqual([before, true]);
    const later = new Date(Date.now() + 5000);
    utimesSync(join(home, "en/night-train.en.txt"), later, later);
    expect((await align("en", "ko", "-o", "out")).stderr).toContain("Finished before: 2");
  });

  it.each([
    ["without a folder for the results", ["en", "ko"], 6],
    ["where no names meet", ["en", "empty", "-o", "out"], 6],
    ["with a line that is no pair", ["--pairs", "broken.tsv", "-o", "out"], 6],
  ])("are refused %s", async (...[, argv, exitCode]) => {
    mkdirSync(join(home, "empty"));
    writeFileSync(join(home, "broken.tsv"), "one\n");
    expect((await align(...argv)).exitCode).toBe(exitCode);
  });
});

describe("what the aligner is sure of", () => {
  it("can be asked for: --min-score leaves the rest out and says how much", async () => {
    const argv = [sample("seed-bank", "en"), sample("seed-bank", "ko"), "--min-score", "0.9"];
    const { stdout, stderr } = await align(...argv, "--format", "tsv");
    const scores = stdout
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => Number(line.split("\t").at(-1)));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.9);
    expect(stderr).toMatch(/Left out by --min-score: \d+ of \d+/);
    expect((await align(...argv.slice(0, 2), "--min-score", "2")).exitCode).toBe(6);
  });

  it("can be explained", async () => {
    const { stdout } = await align(sample("seed-bank", "en"), sample("seed-bank", "ko"), "--explain");
    const { beads, explanations } = JSON.parse(stdout);
    expect(explanations.map(({ bead }: { bead: number }) => bead)).toEqual([...beads.keys()]);
  });

  it.each(["jsonl", "ladder", "vecalign", "hunalign"])("is written as %s", async (format) => {
    const argv = [sample("seed-bank", "en"), sample("seed-bank", "ko")];
    const json = JSON.parse((await align(...argv)).stdout);
    const { exitCode, stdout } = await align(...argv, "--format", format);
    writeFileSync(join(home, "beads"), stdout);
    if (format !== "jsonl") {
      const numbers = format === "vecalign" ? ["--ladder-numbers", "cost"] : [];
      const back = JSON.parse((await align(...argv, "--ladder", "beads", ...numbers)).stdout);
      const shapes = (beads: readonly { source: unknown; target: unknown }[]): unknown[] =>
        beads.map(({ source, target }) => [source, target]);
      expect(shapes(back.beads)).toEqual(shapes(json.beads));
    }
    expect([exitCode, stdout.trim().split("\n").length - json.beads.length]).toEqual([
      0,
      format === "hunalign" ? 1 : 0,
    ]);
  });
});
