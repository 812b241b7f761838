import { describe, expect, it } from "vitest";
import { always, CHANGES, type FaultPlan } from "../faults/fault.ts";
import { errorOf } from "./stele.ts";
import { customer, sentences, TEXTS_PER_REQUEST, writeText } from "./translation.ts";

const LINES = sentences(TEXTS_PER_REQUEST);
const HALF = TEXTS_PER_REQUEST / 2;
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--json"];

const charactersOf = (texts: readonly string[]): number => [...texts.join("")].length;

/** A batch is too large, and then the answer to its first half is lost: that half alone may have been charged. */
const HALF_LOST: FaultPlan = ({ number }) => {
  if (number === 1 || number === 3) return { kind: "status", status: 413 };
  return number === 2 ? { kind: "reset", at: "middle" } : undefined;
};
/** All of it once, and the half that was lost once more. */
const CHARGED = charactersOf(LINES) + charactersOf(LINES.slice(0, HALF));

async function runCapped(maxCharacters: number) {
  const one = await customer();
  writeText(one.home, "news.txt", LINES);
  one.plan(HALF_LOST);
  const outcome = await one.run([...TRANSLATE, "--max-chars", String(maxCharacters)]);
  return { one, outcome };
}

describe.concurrent("a cap that leaves no room for a second try", () => {
  it.each(["sentence", "paragraph"])("keeps what there is by the %s; the same command makes the try", async (unit) => {
    const one = await customer();
    const texts = ["The harbour was closed on Monday.", "Ferries were late."];
    writeText(one.home, "news.txt", texts);
    const argv = ["translate", "news.txt", "--to", "ko", "--unit", unit];
    one.plan(always({ kind: "answers", change: CHANGES.sourceReturned }));
    const capped = await one.run([...argv, "--max-chars", String(charactersOf([texts.join(" ")]))]);
    expect(capped.exitCode, capped.stderr).toBe(0);
    expect(one.sent()).toHaveLength(1);
    expect(capped.stderr).toContain("Texts that a cap left no room to try a second time: 2.");
    expect(capped.stderr).toMatch(/0 kept.* 2 suspicious/u);
    one.plan(undefined);
    const again = await one.run(argv);
    expect(again.stderr).toContain("2 kept");
    expect(one.sent(1)).toEqual(texts.map((text) => [text]));
  });
});

describe.concurrent("a cap, where the answer to half of a batch was lost", () => {
  it("counts just that half again: a run that is charged no more is not stopped", async () => {
    const { one, outcome } = await runCapped(CHARGED);
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    expect(one.sent().map(({ length }) => length)).toEqual([2 * HALF, HALF, 2 * HALF, HALF, HALF]);
  });

  it("ends the run before that half would be charged past it", async () => {
    const { one, outcome } = await runCapped(CHARGED - 1);
    const { code, hint } = errorOf(outcome).error;
    expect([outcome.exitCode, code]).toEqual([5, "network"]);
    const missing = `texts missing: ${HALF} (${charactersOf(LINES.slice(0, HALF))} characters)`;
    for (const said of [`The cap (${CHARGED - 1} characters)`, missing, "sends only what is missing"])
      expect(hint).toContain(said);
    expect(one.sent().map(({ length }) => length)).toEqual([2 * HALF, HALF]);
    one.plan(undefined);
    expect((await one.run(TRANSLATE)).exitCode).toBe(0);
    expect(one.sent(2).flat()).toEqual(LINES);
  });
});
