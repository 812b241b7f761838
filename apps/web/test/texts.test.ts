import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resources, UI_LANGUAGES } from "@stele/messages";
import { describe, expect, it } from "vitest";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

/** Every key of the page's texts with its English text. */
function leavesOf(tree: object, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${prefix}.${name}`, value] as const] : leavesOf(value, `${prefix}.${name}`),
  );
}

/** Every key that the sources ask for, as a pattern: `page.theme.${name}` asks for all below `page.theme`. */
function askedFor(): readonly RegExp[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/u.test(name));
  const code = files.map((name) => readFileSync(`${SOURCE}${name}`, "utf8")).join("\n");
  const keys = [...code.matchAll(/["`](page\.[\w.${}-]+)["`]/gu)].map(([, key = ""]) => key);
  return [...new Set(keys)].map(
    (key) =>
      new RegExp(
        `^${key
          .replace(/\$\{[\w.]+\}/gu, "*")
          .replaceAll(".", "\\.")
          .replaceAll("*", "[\\w-]+")}$`,
        "u",
      ),
  );
}

describe("the page's texts", () => {
  const leaves = leavesOf(resources.en.translation.page, "page");

  it("are all used", () => {
    const asked = askedFor();
    expect(leaves.map(([key]) => key).filter((key) => !asked.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it.each(UI_LANGUAGES)("in %s have the same keys and the same places for values", (language) => {
    const own = new Map(leavesOf(resources[language].translation.page, "page"));
    const valuesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name).sort();
    for (const [key, english] of leaves) {
      const text = own.get(key);
      expect(text?.trim(), key).toBeTruthy();
      expect(valuesIn(text ?? ""), key).toEqual(valuesIn(english));
    }
  });
});
