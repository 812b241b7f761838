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
import { afterAll, expect, it } from "vitest";

/** What takes three windows, the last one small, in blocks of all sizes; one goes on from one window to the next. */
const SENTENCES = 2050;
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

const newHome = (): Home =>
  openHome({ environment: readEnvironment({ HOME: mkdtempSync(join(tmpdir(), "stele-long-")) }) });
const home = newHome();
afterAll(() => home.close());

const planned = (to: readonly LanguageTag[] = ["ko"], where = home) =>
  planTranslation({ source: sideOf({ text: TEXT, language: "en" }), to, engine, name: "boats" }, where);

async function runLong(where = home): Promise<LongBitext> {
  const [bitext] = (await planned(["ko"], where).runLong()).bitexts;
  return bitext ?? Promise.reject(new Error("nothing was translated"));
}

let translated: Promise<LongBitext> | undefined;
/** One translation, gone through by every test that changes nothing of it. */
function long(): Promise<LongBitext> {
  translated ??= runLong();
  return translated;
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
  const own = newHome();
  const [first, second] = (await planned(["ko", "zh-Hans"], own).runLong()).bitexts;
  if (first === undefined || second === undefined) throw new Error("nothing was translated");
  const joined = await joinTranslations([first, second], { aligner: createAligner({}) }, own);
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
  for (const bitext of joined.bitexts) own.library().saveLong(bitext);
  expect(joined.bitexts.map(({ id }) => own.library().bitext(id))).toEqual(wholes);
  expect(own.library().texts()).toMatchObject([{ sentences: { en: SENTENCES } }]);
  own.close();
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

it("is written as Markdown as one that is held, into the file and without one", async () => {
  const written = TEXT.split("\n\n").map((block, at) => [`## ${block}`, `- ${block}`, `> ${block}`, block][at % 4]);
  const file = `${written.join("\n\n").replaceAll(/harbour (🚢)/gu, "**harbour** $1")}\n\n\`\`\`\ncode\n\`\`\`\n`;
  const { text, blocks, marks = [] } = await readArticle(new TextEncoder().encode(file), { name: "boats.md" });
  const source = sideOf({ text, blocks, language: "en" });
  const marked = planTranslation({ source, sourceMarks: marks, to: ["ko"], engine, name: "boats.md" }, home);
  const held = await marked.run();
  const [bitext] = (await marked.runLong()).bitexts;
  const whole = held.bitexts[0];
  if (bitext === undefined || whole === undefined) throw new Error("nothing was translated");
  for (const options of [{ file }, {}]) {
    const markdown = [...(await writeLongTranslation(bitext, options))].join("");
    expect(markdown).toBe(await writeTranslation(whole, { marks: held.marks[0] ?? [], ...options }));
    expect([markdown.match(/^> /gmu)?.length, markdown.endsWith("code\n```\n")]).toEqual([
      blocks.filter(({ kind }) => kind === "quote").length,
      "file" in options,
    ]);
  }
});

it("is kept in the library as one that is held", async () => {
  const own = newHome();
  const [bitext, library] = [await long(), own.library()];
  library.saveLong(bitext);
  expect(library.bitext(bitext.id)).toEqual(wholeBitext(bitext));
  expect(library.holds(wholeBitext(bitext))).toBe(true);
  expect(library.holds(await runLong(own))).toBe(true);
  own.close();
});

it("is gone when it is closed, and the library keeps what it was given", async () => {
  const own = newHome();
  const finished = await planned(["ko"], own).runLong();
  const [bitext] = finished.bitexts;
  if (bitext !== undefined) own.library().saveLong(bitext);
  finished.close();
  expect([...(bitext?.passages ?? [])]).toEqual([]);
  expect(own.library().texts()).toMatchObject([{ sentences: { en: SENTENCES } }]);
  own.close();
});
