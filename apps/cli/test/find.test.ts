import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConcordanceHit } from "@stele/core/node";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyHome, type Outcome, runStele } from "./run-stele.ts";

const night = ["en", "ko", "zh"].map((tag) =>
  fileURLToPath(new URL(`../../../samples/night-train/night-train.${tag}.txt`, import.meta.url)),
);

const home = emptyHome();
beforeAll(async () => {
  await runStele(["read", ...night], { home });
});
const find = (...argv: string[]): Promise<Outcome> => runStele(["find", ...argv], { home });
const hitsOf = async (...argv: string[]): Promise<readonly ConcordanceHit[]> =>
  JSON.parse((await find(...argv, "--json")).stdout).hits;
const markedIn = ({ text, spans }: Pick<ConcordanceHit, "text" | "spans">): readonly string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe("stele find", () => {
  it.each([
    ["train", "en", ["ko", "zh-Hans"]],
    ["터널", "ko", ["en", "zh-Hans"]],
    ["火车", "zh-Hans", ["en", "ko"]],
  ])("finds %s with what stands beside it in the other languages", async (word, language, others) => {
    const hits = await hitsOf(word, "--from", language);
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect([hit.language, markedIn(hit).length > 0]).toEqual([language, true]);
    const beside = new Set(hits.flatMap(({ counterparts }) => counterparts.map((one) => one.language)));
    expect([...beside].toSorted()).toEqual(others);
  });

  it("takes other forms of a word, only the word, or any piece of one, and a phrase without quotes", async () => {
    const words = async (...argv: string[]) => new Set((await hitsOf(...argv, "--from", "en")).flatMap(markedIn));
    expect([...(await words("tunnel"))]).toEqual(["tunnels"]);
    expect([...(await words("tunnel", "--match", "word"))]).toEqual([]);
    expect([...(await words("unnel", "--match", "anywhere"))]).toEqual(["unnel"]);
    expect([...(await words("night", "train"))]).toContain("night train");
  });

  it("marks the counterparts' words that are linked to what was found", async () => {
    const [hit] = await hitsOf("tunnel", "--to", "ko");
    expect(hit?.counterparts.flatMap(markedIn).join()).toContain("터널");
    expect(hit?.counterparts.map(({ language }) => language)).toEqual(["ko"]);
  });

  it("shows each hit with its counterparts and where it stands, what was found in bold", async () => {
    const settings = { home, columns: 80, variables: { FORCE_COLOR: "1" } };
    const { stdout } = await runStele(["find", "tunnels", "--limit", "1"], settings);
    expect(stdout).toContain("\u001b[1mtunnels\u001b[22m");
    const plainLines = (await find("tunnels", "--limit", "1")).stdout.split("\n");
    expect(plainLines.map((line) => line.split(" ")[0]).filter((word) => word !== "")).toEqual(["en", "ko", "zh-Hans"]);
    expect(plainLines.join(" ")).toContain("For the first time in 27 years");
  });

  it("writes a table for programs, a line a hit, and cards", async () => {
    const rows = (await find("tunnel", "--format", "tsv")).stdout.trimEnd().split("\n");
    expect(rows.map((row) => row.split("\t").slice(2, 5))).toEqual([
      ["tunnel", "en", "ko"],
      ["tunnel", "en", "zh-Hans"],
    ]);
    const lines = (await find("train", "--format", "jsonl", "--limit", "3")).stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).language)).toHaveLength(3);
    expect((await find("tunnel", "--format", "anki", "-o", "cards.txt")).exitCode).toBe(0);
    expect(readFileSync(join(home, "cards.txt"), "utf8")).toMatch(
      /^#separator:tab\n.*14 tunnels[^\t]*\t[^\t]*\ttunnel\t/su,
    );
  });

  it("looks in one text, one memory, and at what is sure", async () => {
    expect(await hitsOf("train", "--text", "1")).toEqual(await hitsOf("train"));
    expect(await hitsOf("train", "--tm", "library", "--limit", "2")).toHaveLength(2);
    const sure = await hitsOf("train", "--from", "en", "--min-score", "0.99");
    const scores = (hits: readonly ConcordanceHit[]) =>
      hits.flatMap(({ counterparts }) => counterparts.flatMap(({ score }) => score ?? []));
    expect(Math.min(...scores(sure))).toBeGreaterThanOrEqual(0.99);
    expect(Math.min(...scores(await hitsOf("train", "--from", "en")))).toBeLessThan(0.99);
    expect((await find("train", "--text", "9")).exitCode).toBe(6);
    expect((await find("train", "--tm", "none")).exitCode).toBe(6);
  });

  it("says that nothing was found, and refuses to look for nothing", async () => {
    expect(await find("zyzzyva")).toMatchObject({ exitCode: 0, stdout: "", stderr: "zyzzyva was not found.\n" });
    expect((await find("zyzzyva", "--ui-lang", "ko")).stderr).toBe("찾지 못했습니다: zyzzyva\n");
    expect(await hitsOf("zyzzyva")).toEqual([]);
    expect(await find(" ")).toMatchObject({ exitCode: 6, stdout: "" });
    expect((await find("train", "--from", "xx")).exitCode).toBe(6);
  });
});
