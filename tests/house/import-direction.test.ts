import { expect, it } from "vitest";
import { importsOf, parseFile, sourceFiles } from "./sources.ts";

/** What each room may import: the table of rooms in docs/architecture.md. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "packages/model": [],
  "packages/segment": ["model"],
  "packages/align": ["model"],
  "packages/translate": ["model"],
  "packages/formats": ["model"],
  "packages/library": ["model"],
  "packages/messages": [],
  "packages/readings": ["model"],
  "packages/core": ["model", "segment", "align", "translate", "formats", "library", "readings"],
  "packages/server": ["core", "messages"],
  "apps/cli": ["core", "server", "messages"],
  "apps/web": ["core", "messages"],
};

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
  return file.split("/").slice(0, 2).join("/");
}

it("every import between packages goes to a room that the importing room may use", () => {
  const found = crossings();
  const forbidden = found.filter(({ file, specifier }) => {
    const allowed = ROOMS[roomOf(file)] ?? [];
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
