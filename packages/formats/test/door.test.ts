import { readArticle, writeText } from "@stele/formats";
import { createArticle, createBitext, type LanguageTag } from "@stele/model";
import { describe, expect, it } from "vitest";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const side = (language: LanguageTag, text: string) => ({
  article: createArticle({ language, text, blocks: [{ kind: "paragraph", start: 0, end: text.length }] }),
  sentences: [{ start: 0, end: text.length, block: 0 }],
  provenance: { origin: { kind: "file" as const, name: "a.txt" }, standing: "human" as const },
});
const bitext = createBitext({
  source: side("en", "Rain fell."),
  target: side("ko", "비가 내렸다."),
  beads: [{ source: [0, 1], target: [0, 1], score: 0.9, lowScore: false }],
});

describe("the door", () => {
  it("reads Markdown as prose with the places it stood at", async () => {
    const file = "# Rain *fell*\n\nIt was **wet**.\n\n- one\n";
    const { text, blocks, title } = await readArticle(bytes(file), { name: "a.md" });
    expect(text).toBe("Rain fell\n\nIt was wet.\n\none");
    expect(title).toBe("Rain fell");
    expect(blocks.map(({ kind, origin }) => [kind, file.slice(origin?.start, origin?.end)])).toEqual([
      ["title", "# Rain *fell*"],
      ["paragraph", "It was **wet**."],
      ["list", "one"],
    ]);
  });

  it("writes a bitext as TSV", () => {
    expect(writeText(bitext, "tsv")).toBe("en\tko\tscore\nRain fell.\t비가 내렸다.\t0.900\n");
  });
});
