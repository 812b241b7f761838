import {
  type Bitext,
  createArticle,
  createBitext,
  type LanguageTag,
  type Polytext,
  type Side,
  SteleError,
} from "@stele/model";
import { SaxesParser } from "saxes";
import type { Format, OutputFile } from "./format.ts";
import { asPolytext, rowTexts } from "./parallel-rows.ts";

/** One thing that every format must do; `check` throws `check-failed` where it does not. */
export interface FormatCase {
  readonly title: string;
  readonly check: (format: Format) => void | Promise<void>;
}

/** The contract of formats that write, for any test runner: run every case on every such format. */
export const WRITER_CONTRACT: readonly FormatCase[] = [
  { title: "writes equal bytes for equal input", check: writesEqually },
  { title: "writes to nothing it is given", check: writesNothingBack },
  { title: "holds the words of every row", check: holdsWords },
  { title: "names its files apart", check: namesApart },
  { title: "writes three languages", check: writesThree },
  { title: "writes a text without sentences", check: writesNothing },
  { title: "lets no text become markup or script", check: staysText },
  { title: "is well formed whatever characters a text holds", check: survivesCharacters },
];

/** The contract of formats that read articles. `sample` is a file of the format whose prose holds "Rain fell". */
export function readerContract(sample: string): readonly FormatCase[] {
  return [
    { title: "finds the prose", check: (format) => findsProse(format, sample) },
    {
      title: "gives blocks in order, inside the text, without outer blanks",
      check: (format) => givesBlocks(format, sample),
    },
    { title: "reads UTF-16 and byte order marks as UTF-8", check: (format) => readsEncodings(format, sample) },
    { title: "reads Windows line ends", check: (format) => readsLineEnds(format, sample) },
    { title: "refuses an empty file", check: (format) => refuses(format, new Uint8Array(), "input-empty") },
    { title: "refuses blank lines", check: (format) => refuses(format, utf8("\n \r\n\t\n"), "input-empty") },
    { title: "refuses binary files", check: (format) => refuses(format, utf8("ab\u0000\u0001cd"), "input-binary") },
    {
      title: "refuses broken UTF-8",
      check: (format) => refuses(format, new Uint8Array([65, 0xc3, 65]), "input-encoding"),
    },
  ];
}

/** A side whose sentences stand one a line, each a block of its own. */
export function sampleSide(language: LanguageTag, lines: readonly string[]): Side {
  let at = 0;
  const blocks = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return { kind: "paragraph" as const, start, end: start + line.length };
  });
  return {
    article: createArticle({ language, text: lines.join("\n"), blocks }),
    sentences: blocks.map(({ start, end }, block) => ({ start, end, block })),
    provenance: { origin: { kind: "file", name: "a.txt" }, standing: "human" },
  };
}

/** A bitext whose line i says what line i of the other side says. */
export function sampleBitext(source: Side, target: Side): Bitext {
  const beads = source.sentences.map((_, index) => ({
    source: [index, index + 1] as const,
    target: [index, index + 1] as const,
    score: 0.75,
    lowScore: false,
  }));
  return createBitext({ source, target, beads });
}

const ENGLISH = ["Rain fell on the harbour.", 'The mayor said "stay".', "Trains ran late."];
const KOREAN = ["항구에 비가 내렸다.", "시장은 “머무르라”고 말했다.", "열차가 늦었다."];
const CHINESE = ["港口下雨了。", "市长说：“留下。”", "火车晚点了。"];
const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "]]> --> </script><svg onload=alert(1)>",
  "=HYPERLINK(1) | [x](javascript:alert(1)) `<b>`",
];
const ODD = ["a\u0000b\u001fc", "half \ud800 pair", "\ufffe\uffff end", "tab\tand\u2028line\r\nend"];

function twoSides(lines: readonly string[] = ENGLISH, others: readonly string[] = KOREAN): Polytext {
  return asPolytext(sampleBitext(sampleSide("en", lines), sampleSide("ko", others)));
}

function threeSides(): Polytext {
  const sides = [sampleSide("en", ENGLISH), sampleSide("ko", KOREAN), sampleSide("zh-Hans", CHINESE)] as const;
  const pairs = [sampleBitext(sides[0], sides[1]), sampleBitext(sides[0], sides[2])];
  const rows = ENGLISH.map((_, index) => ({ runs: sides.map(() => [index, index + 1] as const), score: 0.75 }));
  return { sides, rows, pairs };
}

function written(format: Format, polytext: Polytext): readonly OutputFile[] {
  return format.write?.(polytext, {}) ?? [];
}

function textOf(files: readonly OutputFile[]): string {
  return files.flatMap((file) => [...file.chunks]).join("");
}

function writesEqually(format: Format): void {
  const [one, other] = [1, 2].map(() => textOf(written(format, twoSides())));
  expectThat(one === other && one !== "", "two exports of one text differ");
}

