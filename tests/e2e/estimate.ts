import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { customer, sentences } from "./translation.ts";

/** Ways to translate whose estimate is held against what is sent: in every gate, and in the long tests. */
export const ESTIMATED = {
  often: ["--context block", "--unit paragraph", "--no-memory"],
  seldom: ["--context none", "--context batch", "--fresh"],
} as const;

/** What a dry run says of an article translated in part before is what is sent then, and a cap of as much suffices. */
export async function expectEstimateHolds(flags: string): Promise<void> {
  const one = await customer();
  const lines = sentences(70);
  const paragraphs = Array.from({ length: 14 }, (_, index) => lines.slice(5 * index, 5 * index + 5).join(" "));
  const repeated = [...paragraphs, paragraphs[3], paragraphs[9]];
  // A part was translated before, in the same way.
  writeFileSync(join(one.home, "news.txt"), repeated.slice(0, 4).join("\n\n"));
  const argv = ["translate", "news.txt", "--to", "ko", ...flags.split(" ")];
  await one.run(argv);
  const before = one.sent().length;
  writeFileSync(join(one.home, "news.txt"), repeated.join("\n\n"));
  const foreseen = JSON.parse((await one.run([...argv, "--dry-run", "--json"])).stdout);
  expect(one.sent(before)).toEqual([]);
  expect((await one.run([...argv, "--max-chars", String(foreseen.characters)])).exitCode).toBe(0);
  const sent = one.sent(before);
  const characters = [...sent.flat().join("")].length;
  expect(foreseen).toMatchObject({ requests: sent.length, texts: sent.flat().length, characters });
}
