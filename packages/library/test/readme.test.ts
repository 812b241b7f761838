import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { openLibrary } from "@stele/library";
import { expect, it } from "vitest";
import { newFile, pair, side } from "./sample.ts";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("the README's example gives what it shows", () => {
  const library = openLibrary({ file: newFile() });
  library.saveBitext(pair(side("en", ["Rain", "It rained all night."]), side("ko", ["비", "밤새 비가 내렸다."])));
  const texts = library.texts().map(({ title, languages, sentences }) => ({ title, languages, sentences }));
  expect(README).toContain(inspect(texts, { breakLength: 120, compact: 3 }));
  const query = { text: "It rained all day.", source: "en", target: "ko", minScore: 0.75, limit: 1 } as const;
  expect(README).toContain(inspect(library.memory.find(query)));
  library.close();
});
