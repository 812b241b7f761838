import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine, LanguageTag, Translated } from "@stele/core";
import {
  asLongPolytext,
  buildPolytext,
  createAligner,
  doubtfulRows,
  type Home,
  joinTranslations,
  type LongBitext,
  longRows,
  openHome,
  planTranslation,
  readArticle,
  readEnvironment,
  rowTexts,
  sideOf,
  textsOf,
  wholeBitext,
  writeFiles,
  writeLongJson,
  writeLongTranslation,
  writeTranslation,
} from "@stele/core/node";
import { afterEach, beforeEach, expect, it } from "vitest";

/** More than is asked for in one window, in blocks of all sizes; one goes on from one window to the next. */
const SENTENCES = 2300;
const TEXT = Array.from({ length: SENTENCES }, (_, at) => {
  const glue = at % 7 === 0 || (at > 40 && at < 900) ? "\n\n" : " ";
  return `${at === 0 ? "" : glue}Boat ${at + 10} left the harbour 🚢 in the rain.`;
}).join("");

/** Says nothing to some texts, too much to others, and the rest well. */
const engine: Engine = {
  name: "deepl",
  describe: {
    label: "Service",
    sendsTextTo: "service.example",
    isPaid: false,
    settings: {},
    limits: { textsPerRequest: 50, concurrency: 2 },
    takes: { context: false, glossary: false, examples: false, tags: false },
    options: [],
  },
  async *translate({ texts, target }): AsyncIterable<Translated> {
    for (const [index, text] of texts.entries()) {
      yield { index, text: answer(text, target), hasMore: index < texts.length - 1 };
    }
  },
};

function answer(text: string, target: LanguageTag): string {
  const number = /\d+/.exec(text)?.[0] ?? "";
  if (target === "zh-Hans") return number.endsWith("88") ? "" : `${number}号船冒雨离开了港口🚢。`;
  const boat = `배 ${number}호가 빗속에 항구를 떠났다 🚢.`;
  if (number.endsWith("77")) return "";
  return number.endsWith("5") ? `${boat} 모두가 손을 흔들었다.` : boat;
}

let home: Home;
beforeEach(() => {
  home = openHome({ environment: readEnvironment({ HOME: mkdtempSync(join(tmpdir(), "stele-long-")) }) });
});
afterEach(() => home.close());

const planned = (to: readonly LanguageTag[] = ["ko"]) =>
  planTranslation({ source: sideOf({ text: TEXT, language: "en" }), to, engine, name: "boats" }, home);

async function long(): Promise<LongBitext> {
  const [bitext] = (await planned().runLong()).bitexts;
  return bitext ?? Promise.reject(new Error("nothing was translated"));
}

it("a translation that is not held is the one that is", async () => {
  const bitext = await long();
  const [held] = (await planned().run()).bitexts;
  const whole = wholeBitext(bitext);
  expect(whole.beads.length).toBeGreaterThan(SENTENCES - 1);
  expect(new Set(whole.report?.pieces.map(({ verdict }) => verdict))).toEqual(new Set(["kept", "split", "empty"]));
  // The date of the run is all that differs.
  const target = { ...held?.target, provenance: whole.target.provenance };
  expect({ ...held, target }).toEqual(whole);
  expect([...textsOf(bitext.passages)].join("")).toBe(whole.target.article.text);
});

it("is written as JSON byte for byte as one that is held", async () => {
  const bitext = await long();
  const [file] = writeFiles(buildPolytext([wholeBitext(bitext)]), "json");
  expect([...writeLongJson(asLongPolytext(bitext))].join("")).toBe([...(file?.chunks ?? [])].join(""));
});

it("two are joined window by window as they would be joined whole", async () => {
  const [first, second] = (await planned(["ko", "zh-Hans"]).runLong()).bitexts;
  if (first === undefined || second === undefined) throw new Error("nothing was translated");
  const joined = await joinTranslations([first, second], { aligner: createAligner({}) }, home);
  const wholes = joined.bitexts.map(wholeBitext);
  const polytext = buildPolytext(wholes);
  expect(polytext.sides.map(({ article }) => article.language)).toEqual(["en", "ko", "zh-Hans"]);
  expect(polytext.sides.slice(1).map(({ article }) => article.id)).toEqual([first.target.id, second.target.id]);
  // Nothing is left to reconcile, and rows that were made a window at a time are those of the whole.
  expect(polytext.pairs).toEqual(wholes);
  expect([...joined.rows].map(({ runs, score }) => ({ runs, score }))).toEqual(polytext.rows);
  expect(joined.length).toBe(polytext.rows.length);
  const [file] = writeFiles(polytext, "json");
  expect([...writeLongJson(joined)].join("")).toBe([...(file?.chunks ?? [])].join(""));
  for (const bitext of joined.bitexts) home.library().saveLong(bitext);
  expect(joined.bitexts.map(({ id }) => home.library().bitext(id))).toEqual(wholes);
  expect(home.library().texts()).toMatchObject([{ sentences: { en: SENTENCES } }]);
});

it("has the rows of one that is held", async () => {
  const bitext = await long();
  const polytext = buildPolytext([wholeBitext(bitext)]);
  const doubtful = doubtfulRows(polytext);
  const rows = polytext.rows.map(({ runs, score }, index) => {
    return { runs, score, text: rowTexts(polytext, runs), isDoubtful: doubtful.has(index) };
  });
  expect([...longRows(bitext)]).toEqual(rows);
});

it.each([true, false])("is written as Markdown as one that is held, into the file: %s", async (isFilled) => {
  const written = TEXT.split("\n\n").map((block, at) => [`## ${block}`, `- ${block}`, `> ${block}`, block][at % 4]);
  const file = `${written.join("\n\n").replaceAll(/harbour (🚢)/gu, "**harbour** $1")}\n\n\`\`\`\ncode\n\`\`\`\n`;
  const { text, blocks, marks = [] } = await readArticle(new TextEncoder().encode(file), { name: "boats.md" });
  const source = sideOf({ text, blocks, language: "en" });
  const marked = planTranslation({ source, sourceMarks: marks, to: ["ko"], engine, name: "boats.md" }, home);
  const held = await marked.run();
  const [bitext] = (await marked.runLong()).bitexts;
  const [whole, options] = [held.bitexts[0], isFilled ? { file } : {}];
  if (bitext === undefined || whole === undefined) throw new Error("nothing was translated");
  const markdown = [...(await writeLongTranslation(bitext, options))].join("");
  expect(markdown).toBe(await writeTranslation(whole, { marks: held.marks[0] ?? [], ...options }));
  expect([markdown.match(/^> /gmu)?.length, markdown.endsWith("code\n```\n")]).toEqual([
    blocks.filter(({ kind }) => kind === "quote").length,
    isFilled,
  ]);
});

it("is kept in the library as one that is held", async () => {
  const bitext = await long();
  const library = home.library();
  library.saveLong(bitext);
  expect(library.bitext(bitext.id)).toEqual(wholeBitext(bitext));
  expect(library.holds(wholeBitext(bitext))).toBe(true);
  expect(library.holds(await long())).toBe(true);
});

it("is gone when it is closed, and the library keeps what it was given", async () => {
  const finished = await planned().runLong();
  const [bitext] = finished.bitexts;
  if (bitext !== undefined) home.library().saveLong(bitext);
  finished.close();
  expect([...(bitext?.passages ?? [])]).toEqual([]);
  expect(home.library().texts()).toMatchObject([{ sentences: { en: SENTENCES } }]);
});
