import { checkBeads } from "@stele/model";
import { glossaryHash, translateArticle } from "@stele/translate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spansOf } from "../src/engines/local/byte-ranges.ts";
import { packTexts } from "../src/packing.ts";
import { article } from "./support/article.ts";
import { toKorean } from "./support/collect.ts";
import { createScriptedEngine } from "./support/scripted-engine.ts";
import { TOOLS } from "./support/tools.ts";

const blocks = fc.array(
  fc
    .array(fc.stringMatching(/^[A-Z][a-z]{1,6}( [a-z\d]{1,6}){0,5}\.$/u), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(" ")),
  { minLength: 1, maxLength: 4 },
);
/** Anything that an engine might say. */
const answer = fc.oneof(
  fc.constant(""),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.stringMatching(/^([가-힣]{1,6} ?){1,5}\.( ([가-힣]{1,5} ?){1,4}\.){0,2}$/u),
  fc.stringMatching(/^<x[12]>?[가-힣]{1,4}<\/?x1>$/u),
);

describe("whatever an engine answers", () => {
  it.each(["sentence", "paragraph"] as const)(
    "every sentence of both sides stands in exactly one bead, in order (%s mode)",
    async (unit) => {
      await fc.assert(
        fc.asyncProperty(blocks, fc.infiniteStream(answer), async (texts, stream) => {
          const source = article(...texts);
          const engine = createScriptedEngine(() => stream.next().value ?? "");
          const translated = await translateArticle(source, {
            engine,
            target: "ko",
            tools: TOOLS,
            unit,
          });
          checkBeads(translated.beads, { source: source.sentences.length, target: translated.sentences.length });
          const { pieces, counts } = translated.report;
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(pieces.length);
          for (const { start, end, block } of translated.sentences) {
            const inside = translated.article.blocks[block];
            expect(inside !== undefined && inside.start <= start && end <= inside.end && start < end).toBe(true);
          }
        }),
        { numRuns: 150 },
      );
    },
  );
});

describe("packing", () => {
  it("keeps every text, in order, within the limits, and one too large alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 10, max: 60 }),
        (sizes, textsPerRequest, bytesPerRequest) => {
          const texts = sizes.map((size) => "a".repeat(size));
          const requestBytes = ({ texts: sent }: { readonly texts: readonly string[] }) => 5 + sent.join("").length;
          const packs = packTexts(toKorean(texts), { textsPerRequest, bytesPerRequest, concurrency: 1, requestBytes });
          expect(packs.flat()).toEqual([...texts.keys()]);
          for (const pack of packs) {
            expect(pack.length).toBeLessThanOrEqual(textsPerRequest);
            const bytes = requestBytes({ texts: pack.map((index) => texts[index] ?? "") });
            expect(pack.length === 1 || bytes <= bytesPerRequest).toBe(true);
          }
        },
      ),
    );
  });
});

describe("ranges of bytes", () => {
  it("become the same stretch of text in code units", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (text, one, two) => {
        const characters = [...text];
        const [from, to] = [one, two].map((at) => at % (characters.length + 1)).sort((a, b) => a - b);
        const before = characters.slice(0, from).join("");
        const inside = characters.slice(from, to).join("");
        const begin = Buffer.byteLength(before);
        const [span] = spansOf(text, [{ begin, end: begin + Buffer.byteLength(inside) }]);
        expect(text.slice(span?.start, span?.end)).toBe(inside);
      }),
    );
  });
});

describe("a glossary's hash", () => {
  const terms = fc.array(fc.record({ source: fc.string(), target: fc.string() }));

  it("does not depend on order or repetition", () => {
    fc.assert(
      fc.property(terms, (all) => {
        const other = { terms: [...all, ...all].reverse() };
        expect(glossaryHash(other)).toBe(glossaryHash({ terms: all }));
      }),
    );
  });

  it("depends on every term", () => {
    fc.assert(
      fc.property(terms, fc.string({ minLength: 1 }), (all, more) => {
        const added = { source: `${all.map(({ source }) => source).join("")}${more}`, target: more };
        expect(glossaryHash({ terms: [...all, added] })).not.toBe(glossaryHash({ terms: all }));
      }),
    );
  });
});
