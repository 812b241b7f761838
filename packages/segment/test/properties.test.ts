import { LANGUAGE_TAGS, type LanguageTag } from "@stele/model";
import { segment } from "@stele/segment";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLoss } from "./lossless.ts";
import { readTable, TABLES } from "./tables.ts";

/** Pieces that the rules look at, so that random texts reach them. */
const PIECES = [
  ..."aZ9.!?…。！？,;:()[]{}<>\"'“”‘’「」『』《》（）【】-–—*_=#~^ㅋㅠ다요음임까\u3000 \n\r\t\u2028",
  "Mr. ",
  "U.S. ",
  "e.g. ",
  "Ph.D. ",
  "9 a.m. ",
  "J. ",
  "1. ",
  "2) ",
  "[4]",
  " -- ",
  "했다. ",
  "했어요 ",
  "라고 ",
  "说",
  "“你好。”",
  "\u1112\u1161\u11ab",
  "\ud83d\ude00",
  "\ud800",
  "e\u0301",
  "\r\n\r\n",
  "http://a.b/c.d ",
  "(Yonhap)",
  "date 2020-02-20\n\n",
  "（完）",
  "> ",
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));
const anyText = fc.oneof(text, fc.string({ unit: "binary", maxLength: 200 }));
const options = fc.record({
  language: fc.constantFrom<LanguageTag | "auto">(...LANGUAGE_TAGS, "auto"),
  quotations: fc.constantFrom("split" as const, "whole" as const),
  lines: fc.constantFrom("join" as const, "break" as const),
  keepTogether: fc.constantFrom([], ["다. 요"], [". ", "a Z"]),
});

describe("segment loses nothing", () => {
  it("holds every character that is not blank in exactly one sentence, for any text and any options", () => {
    fc.assert(
      fc.property(anyText, options, (input, chosen) => {
        expect(findLoss(input, segment(input, chosen))).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });

  it("answers the same twice and never writes to its options", () => {
    fc.assert(
      fc.property(anyText, options, (input, chosen) => {
        const frozen = Object.freeze({ ...chosen, keepTogether: Object.freeze(chosen.keepTogether) });
        expect(segment(input, frozen)).toEqual(segment(input, frozen));
      }),
      { numRuns: 200 },
    );
  });

  it("finds the same boundaries whether or not they are explained", () => {
    fc.assert(
      fc.property(anyText, options, (input, chosen) => {
        const { explanations, ...explained } = segment(input, { ...chosen, explain: true });
        expect(explained).toEqual(segment(input, chosen));
        expect(explanations).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe("segment sees through the way a text is written", () => {
  it.each(readTable("ko").map((example) => [example.line, example] as const))(
    "segments decomposed Hangul like composed: %s",
    (_line, example) => {
      const decomposed = example.text.normalize("NFD");
      const found = segment(decomposed, { language: "ko" });
      expect(found.sentences.map(({ start, end }) => decomposed.slice(start, end).normalize("NFC"))).toEqual(
        example.sentences.map((sentence) => sentence.normalize("NFC")),
      );
      expect(findLoss(decomposed, found)).toBeUndefined();
    },
  );

  it.each(TABLES)(
    "finds the same sentences in the %s table with Windows line ends and blanks around",
    (name, language) => {
      for (const { text: plain, sentences } of readTable(name)) {
        const padded = `\ufeff  ${plain.replaceAll("\n", "\r\n")} \r\n`;
        const found = segment(padded, { language }).sentences.map(({ start, end }) => padded.slice(start, end));
        expect(found).toEqual(sentences.map((sentence) => sentence.replaceAll("\n", "\r\n")));
      }
    },
  );
});
