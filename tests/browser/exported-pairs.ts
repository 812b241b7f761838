import { formatByName, rowTexts } from "@stele/core";
import type { Page } from "playwright-core";

/** The files of one export by the end of their names, `en-ko.ladder` for instance. */
export type Exported = Readonly<Record<string, string>>;

/** A sentence or a run of them with what stands beside it. */
export type Pair = readonly [string, string];

/** Reads the pairs of an English–Korean text out of an export, as the programs that take the format do. */
export type PairReader = (files: Exported, page: Page) => readonly Pair[] | Promise<readonly Pair[]>;

const linesOf = (text = ""): readonly string[] => text.split("\n").filter((line) => line !== "");
const onlyFile = (files: Exported): string => Object.values(files)[0] ?? "";
const cellsOf = (text: string): readonly (readonly string[])[] => linesOf(text).map((line) => line.split("\t"));
const asPair = ([source = "", target = ""]: readonly string[]): Pair => [source, target];

/** A cell of CSV or of Anki: quoted where it must be, a quotation mark doubled. */
const unquote = (cell: string): string => (/^"/u.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);

const fromCsv: PairReader = (files) =>
  linesOf(onlyFile(files).replaceAll("\r", ""))
    .slice(1)
    .map((line) => asPair([...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)].map(([, cell = ""]) => unquote(cell))));

const fromMarkdown: PairReader = (files) =>
  linesOf(onlyFile(files))
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) => line.slice(2, -2).split(/(?<!\\) \| /u))
    .map((cells) => asPair(cells.map((cell) => cell.replaceAll(/\\(.)/gu, "$1"))));

const fromJson: PairReader = (files) => {
  const bytes = new TextEncoder().encode(onlyFile(files));
  const polytext = formatByName("json").readPolytext?.(bytes, { name: "export.json" });
  return (polytext?.rows ?? []).map(({ runs }) => asPair(polytext === undefined ? [] : rowTexts(polytext, runs)));
};

/** The texts of two elements of each unit, read by the browser's own parser. */
const fromMarkup =
  (type: DOMParserSupportedType, unit: string, [source, target]: Pair): PairReader =>
  (files, page) =>
    page.evaluate(
      ({ text, type, unit, source, target }) => {
        const parsed = new DOMParser().parseFromString(text, type);
        const broken = parsed.querySelector("parsererror")?.textContent;
        if (broken !== undefined && broken !== null) throw new Error(broken);
        return [...parsed.querySelectorAll(unit)].map((one): [string, string] => [
          one.querySelector(source)?.textContent?.trim() ?? "",
          one.querySelector(target)?.textContent?.trim() ?? "",
        ]);
      },
      { text: onlyFile(files), type, unit, source, target },
    );

type Indexes = readonly [readonly number[], readonly number[]];

/** A list of rungs and the sentences that they count, each side in a file of its own. */
const fromLadder =
  (ladder: string, rungs: (lines: readonly string[]) => readonly Indexes[]): PairReader =>
  (files) => {
    const english = linesOf(files["en-ko.en.txt"]);
    const korean = linesOf(files["en-ko.ko.txt"]);
    return rungs(linesOf(files[ladder])).map(([source, target]) => [
      source.map((index) => english[index]).join(" "),
      target.map((index) => korean[index]).join(" "),
    ]);
  };

const numbers = (list = ""): readonly number[] => (list.match(/\d+/gu) ?? []).map(Number);
const span = (from = 0, to = from): readonly number[] => Array.from({ length: to - from }, (_, at) => from + at);

const bracketRungs = (lines: readonly string[]): readonly Indexes[] =>
  lines.map((line) => {
    const [source, target] = line.split(":");
    return [numbers(source), numbers(target)];
  });

const hunalignRungs = (lines: readonly string[]): readonly Indexes[] => {
  const rungs = lines.map(numbers);
  return rungs.slice(0, -1).map(([source, target], at): Indexes => {
    const next = rungs[at + 1] ?? [];
    return [span(source, next[0]), span(target, next[1])];
  });
};

const sketchRungs = (lines: readonly string[]): readonly Indexes[] =>
  lines.map((line) => {
    const [source = [], target = []] = line.split("\t").map(numbers);
    const all = ([first = 0, last = first]: readonly number[]) => span(first, last + 1);
    return [all(source), all(target)];
  });

const inLanguage = (tag: string): string => `tuv[*|lang="${tag}"] > seg`;

/** How each format is read; a format without a line here fails its test. */
export const PAIR_READERS: Readonly<Record<string, PairReader>> = {
  tsv: (files) => cellsOf(onlyFile(files)).slice(1).map(asPair),
  csv: fromCsv,
  jsonl: (files) =>
    linesOf(onlyFile(files)).map((line) => {
      const { texts } = JSON.parse(line) as { texts: { en: string; ko: string } };
      return [texts.en, texts.ko];
    }),
  json: fromJson,
  markdown: fromMarkdown,
  html: fromMarkup("text/html", "main .row", [".cell[lang='en']", ".cell[lang='ko']"]),
  tmx: fromMarkup("application/xml", "tu", [inLanguage("en-US"), inLanguage("ko-KR")]),
  xliff: fromMarkup("application/xml", "trans-unit", ["source", "target"]),
  xliff2: fromMarkup("application/xml", "segment", ["source", "target"]),
  anki: (files) =>
    cellsOf(onlyFile(files))
      .filter(([first = ""]) => !first.startsWith("#"))
      .map((cells) => asPair(cells.map(unquote))),
  moses: (files) => {
    const korean = linesOf(files["en-ko.ko"]);
    return linesOf(files["en-ko.en"]).map((line, at) => asPair([line, korean[at] ?? ""]));
  },
  bicleaner: (files) => cellsOf(onlyFile(files)).map((cells) => asPair(cells.slice(2))),
  sentalign: fromLadder("en-ko.ladder", bracketRungs),
  vecalign: fromLadder("en-ko.ladder", bracketRungs),
  hunalign: fromLadder("en-ko.ladder", hunalignRungs),
  sketch: fromLadder("en-ko.map.txt", sketchRungs),
};
