import { readFileSync } from "node:fs";
import { readArticle, writeText } from "@stele/formats";
import { sampleBitext, sampleSide } from "@stele/formats/testing";
import { expect, it } from "vitest";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("the README's example gives what it shows", async () => {
  const file = new TextEncoder().encode("# Rain\n\nIt *rained* all night.\n");
  const { text, blocks, marks } = await readArticle(file, { name: "rain.md" });
  expect(blocks.map(({ kind }) => kind)).toEqual(["title", "paragraph"]);
  expect(marks).toEqual([{ kind: "emphasis", start: 9, end: 15 }]);
  expect(README).toContain("marks: emphasis, 9 to 15");
  expect(README).toContain(`// ${JSON.stringify(text)}; blocks: title, paragraph`);
  const bitext = sampleBitext(sampleSide("en", text.split("\n\n")), sampleSide("ko", ["비", "밤새 비가 내렸다."]));
  expect(README).toContain(`\`\`\`\n${writeText(bitext, "markdown")}\`\`\``);
});
