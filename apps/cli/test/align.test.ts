import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { emptyHome, runStele } from "./run-stele.ts";

const sample = (tag: string): string =>
  fileURLToPath(new URL(`../../../samples/night-train/night-train.${tag}.txt`, import.meta.url));

describe("stele align", () => {
  it.each([
    ["en", "ko"],
    ["en", "zh"],
    ["ko", "zh"],
  ])("puts every sentence of %s and %s in exactly one bead", async (from, to) => {
    const { stdout } = await runStele(["align", sample(from), sample(to), "--from", from, "--to", to]);
    const { source, target, beads } = JSON.parse(stdout);
    for (const [side, name] of [
      [source, "source"],
      [target, "target"],
    ]) {
      const held = beads.flatMap((bead: Record<string, [number, number]>) => {
        const [first = 0, last = 0] = bead[name] ?? [];
        return Array.from({ length: last - first }, (_, index) => first + index);
      });
      expect(held).toEqual(side.sentences.map((_: unknown, index: number) => index));
    }
    expect(source.language).toBe(from);
    expect(beads[0]).toEqual({ source: [0, 1], target: [0, 1], score: expect.any(Number), lowScore: false });
    const text = readFileSync(sample(from), "utf8");
    for (const { start, end, text: sentence } of source.sentences) expect(text.slice(start, end)).toBe(sentence);
  });

  it("explains each bead in the lines of jsonl too, also of those that --min-score keeps, and says where it cannot", async () => {
    const texts = ["align", sample("en"), sample("ko"), "--explain"];
    const whole = JSON.parse((await runStele(texts)).stdout);
    const lines = async (...flags: string[]) =>
      (await runStele([...texts, "--format", "jsonl", ...flags])).stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    const all = await lines();
    expect(all.map(({ explanation }) => explanation)).toEqual(whole.explanations);
    const sure = await lines("--min-score", "0.9");
    expect(sure).toEqual(all.filter(({ score }) => score !== null && score >= 0.9));
    expect(sure.length).toBeLessThan(all.length);
    expect((await runStele([...texts, "--format", "tsv"])).stderr).toContain(
      "tsv has no place for what --explain says",
    );
    expect((await runStele([...texts.slice(0, -1), "--format", "jsonl"])).stdout).not.toContain("explanation");
  });

  it("takes lines as sentences, empty lines too", async () => {
    const home = emptyHome();
    await writeFile(join(home, "a"), "One two three.\n\nFour. Five.\n");
    await writeFile(join(home, "b"), "하나 둘 셋.\r\n\r\n넷. 다섯.");
    const { stdout } = await runStele(["align", "a", "b", "--lines", "--from", "en", "--to", "ko"], { home });
    const { source, target } = JSON.parse(stdout);
    expect(source.sentences.map(({ text }: { text: string }) => text)).toEqual(["One two three.", "", "Four. Five."]);
    expect(target.sentences.map(({ text }: { text: string }) => text)).toEqual(["하나 둘 셋.", "", "넷. 다섯."]);
  });

  it("writes rows as TSV", async () => {
    const { stdout } = await runStele(["align", sample("en"), sample("zh"), "--format", "tsv"]);
    expect(stdout).toContain("862 kilometers");
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .every((line) => line.includes("\t")),
    ).toBe(true);
  });

  it.each([60, 99, 100, 140, 400])("shows a table that fits %i columns", async (columns) => {
    const argv = ["align", sample("en"), sample("zh"), "--format", "table", "--no-color"];
    const { stdout } = await runStele(argv, { columns });
    const lines = stdout.split("\n");
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(lines.some((line) => line.includes("English") && line.includes("Chinese"))).toBe(columns >= 100);
  });

  it("shows nothing that a terminal would obey", async () => {
    const home = emptyHome();
    await writeFile(join(home, "a"), "The sky was \u001b[31mred\u202e that evening, and the sea was calm.");
    await writeFile(join(home, "b"), "그날 저녁 하늘은 \u009b붉었고 바다는 잔잔했다.");
    const { stdout } = await runStele(["align", "a", "b", "--format", "table", "--from", "en", "--to", "ko"], { home });
    expect(stdout).toContain("red");
    for (const obeyed of ["\u001b", "\u009b", "\u202e"]) expect(stdout).not.toContain(obeyed);
  });
});
