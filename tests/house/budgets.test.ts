import { expect, it } from "vitest";
import { type ParsedFile, parseFile, sourceFiles } from "./sources.ts";

/** Files that are tables of data, for which the budget of lines does not count. */
const DATA_TABLES = /\/(languages\/[a-z]+\/|messages\/src\/|data\/)/;

interface Measured {
  readonly where: string;
  readonly lines: number;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function* functionsIn(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) for (const item of value) yield* functionsIn(item);
  if (!isNode(value)) return;
  if (FUNCTIONS.has(value.type)) yield value;
  for (const child of Object.values(value)) if (typeof child === "object") yield* functionsIn(child);
}

/** The text with its comments blanked, so that only lines of code count. */
function withoutComments({ text, parsed }: ParsedFile): string {
  let code = text;
  for (const { start, end } of parsed.comments) {
    code = code.slice(0, start) + text.slice(start, end).replace(/[^\n]/gu, " ") + code.slice(end);
  }
  return code;
}

function codeLines(code: string): number {
  return code.split("\n").filter((line) => line.trim() !== "").length;
}

function measureFunctions(): readonly Measured[] {
  return sourceFiles()
    .filter((path) => /\.tsx?$/.test(path))
    .map(parseFile)
    .flatMap((file) => {
      const code = withoutComments(file);
      return [...functionsIn(file.parsed.program)].map(({ start, end }) => ({
        where: `${file.path}:${code.slice(0, start).split("\n").length}`,
        lines: codeLines(code.slice(start, end)),
      }));
    });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

/** The packages and apps, by the folder they stand in. */
const ROOMS = [...new Set(sourceFiles().map((path) => path.split("/").slice(0, 2).join("/")))];

const functions = measureFunctions();
const files = sourceFiles()
  .filter((path) => !DATA_TABLES.test(path))
  .map((path): Measured => ({ where: path, lines: parseFile(path).text.split("\n").length - 1 }));

/** Median, ninth decile and greatest of what stands in a room. */
function spread(measured: readonly Measured[], room: string): readonly [number, number, number] {
  const lines = measured.filter(({ where }) => where.startsWith(`${room}/`)).map((one) => one.lines);
  return [quantile(lines, 0.5), quantile(lines, 0.9), Math.max(0, ...lines)];
}

it.each(ROOMS)(
  "half of the functions of %s have at most 10 lines of code, nine in ten at most 35, none over 60",
  (room) => {
    const [median, ninth, greatest] = spread(functions, room);
    console.info(
      `${room}: functions ${median} / ${ninth} / ${greatest}, files ${spread(files, room).join(" / ")} lines`,
    );
    expect(greatest, JSON.stringify(functions.filter(({ lines }) => lines > 60))).toBeLessThanOrEqual(60);
    expect([median <= 10, ninth <= 35], `${median}, ${ninth}`).toEqual([true, true]);
  },
);

it("half of all files have at most 70 lines, none over 300", () => {
  expect(files.filter(({ lines }) => lines > 300)).toEqual([]);
  expect(
    quantile(
      files.map(({ lines }) => lines),
      0.5,
    ),
  ).toBeLessThanOrEqual(70);
});

it("no source holds an `any` or an unexplained suppression", () => {
  const offenders = sourceFiles().flatMap((path) => {
    const file = parseFile(path);
    const code = withoutComments(file).split("\n");
    const lines = file.text.split("\n").map((line, index) => `${/biome-ignore|@ts-/u.test(line) ? line : code[index]}`);
    return lines
      .map((line, index) => ({ line, where: `${path}:${index + 1}` }))
      .filter(({ line }) =>
        /@ts-(ignore|nocheck|expect-error)|: any\b|\bas (?:any|never|unknown as)\b|biome-ignore[^:]*:\s*$|biome-ignore[^:]*$/u.test(
          line,
        ),
      )
      .map(({ where }) => where);
  });
  expect(offenders).toEqual([]);
});
