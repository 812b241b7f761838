import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAligner } from "../src/aligner.ts";
import { openQuotations } from "../src/lattice/open-quotations.ts";
import { vectorsFile } from "./vectors-file.ts";

describe("a quotation", () => {
  it("is open until its mark comes, whichever marks a text writes", () => {
    const written = [
      ['"The tide was late.', "We waited.", 'Then it came," she said.', "It was noon."],
      ["그는 “물때가 늦었다.", "우리는 기다렸다.", "그러다 왔다.”라고 했다.", "정오였다."],
      ["她说：「潮来得晚。", "我们等着。", "后来它来了。」", "那是中午。"],
      ['她说："潮来得晚。', "我们等着。", '后来它来了。"', "那是中午。"],
    ];
    for (const sentences of written) expect([...openQuotations(sentences)]).toEqual([1, 1, 0, 0]);
  });

  it("inside another leaves the other open", () => {
    expect([...openQuotations(["「他喊『快走』。", "我没有动。」"])]).toEqual([1, 0]);
  });

  it("of one sentence is over, however its plain marks stand beside commas", () => {
    expect([
      ...openQuotations(['"我们走，"他说，"现在就走。"', '"All fast," said Lamb, "all fast."', '5" pipe']),
    ]).toEqual([0, 0, 0]);
  });

  it("that nothing closes is over after a dozen sentences", () => {
    const open = openQuotations(['"It began.', ...Array.from({ length: 30 }, () => "It went on.")]);
    expect(open.lastIndexOf(1)).toBe(12);
  });

  it("is never open in a text without marks, and a closed one changes nothing behind it", () => {
    const plain = fc.array(fc.string({ unit: "grapheme" }).map((text) => text.replace(/["“”„‟「」『』]/gu, "")));
    fc.assert(
      fc.property(plain, plain, (before, behind) => {
        const open = openQuotations([...before, "“", ...before, "”", ...behind]);
        expect([...open.slice(0, before.length), ...open.slice(before.length * 2 + 1)]).not.toContain(1);
      }),
    );
  });
});

describe("a sentence of a quotation", () => {
  it("stays with the quotation where the other side has it in one, its speaker before it", async () => {
    const source = [
      "The ferry company opened its new pier on Sunday.",
      '"We waited a long winter for this pier.',
      'My father mended nets here," said the harbour master, Odile Brandt.',
      "Tickets cost four dollars until June.",
    ];
    const target = [
      "轮渡公司周日启用了新码头。",
      "港务长奥迪尔·布兰特说：“为了这座码头，我们等了一个漫长的冬天。我父亲当年就在这里补渔网。”",
      "六月之前，票价为四美元。",
    ];
    const { beads } = await createAligner({ vectors: vectorsFile() }).align(source, target, {
      source: "en",
      target: "zh-Hans",
    });
    expect(beads.map((bead) => `${bead.source.join("–")} ${bead.target.join("–")}`)).toEqual([
      "0–1 0–1",
      "1–3 1–2",
      "3–4 2–3",
    ]);
  });
});
