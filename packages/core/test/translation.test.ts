import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine, Translated } from "@stele/core";
import {
  createBitext,
  type Home,
  openHome,
  parallel,
  planTranslation,
  readEnvironment,
  sideOf,
  type TranslationWishes,
} from "@stele/core/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ENGLISH = "The ferry left at nine. Nobody minded the rain. The harbour was empty.";
const ANSWERS: Readonly<Record<string, string>> = {
  "The ferry left at nine.": "배는 아홉 시에 떠났다.",
  "Nobody minded the rain.": "비를 탓하는 사람은 없었다.",
  "The harbour was empty.": "항구는 텅 비어 있었다.",
};

/** A service outside: it knows three sentences and counts what it is asked. */
function service(answers: Readonly<Record<string, string>> = ANSWERS): Engine & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    name: "deepl",
    asked,
    describe: {
      label: "Service",
      sendsTextTo: "service.example",
      isPaid: true,
      settings: {},
      limits: { textsPerRequest: 2, concurrency: 1 },
      takes: { context: false, glossary: false, examples: false, tags: false },
      options: [],
    },
    async *translate({ texts }): AsyncIterable<Translated> {
      asked.push(...texts);
      for (const [index, text] of texts.entries()) yield { index, text: answers[text] ?? "", charged: text.length };
    },
  };
}

let home: Home;
beforeEach(() => {
  home = openHome({ environment: readEnvironment({ HOME: mkdtempSync(join(tmpdir(), "stele-plan-")) }) });
});
afterEach(() => home.close());

const plan = (engine: Engine, more: Partial<TranslationWishes> = {}) =>
  planTranslation(
    { source: sideOf({ text: ENGLISH, language: "en" }), to: ["ko"], engine, name: "ferry", ...more },
    home,
  );

describe("a planned translation", () => {
  it("is weighed without sending anything, then made and kept", async () => {
    const engine = service();
    const planned = plan(engine);
    expect(await planned.estimate()).toMatchObject({ texts: 3, characters: 68, requests: 2, fromAnswers: 0 });
    expect(engine.asked).toEqual([]);
    const { bitexts, counts } = await planned.run();
    expect(bitexts[0]?.target.article.text).toBe(Object.values(ANSWERS).join(" "));
    expect([counts.requests, counts.charactersBilled]).toEqual([2, 68]);
    expect(await plan(engine).estimate()).toMatchObject({ texts: 0, fromAnswers: 3 });
  });

  it("sends nothing twice, not even after a cap stopped it", async () => {
    const engine = service();
    await expect(plan(engine).run({ caps: { maxCharacters: 50 } })).rejects.toMatchObject({ code: "budget-reached" });
    await plan(engine).run();
    expect(engine.asked).toHaveLength(3);
    expect(
      home
        .library()
        .runs.list()
        .map(({ state }) => state),
    ).toEqual(["finished", "failed"]);
  });

  it("asks no service for what a person has translated before", async () => {
    const memory = { text: "Nobody minded the rain.", language: "en" } as const;
    const known = { text: "비쯤은 아무도 신경 쓰지 않았다.", language: "ko" } as const;
    const beads = [{ source: [0, 1], target: [0, 1], score: 1, lowScore: false }] as const;
    home.library().saveBitext(createBitext({ source: sideOf(memory), target: sideOf(known), beads }));
    const engine = service();
    const { bitexts } = await plan(engine).run();
    expect([bitexts[0]?.target.article.text.includes(known.text), engine.asked.length]).toEqual([true, 2]);
    await plan(engine, { memories: [] }).run();
    expect(engine.asked).toHaveLength(3);
  });

  it("marks what came back empty instead of shifting the rows", async () => {
    const { "Nobody minded the rain.": _, ...rest } = ANSWERS;
    const { bitexts } = await plan(service(rest)).run();
    expect(bitexts[0]?.report?.counts).toMatchObject({ empty: 1, kept: 2 });
    expect(bitexts[0]?.beads.map(({ source, target }) => [source, target])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 2],
        [1, 1],
      ],
      [
        [2, 3],
        [1, 2],
      ],
    ]);
  });

  it("goes into the pipeline beside a translation at hand", async () => {
    const [bitext] = (await plan(service()).run()).bitexts;
    const chinese = { text: "渡船九点离开。没有人介意下雨。港口空空荡荡。", language: "zh-Hans" } as const;
    const { sides, rows } = await parallel(
      { text: ENGLISH, language: "en" },
      {
        to: ["ko", "zh-Hans"],
        translations: [chinese],
        translate: async () => bitext ?? Promise.reject(new Error("nothing was translated")),
      },
    );
    expect(sides.map(({ article }) => article.language)).toEqual(["en", "zh-Hans", "ko"]);
    expect(rows).toHaveLength(3);
  });
});

describe("names whose translation is known", () => {
  const NAMED = "The tug Corvina left at nine. Nobody aboard the Corvina minded the rain.";
  const named = (answers: Readonly<Record<string, string>>) =>
    plan(service(answers), { source: sideOf({ text: NAMED, language: "en" }) }).run();

  it("must be there: the memory's unit for a name says how it is written", async () => {
    home.library().memory.add(
      [
        {
          source: { language: "en", text: "Corvina" },
          target: { language: "ko", text: "코르비나" },
          standing: "human",
        },
      ],
      "names",
    );
    const { bitexts } = await named({
      "The tug Corvina left at nine.": "예인선 코르비나호는 아홉 시에 떠났다.",
      "Nobody aboard the Corvina minded the rain.": "배에 탄 사람 가운데 비를 탓하는 이는 없었다.",
    });
    expect(bitexts[0]?.report?.pieces.map(({ reasons }) => reasons)).toEqual([[], ["name-lost"]]);
  });

  it("are not guessed at where nobody said how they are written", async () => {
    const { bitexts } = await named({
      "The tug Corvina left at nine.": "예인선 코르비나호는 아홉 시에 떠났다.",
      "Nobody aboard the Corvina minded the rain.": "배에 탄 사람 가운데 비를 탓하는 이는 없었다.",
    });
    expect(bitexts[0]?.report?.counts).toMatchObject({ kept: 2, suspicious: 0 });
  });

  it.each([
    {
      language: "ko",
      text: "예인선 Corvina호는 비 오는 아침에 떠났다.",
      answer: "The tug Corvina left on a rainy morning.",
      reasons: [],
    },
    {
      language: "ko",
      text: "예인선 Corvina호는 비 오는 아침에 떠났다.",
      answer: "The tug left the port on a rainy morning.",
      reasons: ["name-lost"],
    },
    {
      language: "zh-Hans",
      text: "拖船Corvina号在雨天早晨离开了港口。",
      answer: "The tug left the port on a rainy morning.",
      reasons: ["name-lost"],
    },
  ] as const)("stay as they are where $language has them in Latin letters: $answer", async (one) => {
    const source = sideOf({ text: one.text, language: one.language });
    const { bitexts } = await plan(service({ [one.text]: one.answer }), { source, to: ["en"] }).run();
    expect(bitexts[0]?.report?.pieces.map(({ reasons }) => reasons)).toEqual([one.reasons]);
  });
});
