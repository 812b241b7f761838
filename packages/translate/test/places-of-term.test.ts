import { placesOfTerm } from "@stele/translate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("the places of a term", () => {
  it.each([
    ["ferry", "The ferries wait for one ferry's captain.", ["ferries", "ferry's"]],
    ["relief valve", "Relief Valves leak.", ["Relief Valves"]],
    ["valves", "A valve leaks.", ["valve"]],
    ["GPS", "two GPSs, not GPSX", ["GPSs"]],
    ["news", "new shoes, old news", ["news"]],
    ["HW-220", "HW-2200 or HW-220?", ["HW-220"]],
    ["art", "a party of the Arts", ["Arts"]],
    ["제비갈매기 다리", "제비갈매기다리를 건넜다.", ["제비갈매기다리"]],
    ["턴교", "턴교에서", ["턴교"]],
    ["大桥", "燕鸥大桥的大桥", ["大桥", "大桥"]],
    ["C++ (draft)", "our C++ (draft) here", ["C++ (draft)"]],
  ])("%s in %j", (term, text, expected) => {
    expect(placesOfTerm(text, term).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it("hold a term that stands between blanks, whatever it is made of", () => {
    const term = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => text === text.trim() && !/\s{2}|[^\S ]/u.test(text));
    fc.assert(
      fc.property(term, (one) => {
        expect(placesOfTerm(`- ${one} -`, one).length).toBeGreaterThan(0);
      }),
    );
  });
});