function writesNothingBack(format: Format): void {
  const polytext = deepFrozen(threeSides());
  const options = Object.freeze({});
  for (const file of format.write?.(polytext, options) ?? [])
    expectThat([...file.chunks].length > 0, "a file is empty");
}

function holdsWords(format: Format): void {
  const polytext = twoSides();
  const text = textOf(written(format, polytext));
  const isMapping = format.extensions[0] === "ladder";
  for (const { runs } of polytext.rows) {
    const words = rowTexts(polytext, runs).flatMap((cell) => cell.match(/\p{L}+/gu) ?? []);
    expectThat(isMapping || words.every((word) => text.includes(word)), "a word of a row is missing");
  }
}

function namesApart(format: Format): void {
  const suffixes = written(format, threeSides()).map(({ suffix }) => suffix);
  expectThat(new Set(suffixes).size === suffixes.length, "two files have one name");
  expectThat(
    suffixes.every((suffix) => /^\.[\w.-]+$/.test(suffix)),
    "a suffix is no file name",
  );
}

function writesThree(format: Format): void {
  const text = textOf(written(format, threeSides()));
  const isMapping = format.extensions[0] === "ladder";
  expectThat(isMapping || ["harbour", "항구", "港口"].every((word) => text.includes(word)), "a language is missing");
}

function writesNothing(format: Format): void {
  const files = written(format, twoSides([], []));
  for (const { chunks } of files) expectThat(Array.isArray([...chunks]), "an empty text cannot be written");
}

function staysText(format: Format): void {
  const text = textOf(written(format, twoSides(HOSTILE, HOSTILE)));
  if (/html|xml|markdown/.test(format.mediaType)) {
    expectThat(!/(?<!\\)<(?:script>alert|img|svg|b>)/.test(text), "a text became markup");
  }
  if (format.mediaType === "text/markdown") expectThat(!/(?<!\\)\]\(javascript/.test(text), "a text became a link");
  if (format.mediaType === "text/csv") expectThat(!/(?:^|,|\n)"?=/.test(text), "a text became a formula");
}

function survivesCharacters(format: Format): void {
  const text = textOf(written(format, twoSides(ODD, ODD)));
  if (format.mediaType.includes("xml")) parseXml(text);
  if (format.mediaType.includes("json")) for (const line of jsonParts(format, text)) JSON.parse(line);
  if (format.mediaType.includes("separated")) expectThat(text.split("\n").length <= 6, "a cell broke its line");
}

function jsonParts(format: Format, text: string): readonly string[] {
  return format.name === "jsonl" ? text.split("\n").filter((line) => line !== "") : [text];
}

function parseXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => expectThat(false, `it is no XML (${error.message})`));
  parser.write(text).close();
}

async function findsProse(format: Format, sample: string): Promise<void> {
  const { text } = await read(format, utf8(sample));
  expectThat(text.includes("Rain fell"), "the prose is missing");
}

async function givesBlocks(format: Format, sample: string): Promise<void> {
  const { text, blocks } = await read(format, utf8(sample));
  createArticle({ language: "en", text, blocks });
  for (const { start, end } of blocks) {
    const block = text.slice(start, end);
    expectThat(block !== "" && block === block.trim(), "a block has outer blanks or nothing in it");
  }
}

async function readsEncodings(format: Format, sample: string): Promise<void> {
  const { text } = await read(format, utf8(sample));
  for (const bytes of [utf8(`\ufeff${sample}`), utf16(sample, true), utf16(sample, false)]) {
    expectThat((await read(format, bytes)).text === text, "another encoding gives another text");
  }
}

async function readsLineEnds(format: Format, sample: string): Promise<void> {
  const { text } = await read(format, utf8(sample.replaceAll("\n", "\r\n")));
  expectThat(text.includes("Rain fell"), "the prose is missing");
}

async function refuses(format: Format, bytes: Uint8Array, code: string): Promise<void> {
  try {
    await read(format, bytes);
  } catch (error) {
    expectThat(error instanceof SteleError && error.code === code, `the code is not ${code}`);
    return;
  }
  expectThat(false, `it does not refuse with ${code}`);
}

async function read(format: Format, bytes: Uint8Array) {
  expectThat(format.readArticle !== undefined, "it does not read");
  return format.readArticle(bytes, { name: `sample.${format.extensions[0]}` });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, isLittle);
  for (let index = 0; index < text.length; index += 1) view.setUint16(2 * index + 2, text.charCodeAt(index), isLittle);
  return new Uint8Array(view.buffer);
}

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const member of Object.values(value)) deepFrozen(member);
  return Object.freeze(value);
}

function expectThat(holds: boolean, what: string): asserts holds {
  if (holds) return;
  throw new SteleError({
    code: "check-failed",
    message: `The format breaks its contract: ${what}.`,
    hint: "Correct the format.",
  });
}
