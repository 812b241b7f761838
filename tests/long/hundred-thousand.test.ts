import { expect, it } from "vitest";
import { customer, sentences, TEXTS_PER_REQUEST, writeText } from "../e2e/translation.ts";
import { followMemory } from "./peak-memory.ts";

const COUNT = 100_000;
const MOST_MB = 250;

it.each(["text", "json"])(
  `${COUNT} sentences are translated in flat memory; its time is printed: %s`,
  async (format) => {
    const one = await customer();
    writeText(one.home, "book.txt", sentences(COUNT));
    const wishes = ["--to", "ko", "--context", "none", "--format", format, "--yes"];
    const argv = ["translate", "book.txt", ...wishes, "-o", "book.out"];
    for (const name of ["first", "second"]) {
      const before = one.sent().length;
      const start = performance.now();
      let peak = (): number | undefined => undefined;
      const { exitCode, stderr } = await one.run(argv, {
        meet: (child) => {
          peak = followMemory(child);
        },
      });
      expect(exitCode, stderr.slice(0, 1000)).toBe(0);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const requests = one.sent(before).length;
      console.log(
        `${COUNT} sentences, ${format}, ${name} run: ${requests} requests, ${seconds} s, ${peak()?.toFixed(0)} MB at most`,
      );
      // Only Linux says how much it was.
      expect(peak() ?? 0).toBeLessThanOrEqual(MOST_MB);
      expect(requests).toBeLessThanOrEqual(name === "first" ? Math.ceil(COUNT / TEXTS_PER_REQUEST) + 2 : 0);
    }
  },
);
