import { FORMATS } from "@stele/formats";
import { readerContract, WRITER_CONTRACT } from "@stele/formats/testing";
import { describe, it } from "vitest";

/** One small file of each format that reads. */
const SAMPLES: Readonly<Record<string, string>> = {
  text: "Rain fell.\n\nTwice.\n",
  markdown: "# Rain fell\n\nTwice, *hard*.\n\n> Quoted.\n",
  html: "<!doctype html><html><body><article><h1>Rain fell</h1><p>Twice.</p></article></body></html>",
  subtitles: "1\n00:00:01,000 --> 00:00:02,000\nRain fell.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwice.\n",
};
/** Readers of files that no test would write by hand; their own tests make them. */
const MADE_BY_PROGRAMS = { json: "round-trip.test.ts", docx: "archives.test.ts", epub: "archives.test.ts" };
const writers = Object.values(FORMATS).filter(({ write }) => write !== undefined);
const readers = Object.values(FORMATS).filter(({ name }) => name in SAMPLES);

describe.each(writers.map((format) => [format.name, format] as const))("the writer of %s", (_, format) => {
  it.each(WRITER_CONTRACT.map(({ title, check }) => [title, check] as const))("%s", (_title, check) => check(format));
});

describe.each(readers.map((format) => [format.name, format] as const))("the reader of %s", (name, format) => {
  const cases = readerContract(SAMPLES[name] ?? "").map(({ title, check }) => [title, check] as const);
  it.each(cases)("%s", (_title, check) => check(format));
});

describe("the table of formats", () => {
  it("has a sample for every reader of foreign files", ({ expect }) => {
    const reading = Object.values(FORMATS).filter(
      ({ readArticle, name }) => readArticle !== undefined && !(name in MADE_BY_PROGRAMS),
    );
    expect(reading.map(({ name }) => name).sort()).toEqual(Object.keys(SAMPLES).sort());
  });
});
