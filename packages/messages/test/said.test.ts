import { readdirSync, readFileSync } from "node:fs";
import { pageResources, resources } from "@stele/messages";
import { describe, expect, it } from "vitest";

const textsOf = (value: unknown, path = ""): string[] =>
  typeof value === "string"
    ? [path]
    : Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, path === "" ? key : `${path}.${key}`));

/** Where the keys of an area may be used. */
const USERS = {
  cli: ["apps/cli/src", "packages/messages/src"],
  page: ["apps/web/src", "packages/server/src"],
} as const;

describe("a text that nobody says", () => {
  it.each(["cli", "page"] as const)("does not exist: %s", (area) => {
    const sources = USERS[area].flatMap(readSources).join("\n");
    const templates = [...sources.matchAll(/`([a-z][\w.-]*\.(?:\$\{[^}]*\}[\w.-]*)+)`/g)].map(
      (match) =>
        new RegExp(
          `^${String(match[1])
            .replaceAll(".", "\\.")
            .replace(/\$\{[^}]*\}/g, "[^.]+")}$`,
        ),
    );
    const unused = textsOf(resources.en.translation[area], area).filter(
      (key) => !sources.includes(`"${key}"`) && !templates.some((template) => template.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

describe("a text that somebody says", () => {
  it.each([
    ["cli", resources],
    ["page", pageResources],
  ] as const)("exists: %s", (area, { en }) => {
    const known = new Set(textsOf(en.translation));
    const said = USERS[area]
      .flatMap(readSources)
      .flatMap((source) => [...source.matchAll(/\bt\(\s*"([a-z]+\.[\w.-]+)"/g)].map(([, key]) => String(key)));
    expect(said.filter((key) => !known.has(key))).toEqual([]);
    expect(said.length).toBeGreaterThan(20);
  });
});

describe("the reasons of errors", () => {
  const known = Object.keys(resources.en.translation.misuse);
  const rooms = readdirSync("packages").filter((name) => name !== "messages");
  const sources = ["apps/cli/src", ...rooms.map((room) => `packages/${room}/src`)].flatMap(readSources).join("\n");

  it("that have a text are given somewhere", () => {
    expect(known.filter((reason) => !sources.includes(`"${reason}"`))).toEqual([]);
  });

  it("that are given have a text", () => {
    const given = [...sources.matchAll(/\breason: "([\w-]+)"/g)].map(([, reason = ""]) => reason);
    expect(given.length).toBeGreaterThan(5);
    expect(given.filter((reason) => !known.includes(reason))).toEqual([]);
  });
});

function readSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
}
