import {
  type Bead,
  type Block,
  createArticle,
  createLongBitext,
  cutText,
  listOf,
  type Passage,
  passageLine,
  type Sentence,
  type Side,
  wholeBitext,
} from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const provenance = { origin: { kind: "file", name: "x.txt" }, standing: "machine" } as const;

/** One sentence a line, one block for every two sentences. */
function sideOf(language: "en" | "ko", lines: readonly string[]): Side {
  const sentences: Sentence[] = [];
  const blocks: Block[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    sentences.push({ start: at, end: at + line.length, block: index >> 1 });
    const start = blocks[index >> 1]?.start ?? at;
    blocks[index >> 1] = { kind: "paragraph", start, end: at + line.length };
    at += line.length + 1;
  }
  return { article: createArticle({ language, text: lines.join("\n"), blocks }), sentences, provenance };
}

/** A passage for every so many lines; a block may go on from one to the next. */
function passagesOf({ article, sentences }: Side, size: number): Passage[] {
  const starts = [...sentences.keys()].filter((index) => index % size === 0);
  return starts.map((first): Passage => {
    const own = sentences.slice(first, first + size);
    const [start, end] = [sentences[first - 1]?.end ?? 0, own.at(-1)?.end ?? 0];
    const beads = own.map((_, at): Bead => {
      const range = [first + at, first + at + 1] as const;
      return { source: range, target: range, score: 1, lowScore: false };
    });
    return {
      ...{ text: article.text.slice(start, end), start, first, sentences: own, beads, marks: [], overrides: {} },
      blocks: article.blocks.filter((block) => block.end > start && block.end <= end),
      pieces: beads.map(({ source, target }) => ({ source, target, verdict: "kept", reasons: [], attempts: 1 })),
    };
  });
}

const lines = fc.array(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/\s/gu, "·")),
  { minLength: 1, maxLength: 20 },
);
const target = { language: "ko", provenance } as const;

describe("createLongBitext", () => {
  it("knows of passages what a bitext knows of the whole", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 6 }), (texts, size) => {
        const [source, held] = [sideOf("en", texts), sideOf("ko", texts)];
        const passages = passagesOf(held, size);
        const long = createLongBitext({ source, target, passages });
        const whole = wholeBitext(long);
        expect(whole.target).toEqual({ ...held, overrides: {} });
        expect([whole.id, whole.target.article.id]).toEqual([long.id, long.target.id]);
        for (const count of [long.beads, long.target.sentences, long.counts.kept]) expect(count).toBe(texts.length);
        const shown = passages.flatMap((passage) =>
          passage.sentences.map((_, at) => passageLine(passage, passage.first + at)),
        );
        expect(shown).toEqual(texts);
      }),
    );
  });

  it("refuses passages that lost a sentence, a bead, a block or themselves", () => {
    const spoil = fc.constantFrom<(passages: Passage[], at: number) => Passage[]>(
      (passages, at) => passages.toSpliced(at, 1),
      (passages, at) => passages.map((one, index) => (index === at ? { ...one, beads: one.beads.slice(1) } : one)),
      (passages, at) =>
        passages.map((one, index) => (index === at ? { ...one, sentences: one.sentences.slice(1) } : one)),
      (passages) => passages.map((one, index) => (index === passages.length - 1 ? { ...one, blocks: [] } : one)),
    );
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 6 }), fc.tuple(spoil, fc.nat()), (texts, size, spoiling) => {
        const [damage, seed] = spoiling;
        const passages = passagesOf(sideOf("ko", texts), size);
        const spoilt = damage(passages, seed % passages.length);
        expect(() => createLongBitext({ source: sideOf("en", texts), target, passages: spoilt })).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^(?:beads|offsets)-invalid$/) }),
        );
      }),
    );
  });

  it("refuses a translation into the language of the source", () => {
    const passages = passagesOf(sideOf("ko", ["비."]), 1);
    const draft = { source: sideOf("en", ["Rain."]), target: { ...target, language: "en" }, passages } as const;
    expect(() => createLongBitext(draft)).toThrow(expect.objectContaining({ code: "language-same" }));
  });

  it("refuses a sentence that names a block which is not there, however far", () => {
    const [passage] = passagesOf(sideOf("ko", ["비."]), 1);
    for (const block of [7, 0.5, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
      const spoilt = passage === undefined ? [] : [{ ...passage, sentences: [{ start: 0, end: 2, block }] }];
      expect(() => createLongBitext({ source: sideOf("en", ["Rain."]), target, passages: spoilt })).toThrow(
        expect.objectContaining({ code: "offsets-invalid" }),
      );
    }
  });
});

it("a list of passages is gone through as often as it is asked for", () => {
  const beads = listOf(passagesOf(sideOf("ko", ["비.", "눈.", "해."]), 2), "beads");
  expect([[...beads].length, [...beads].length]).toEqual([3, 3]);
});

it("a text is cut without loss, and never inside a character", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-composite", maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (text, length) => {
        const pieces = [...cutText(text, length)];
        expect(pieces.join("")).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(length + 1);
          expect(() => encodeURIComponent(piece)).not.toThrow();
        }
      },
    ),
  );
});
