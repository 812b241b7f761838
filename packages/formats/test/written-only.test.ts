import { readArticle } from "@stele/formats";
import { describe, expect, it } from "vitest";

describe("a file that Stele only writes", () => {
  const XLIFF = '<?xml version="1.0"?>\n<xliff version="1.2"><file><body/></file></xliff>';
  it.each([
    ["news.xlf", XLIFF, "xliff"],
    ["news.xliff", XLIFF, "xliff"],
    ["news.txt.bak", XLIFF, "xliff"],
    ["memory.tmx", '<?xml version="1.0"?><tmx version="1.4"/>', "tmx"],
    ["rows.csv", "en,ko\nA.,가.", "csv"],
    ["rows.tsv", "A.\t가.", "tsv"],
    ["rows.jsonl", '{"en":"A."}', "jsonl"],
    ["news.ladder", "[0]:[0]:0.9", "sentalign"],
  ])("%s is refused by name, unless it is wanted as it stands", async (name, content, format) => {
    const bytes = new TextEncoder().encode(content);
    const hint = expect.stringContaining("--input-format text");
    await expect(readArticle(bytes, { name })).rejects.toMatchObject({ code: "format-unknown", hint });
    await expect(readArticle(bytes, { name })).rejects.toThrow(`${name} is ${format}, `);
    expect((await readArticle(bytes, { name, format: "text" })).text).toBe(content);
  });

  it("is no file that merely speaks of one", async () => {
    const text = "A <tmx> element stands at the top of a memory.";
    expect((await readArticle(new TextEncoder().encode(text), { name: "essay" })).text).toBe(text);
  });
});
