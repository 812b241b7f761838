import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine, LanguageTag, Translated } from "@stele/core";
import { hashText, openHome, planTranslation, readEnvironment, sideOf } from "@stele/core/node";
import fc from "fast-check";
import { expect, it } from "vitest";

/** More than is asked for in one window. */
const LINES = Array.from({ length: 1050 }, (_, at) => `Boat ${at + 100} left the harbour.`);
const TEXT = LINES.map((line, at) => `${line}${at % 5 === 4 ? "\n\n" : " "}`).join("");
const SOURCE = sideOf({ text: TEXT, language: "en" });
const TO: readonly LanguageTag[] = ["ko", "zh-Hans"];
const CHARACTERS = TO.length * [...LINES.join("")].length;

/** Which answers are bad. */
interface Badness {
  readonly seed: number;
  /** From 0 to 1. */
  readonly share: number;
  /** Asks once more of its own accord for what is bad, as a chat service is asked. */
  readonly repairs: boolean;
  /** What is bad is asked for alone, else with its paragraph. */
  readonly context: boolean;
}

/** A paid service of which some answers are bad, and what it was asked. */
function service({ seed, share, repairs, context }: Badness) {
  const asked: { readonly text: string; readonly target: LanguageTag; readonly isFirst: boolean }[] = [];
  const isBad = (text: string) => Number.parseInt(hashText(`${seed} ${text}`).slice(0, 6), 16) / 0xffffff < share;
  const engine: Engine = {
    name: "deepl",
    describe: {
      label: "Service",
      sendsTextTo: "service.example",
      isPaid: true,
      settings: {},
      limits: { textsPerRequest: 50, concurrency: 2 },
      takes: { context, glossary: false, examples: false, tags: false },
      options: [],
    },
    async *translate({ texts, target, attempt = 1, watch }): AsyncIterable<Translated> {
      for (const [index, text] of texts.entries()) {
        asked.push({ text, target, isFirst: attempt === 1 });
        if (repairs && isBad(text) && watch?.maySendAgain([text], "doubtful") === true)
          asked.push({ text, target, isFirst: false });
        const number = /\d+/u.exec(text)?.[0] ?? "";
        const good = target === "ko" ? `배 ${number}호가 항구를 떠났다.` : `${number}号船离开了港口。`;
        yield { index, text: isBad(text) ? text : good, hasMore: index < texts.length - 1 };
      }
    },
  };
  return { engine, asked };
}

/** Runs a plan in an empty home, with a cap of the estimate and something more. */
async function runCapped(badness: Badness, more: number) {
  const home = openHome({ environment: readEnvironment({ HOME: mkdtempSync(join(tmpdir(), "stele-caps-")) }) });
  const { engine, asked } = service(badness);
  const planned = planTranslation({ source: SOURCE, to: TO, engine, name: "boats" }, home);
  const { characters } = await planned.estimate();
  const maxCharacters = characters + more;
  const { counts, close } = await planned.runLong({ caps: { maxCharacters } }).finally(() => engine.close?.());
  close();
  home.close();
  return { characters, counts, asked, sent: [...asked.map(({ text }) => text).join("")].length, maxCharacters };
}

it("a cap of the estimate lets every first answer be asked for, whatever is bad, and no cap is passed", async () => {
  const badness = fc.record({
    seed: fc.nat(),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    repairs: fc.boolean(),
    context: fc.boolean(),
  });
  const check = async (one: Badness, more: number) => {
    const { characters, asked, sent, maxCharacters } = await runCapped(one, more);
    expect(characters).toBe(CHARACTERS);
    expect(asked.filter(({ isFirst }) => isFirst)).toHaveLength(TO.length * LINES.length);
    expect(sent).toBeLessThanOrEqual(maxCharacters);
  };
  await fc.assert(fc.asyncProperty(badness, fc.oneof(fc.constant(0), fc.nat(20_000)), check), {
    numRuns: 4,
    // Every run takes seconds: a smaller failure is not worth its time.
    endOnFailure: true,
    examples: [
      [{ seed: 1, share: 0.3, repairs: true, context: true }, 0],
      [{ seed: 2, share: 0.1, repairs: false, context: true }, 500],
    ],
  });
});

it("room above the estimate is used for second tries, and what had no room is counted", async () => {
  const { asked, counts } = await runCapped({ seed: 3, share: 0.5, repairs: false, context: true }, 1000);
  const second = asked.filter(({ isFirst }) => !isFirst);
  expect([...second.map(({ text }) => text).join("")].length).toBeGreaterThan(900);
  expect(counts.withheld).toBeGreaterThan(0);
});
