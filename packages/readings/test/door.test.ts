import * as door from "@stele/readings";
import { expect, it } from "vitest";

it("exports exactly these names", () => {
  expect(Object.keys(door).sort()).toEqual([
    "CEDICT_ATTRIBUTION",
    "hanjaReadings",
    "openDictionary",
    "pinyin",
    "romanise",
    "suggestHanja",
    "toSimplified",
    "toTraditional",
  ]);
});
