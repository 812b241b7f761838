import { posix } from "node:path";
import { expect, it } from "vitest";
import { importsOf, parseFile, readProjectFile, sourceFiles } from "./sources.ts";

/** What each room may import, as the table of rooms in docs/architecture.md says it. */
const ROOMS = readRooms(readProjectFile("docs/architecture.md"));

/** Lines of the table: two blanks, the room, what it is, and behind two blanks or more what it imports. */
function readRooms(page: string): ReadonlyMap<string, readonly string[]> {
  const table = page.slice(page.indexOf("```\npackages/"), page.indexOf("tests/  "));
  const rooms = new Map<string, readonly string[]>();
  for (const [, room = "", imports = ""] of table.matchAll(/^ {2}([a-z]+) .* {2,}([a-z][^\n]*)$/gm)) {
    const others = [...rooms.keys()].filter((name) => name !== "messages");
    const named = imports.replace(/ \([^)]*\)/g, "").split(", ");
    rooms.set(room, imports.endsWith("nothing") ? [] : imports.startsWith("all of the above") ? others : named);
  }
  return rooms;
}

interface Crossing {
  readonly file: string;
  readonly specifier: string;
}

function crossings(): readonly Crossing[] {
  return sourceFiles().flatMap((file) =>
    importsOf(parseFile(file))
      .filter((specifier) => specifier.startsWith("@stele/"))
      .map((specifier) => ({ file, specifier })),
  );
}

function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}

it("every room stands in the table of rooms, and no other", () => {
  expect([...ROOMS.keys()].toSorted()).toEqual([...new Set(sourceFiles().map(roomOf))].toSorted());
});

it("every room that may be imported is imported", () => {
  const used = new Set(crossings().map(({ file, specifier }) => `${roomOf(file)} ${specifier.split("/")[1]}`));
  const unused = [...ROOMS].flatMap(([room, allowed]) => allowed.map((name) => `${room} ${name}`));
  expect(unused.filter((pair) => !used.has(pair))).toEqual([]);
});

it("every import between packages goes to a room that the importing room may use", () => {
  const found = crossings();
  const forbidden = found.filter(({ file, specifier }) => {
    const allowed = ROOMS.get(roomOf(file)) ?? [];
    return !allowed.includes(specifier.split("/")[1] ?? "");
  });
  expect(found.length).toBeGreaterThan(0);
  expect(forbidden).toEqual([]);
});

it("no file reaches into another package by a path", () => {
  const outside = sourceFiles().filter((file) => {
    const depth = file.split("/").length - 3;
    const tooHigh = "../".repeat(depth);
    return importsOf(parseFile(file)).some((specifier) => specifier.startsWith(`${tooHigh}../`));
  });
  expect(outside).toEqual([]);
});

it("the browser's rooms use no Node API, and neither does the browser door of core", () => {
  const browserSafe =
    /^packages\/(model|segment|align|formats|messages|readings)\/|^packages\/core\/src\/(?!node\/)|^apps\/web\//;
  const offenders = sourceFiles()
    .filter((file) => browserSafe.test(file))
    .filter((file) => importsOf(parseFile(file)).some((specifier) => specifier.startsWith("node:")));
  expect(offenders).toEqual([]);
});

it("the page and the browser door never reach the Node door", () => {
  const offenders = sourceFiles()
    .filter((file) => /^apps\/web\/|^packages\/core\/src\/(?!node\/)/.test(file))
    .filter((file) =>
      importsOf(parseFile(file)).some((specifier) =>
        /^@stele\/(core\/node|library|translate\/engines)/.test(specifier),
      ),
    );
  expect(offenders).toEqual([]);
});

it("no files stand in a circle of imports, of types neither", () => {
  const files = sourceFiles();
  const imports = new Map(
    files.map((file) => {
      const near = importsOf(parseFile(file)).filter((specifier) => specifier.startsWith("."));
      return [file, near.map((specifier) => posix.join(posix.dirname(file), specifier))] as const;
    }),
  );
  expect(files.filter((file) => reachable(imports, file).has(file))).toEqual([]);
});

/** Every file that `file` imports, and what those import. */
function reachable(imports: ReadonlyMap<string, readonly string[]>, file: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const imported of imports.get(next) ?? []) {
      if (!found.has(imported)) open.push(imported);
      found.add(imported);
    }
  }
  return found;
}
