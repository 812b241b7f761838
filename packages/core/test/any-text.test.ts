import { parallel } from "@stele/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Any text, with what makes sentences and blocks strewn in. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(". ", "。", "\n\n", "\r\n", "”", "1.5", "가", "말했다. ", "\ud83d"),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""))
  .filter((whole) => whole.trim() !== "" && /[\p{L}\p{N}]/u.test(whole));

describe("any text", () => {
  it("goes the whole way: no character is lost, every sentence stands in exactly one row", async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (english, korean) => {
        const { sides, rows } = await parallel(
          { text: english, language: "en" },
          { to: ["ko"], translations: [{ text: korean, language: "ko" }] },
        );
        for (const [index, { article, sentences }] of sides.entries()) {
          const said = sentences.map(({ start, end }) => article.text.slice(start, end)).join("");
          expect(said.replace(/\s/gu, "")).toBe([english, korean][index]?.replace(/\s/gu, ""));
          const held = rows.flatMap(({ runs }) => {
            const [from, to] = runs[index] ?? [0, 0];
            return Array.from({ length: to - from }, (_, offset) => from + offset);
          });
          expect(held).toEqual([...sentences.keys()]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
