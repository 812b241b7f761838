import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLibrary } from "@stele/library";
import { expect, it } from "vitest";
import { type Customer, customer, sentences } from "../e2e/translation.ts";
import { randomNumbers } from "./random-numbers.ts";

const KILLS = 200;
/** A text is finished within a few kills; then another takes its place. */
const PARAGRAPHS = 60;
const TEXTS_PER_REQUEST = 3;
/** Requests that the engine has under way at most. */
const CONCURRENCY = 4;

function committed({ home }: Customer): ReadonlySet<string> {
  const library = openLibrary({ file: join(home, "data/stele/library.sqlite") });
  try {
    return new Set(library.answers.list(1_000_000).map(({ facts }) => facts.text));
  } finally {
    library.close();
  }
}

/** What the last run of a customer wrote of itself: how many texts were in flight when it was killed. */
function inFlight({ home }: Customer): number {
  const library = openLibrary({ file: join(home, "data/stele/library.sqlite") });
  try {
    const [last] = library.runs.list(1);
    return last?.state === "interrupted" ? last.inFlight : 0;
  } finally {
    library.close();
  }
}

/** The number in the sentence about an earlier run; 0 where it is not said. */
function saidLost(stderr: string): number {
  return Number(/texts that may be charged twice: (\d+)/.exec(stderr)?.[1] ?? 0);
}

/**
 * Kills the run a random while after it has sent a random number of requests; says whether it had ended before, and
 * what it said.
 */
async function killed(one: Customer, { name, requests, waitMs }: { name: string; requests: number; waitMs: number }) {
  const before = one.sent().length;
  const argv = ["translate", name, "--to", "ko", "--context", "block", "-o", `${name}.ko`];
  let timer: NodeJS.Timeout | undefined;
  const { exitCode, stderr } = await one.run(argv, {
    meet: (child) => {
      timer = setInterval(() => {
        if (one.sent(before).length < requests) return;
        clearInterval(timer);
        setTimeout(() => child.kill("SIGKILL"), waitMs);
      }, 1);
    },
  });
  clearInterval(timer);
  return { hasEnded: exitCode !== null, stderr };
}

it(`after ${KILLS} kills at random points no committed answer was sent again, and no lost one was unsaid`, async () => {
  const one = await customer({ latencyMs: 5 });
  const random = randomNumbers(11);
  const seen = new Set<string>();
  let kept: ReadonlySet<string> = new Set();
  let [kills, texts, finished, sentAgain, sentTwice] = [0, 0, 0, 0, 0];
  let isNew = true;
  let lost = 0;
  while (kills < KILLS) {
    const name = `text-${texts}.txt`;
    if (isNew) {
      const lines = sentences(TEXTS_PER_REQUEST * PARAGRAPHS, `weather of day ${texts}`);
      const blocks = Array.from({ length: PARAGRAPHS }, (_, at) => lines.slice(3 * at, 3 * at + 3).join(" "));
      writeFileSync(join(one.home, name), blocks.join("\n\n"));
    }
    const before = one.sent().length;
    const { hasEnded, stderr } = await killed(one, {
      name,
      requests: Math.ceil(random() * 12),
      waitMs: random() * 40,
    });
    const sentNow = one.sent(before).flat();
    // Killed after its last answer and before it noted it: all is there, nothing is sent, so nothing may be charged twice.
    expect(saidLost(stderr)).toBe(sentNow.length === 0 ? 0 : lost);
    expect(stderr).not.toContain("may have been charged");
    for (const text of sentNow) {
      if (kept.has(text)) sentAgain += 1;
      if (seen.has(text)) sentTwice += 1;
      seen.add(text);
    }
    kept = committed(one);
    const unanswered = sentNow.filter((text) => !kept.has(text)).length;
    lost = inFlight(one);
    expect(lost).toBeGreaterThanOrEqual(unanswered);
    expect(lost).toBeLessThanOrEqual(hasEnded ? 0 : CONCURRENCY * TEXTS_PER_REQUEST);
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
