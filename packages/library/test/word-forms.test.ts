import { openLibrary } from "@stele/library";
import { describe, expect, it } from "vitest";
import { newFile } from "./sample.ts";

const FAMILIES = [
  ["bridge", "bridges", "bridged", "bridging"],
  ["plan", "plans", "planned", "planning"],
  ["visit", "visits", "visited", "visiting"],
  ["admit", "admits", "admitted", "admitting"],
  ["study", "studies", "studied", "studying"],
  ["play", "plays", "played", "playing"],
  ["agree", "agrees", "agreed", "agreeing"],
  ["box", "boxes"],
  ["hero", "heroes"],
  ["city", "cities"],
  ["large", "larger", "largest"],
  ["happy", "happier", "happiest"],
  ["big", "bigger", "biggest"],
  ["go", "goes", "went", "gone", "going"],
  ["child", "children"],
  ["be", "is", "were"],
  ["have", "has", "had", "having"],
  ["lie", "lies", "lay", "lain", "lying"],
  ["leave", "leaves", "left", "leaving"],
  ["leaf", "leaves"],
  ["freeze", "freezes", "froze", "frozen", "freezing"],
  ["forsake", "forsakes", "forsook", "forsaken", "forsaking"],
  ["strive", "strives", "strove", "striven", "striving"],
  ["quit", "quits", "quitting"],
  ["foot", "feet"],
  ["wolf", "wolves"],
  ["fungus", "fungi"],
  ["criterion", "criteria"],
  ["good", "better", "best"],
] as const;

/** Words that only look like forms of the first one. */
const STRANGERS = [
  ["plan", "plane", "planes", "planed", "planet"],
  ["planes", "plan", "plans", "planned"],
  ["hop", "hope", "hoping"],
  ["work", "worker", "workshop"],
  ["number", "numb"],
  ["bus", "bu", "busy"],
  ["spring", "spr"],
  ["need", "ne"],
  ["feet", "footing"],
  ["best", "goods"],
  ["left", "leaf"],
] as const;

describe("English words", () => {
  const library = openLibrary({ file: newFile() });
  const words = new Set([...FAMILIES, ...STRANGERS].flat());
  const source = (text: string) => ({ language: "en", text }) as const;
  const target = { language: "ko", text: "말" } as const;
  library.memory.add(
    [...words].map((word) => ({ source: source(word), target, standing: "human" as const })),
    "words",
  );
  const found = (query: string): readonly string[] => library.concordance({ query }).map(({ text }) => text);

  it.each(FAMILIES.map((family) => [family[0], family] as const))("%s is found from each of its forms", (_, family) => {
    for (const word of family) expect([word, found(word)]).toEqual([word, expect.arrayContaining([...family])]);
  });

  it.each(STRANGERS.map(([word, ...others]) => [word, others] as const))("%s is none of %j", (word, others) => {
    const hits = found(word);
    expect(hits).toContain(word);
    for (const other of others) expect(hits).not.toContain(other);
  });
});
