import { toSimplified, toTraditional } from "@stele/readings";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("simplified and traditional characters", () => {
  it.each([
    ["头发", "頭髮"],
    ["发展", "發展"],
    ["以后", "以後"],
    ["皇后", "皇后"],
    ["面条", "麵條"],
    ["表面", "表面"],
    ["只有一只猫", "只有一隻貓"],
  ])("turns %s into %s by phrase, and back", async (simplified, traditional) => {
    expect((await toTraditional(simplified)).text).toBe(traditional);
    expect((await toSimplified(traditional)).text).toBe(simplified);
  });

  it("names each changed character by its span in the text given", async () => {
    expect((await toTraditional("他说OK。")).changes).toEqual([{ start: 1, end: 2, reading: "說" }]);
  });

  it("never moves a character: the changes put into the text are the text in the other script", async () => {
    const character = fc.oneof(
      fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom("a", " ", "한", "𠮷", "\n", "发展", "头发", "后"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(character, { maxLength: 30 }), fc.boolean(), async (characters, simplify) => {
        const text = characters.join("");
        const converted = await (simplify ? toSimplified(text) : toTraditional(text));
        let rebuilt = "";
        let done = 0;
        for (const { start, end, reading } of converted.changes) {
          rebuilt += text.slice(done, start) + reading;
          done = end;
        }
        expect(rebuilt + text.slice(done)).toBe(converted.text);
        expect([...converted.text]).toHaveLength([...text].length);
      }),
    );
  });
});
