import type { InlineMark, InlineMarkKind } from "@stele/model";
import { aroundEngine, translateArticle } from "@stele/translate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMarks } from "../src/article/find-marks.ts";
import { article } from "./support/article.ts";
import { createScriptedEngine } from "./support/scripted-engine.ts";
import { TOOLS } from "./support/tools.ts";

/** A text in which brackets stand for marks: `[strong:words]`. */
function marked(written: string): { readonly text: string; readonly marks: readonly InlineMark[] } {
  const marks: InlineMark[] = [];
  let text = "";
  for (const [all, kind, words] of written.matchAll(/\[(\w+):([^\]]*)\]|[^[]+/gu)) {
    const start = text.length;
    text += words ?? all;
    if (kind !== undefined) marks.push({ kind: kind as InlineMarkKind, start, end: text.length });
  }
  return { text, marks };
}

const TERMS = [{ source: "the old mill", target: "옛 방앗간" }];

function found(written: string, translation: string) {
  const { marks, lost } = findMarks(marked(written), translation, TERMS);
  return { words: marks.map(({ kind, start, end }) => [kind, translation.slice(start, end)]), lost };
}

describe("a mark whose tags did not travel", () => {
  it.each([
    ["over all of a sentence", "[strong:Everybody came.]", "모두 왔다.", ["strong", "모두 왔다."]],
    ["over all but the full stop", "[emphasis:Everybody came].", "모두 왔다.", ["emphasis", "모두 왔다"]],
    [
      "over a name as it is",
      "Ask [link:Stele Press] today.",
      "오늘 Stele Press에 물어보세요.",
      ["link", "Stele Press"],
    ],
    ["over code", "Type [code:a < b] here.", "여기에 a < b를 입력하세요.", ["code", "a < b"]],
    [
      "over a term",
      "They saw [strong:the old mill] there.",
      "그들은 거기서 옛 방앗간을 보았다.",
      ["strong", "옛 방앗간"],
    ],
    ["of a note at the end", "It was late.[footnote:]", "늦었다.", ["footnote", ""]],
  ] as const)("%s has its place", (...[, written, translation, expected]) => {
    expect(found(written, translation)).toEqual({ words: [expected], lost: 0 });
  });

  it("takes, of equal words, those in the same place", () => {
    const { marks } = findMarks(marked("X1 is not [strong:X1] but X2."), "X1은 X1이 아니라 X2다.", []);
    expect(marks[0]?.start).toBe(4);
  });

  it.each([
    ["whose words are translated", "They saw [strong:a boat] there.", "그들은 거기서 배를 보았다."],
    ["whose words stand there oftener", "Ask [link:ABC] now.", "ABC 말고 ABC에 물어보세요."],
    ["whose words are part of a longer one", "Take [strong:Rio] home.", "Riot을 집에 가져가세요."],
    ["of a note in the middle", "It was[footnote:] late then.", "그때는 늦었다."],
  ])("%s has none, and that is counted", (_, written, translation) => {
    expect(found(written, translation)).toEqual({ words: [], lost: 1 });
  });

  it("never leaves the translation, and marks never cross", () => {
    const word = fc.constantFrom("a", "b", "ab", "비", ".", " ");
    const texts = fc.array(word, { maxLength: 12 }).map((words) => words.join(""));
    const spans = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, spans, (text, translation, places) => {
        const marks = places.map(([a, b]): InlineMark => {
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          return { kind: "strong", start, end };
        });
        const result = findMarks({ text, marks }, translation, []);
        expect(result.marks.length + result.lost).toBe(marks.length);
        for (const [index, { start, end }] of result.marks.entries()) {
          expect(0 <= start && start <= end && end <= translation.length).toBe(true);
          for (const later of result.marks.slice(index + 1)) expect(later.start >= end || later.end <= end).toBe(true);
        }
      }),
    );
  });
});

describe("what the memory answers", () => {
  it("has its marks again where their place is certain, and says which sentences lost some", async () => {
    const plain = article("The harbour of Velm is closed. Take the small ferry.");
    const { text } = plain.article;
    const mark = (words: string, kind: InlineMarkKind): InlineMark => {
      return { kind, start: text.indexOf(words), end: text.indexOf(words) + words.length };
    };
    const marks = [mark("Velm", "link"), mark("small", "emphasis")];
    const known: Readonly<Record<string, string>> = {
      "The harbour of Velm is closed.": "Velm 항구는 문을 닫았다.",
      "Take the small ferry.": "작은 배를 타세요.",
    };
    const lookup = {
      find: (query: { readonly text: string }) => {
        const target = known[query.text];
        return target === undefined ? [] : [{ source: query.text, target, score: 1, standing: "human" as const }];
      },
    };
    const inner = createScriptedEngine(() => new Error("nothing is asked"));
    const engine = aroundEngine(inner, { memoryLookup: lookup });
    const result = await translateArticle({ ...plain, marks }, { engine, target: "ko", tools: TOOLS });
    expect(inner.requests).toEqual([]);
    expect(result.marks.map(({ kind, start, end }) => [kind, result.article.text.slice(start, end)])).toEqual([
      ["link", "Velm"],
    ]);
    expect(result.report.pieces.map(({ verdict, reasons }) => [verdict, ...reasons])).toEqual([
      ["kept"],
      ["kept", "marks-lost"],
    ]);
    expect(result.beads.some(({ lowScore }) => lowScore)).toBe(false);
  });
});
