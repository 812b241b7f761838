import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLibrary } from "@stele/library";
import { expect, it } from "vitest";
import { type Customer, customer, sentences } from "../e2e/translation.ts";

const KILLS = 200;
/** A text is finished within a few kills; then another takes its place. */
const PARAGRAPHS = 60;
const TEXTS_PER_REQUEST = 3;
/** Requests that the engine has under way at most. */
const CONCURRENCY = 4;

/** Mulberry32: the same kills on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function committed({ home }: Customer): ReadonlySet<string> {
  const library = openLibrary({ file: join(home, "data/stele/library.sqlite") });
  try {
    return new Set(library.answers.list(1_000_000).map(({ facts }) => facts.text));
  } finally {
    library.close();
  }
}

/** Kills the run a random while after it has sent a random number of requests; true where it had ended before. */
async function killed(one: Customer, { name, requests, waitMs }: { name: string; requests: number; waitMs: number }) {
  const before = one.sent().length;
  const argv = ["translate", name, "--to", "ko", "--context", "block", "-o", `${name}.ko`];
  let timer: NodeJS.Timeout | undefined;
  const { exitCode } = await one.run(argv, {
    meet: (child) => {
      timer = setInterval(() => {
        if (one.sent(before).length < requests) return;
        clearInterval(timer);
        setTimeout(() => child.kill("SIGKILL"), waitMs);
      }, 1);
    },
  });
  clearInterval(timer);
  return exitCode !== null;
}

it(`after ${KILLS} kills at random points no committed answer was sent again`, async () => {
  const one = await customer({ latencyMs: 5 });
  const random = randomNumbers(11);
  const seen = new Set<string>();
  let kept: ReadonlySet<string> = new Set();
  let [kills, texts, finished, sentAgain, sentTwice] = [0, 0, 0, 0, 0];
  let isNew = true;
  while (kills < KILLS) {
    const name = `text-${texts}.txt`;
    if (isNew) {
      const lines = sentences(TEXTS_PER_REQUEST * PARAGRAPHS, `weather of day ${texts}`);
      const blocks = Array.from({ length: PARAGRAPHS }, (_, at) => lines.slice(3 * at, 3 * at + 3).join(" "));
      writeFileSync(join(one.home, name), blocks.join("\n\n"));
    }
    const before = one.sent().length;
    const hasEnded = await killed(one, { name, requests: Math.ceil(random() * 12), waitMs: random() * 40 });
    for (const text of one.sent(before).flat()) {
      if (kept.has(text)) sentAgain += 1;
      if (seen.has(text)) sentTwice += 1;
      seen.add(text);
    }
    kept = committed(one);
    isNew = hasEnded;
    if (hasEnded) [finished, texts] = [finished + 1, texts + 1];
    else kills += 1;
  }
  console.log(
    `${kills} kills over ${texts + 1} texts, ${finished} of them finished: ${seen.size} texts sent, ${kept.size} answers kept, ` +
      `${sentAgain} committed answers sent again, ${sentTwice} texts sent twice (at most ${kills * CONCURRENCY * TEXTS_PER_REQUEST} may be)`,
  );
  expect(sentAgain).toBe(0);
  expect(sentTwice).toBeLessThanOrEqual(kills * CONCURRENCY * TEXTS_PER_REQUEST);
});
