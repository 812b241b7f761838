import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine, Translated } from "@stele/core";
import {
  buildPolytext,
  doubtfulRows,
  type Home,
  type LongBitext,
  longRows,
  openHome,
  planTranslation,
  readEnvironment,
  rowTexts,
  sideOf,
  textsOf,
  wholeBitext,
  writeFiles,
  writeLongJson,
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
  async *translate({ texts }): AsyncIterable<Translated> {
    for (const [index, text] of texts.entries()) {
      yield { index, text: answer(text), hasMore: index < texts.length - 1 };
    }
  },
};

function answer(text: string): string {
  const number = /\d+/.exec(text)?.[0] ?? "";
  const boat = `배 ${number}호가 빗속에 항구를 떠났다 🚢.`;
  if (number.endsWith("77")) return "";
  return number.endsWith("5") ? `${boat} 모두가 손을 흔들었다.` : boat;
}

let home: Home;
beforeEach(() => {
  home = openHome({ environment: readEnvironment({ HOME: mkdtempSync(join(tmpdir(), "stele-long-")) }) });
});
afterEach(() => home.close());

const planned = () =>
  planTranslation({ source: sideOf({ text: TEXT, language: "en" }), to: ["ko"], engine, name: "boats" }, home);

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
  expect([...writeLongJson(bitext)].join("")).toBe([...(file?.chunks ?? [])].join(""));
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
