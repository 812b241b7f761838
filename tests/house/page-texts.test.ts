import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resources } from "@stele/messages";
import { expect, it } from "vitest";
import { ROOT } from "./sources.ts";

it.each(["en", "ko", "zh"] as const)("no part of the built page loads the command line's texts in %s", (language) => {
  const assets = join(ROOT, "apps/web/dist/assets");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const { cli, page } = resources[language].translation;
  const holding = (text: string): readonly string[] =>
    scripts.filter((name) => readFileSync(join(assets, name), "utf8").includes(text));
  expect(holding(page.add.drop)).not.toEqual([]);
  expect(holding(cli.say.emptyLibrary)).toEqual([]);
});
