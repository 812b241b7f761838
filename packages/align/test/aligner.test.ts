import { createAligner, figures, lengthPrior } from "@stele/align";
import { checkBeads } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const aligner = createAligner();

describe("alignment without vectors", () => {
  it("puts a split sentence back together by length and figures", async () => {
    const source = [
      "The council met on Monday.",
      "It spent 1.5 million dollars on 12 bridges, said Ms Kim, who leads it.",
    ];
    const target = ["시의회는 월요일에 열렸다.", "다리 12개에 150만 달러를 썼다.", "의장인 김 씨가 그렇게 말했다."];
    const { beads, evidence } = await aligner.align(source, target, { source: "en", target: "ko" });
    expect(beads.map((bead) => [bead.source, bead.target])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 2],
        [1, 3],
      ],
    ]);
    expect(evidence).toEqual(["length", "anchors"]);
  });

  it("holds every sentence of any text in exactly one bead", async () => {
    const side = fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(side, side, async (source, target) => {
        const { beads } = await aligner.align(source, target, { source: "en", target: "zh-Hans" });
        checkBeads(beads, { source: source.length, target: target.length });
      }),
      { numRuns: 40 },
    );
  });
});

describe("figures", () => {
  it.each([
    ["It cost 1.5 million dollars.", ["1500000"]],
    ["150만 달러가 들었다.", ["1500000"]],
    ["花费一百五十万美元。", ["1500000"]],
    ["１２３명, 1,234명", ["123", "1234"]],
    ["3억 5000만 원", ["350000000"]],
    ["二〇二四年", ["2024"]],
    ["1.2亿元", ["120000000"]],
    ["no figure", []],
    ["3천5백만 명이 보았다", ["35000000"]],
    ["1억 4천 2백만 원", ["142000000"]],
    ["2만3456채, 5천억 원", ["23456", "500000000000"]],
    ["1亿4200万人", ["142000000"]],
    ["耗资3.6万亿元，其中十五万亿", ["3600000000000", "15000000000000"]],
    ["3억 5천만 원과 2조 원", ["350000000", "2000000000000"]],
  ])("of %j are %j", (text, values) => {
    expect(figures(text)).toEqual(values);
  });
});

describe("the length prior", () => {
  it("is one for both Chinese scripts and inverts with the direction", () => {
    expect(lengthPrior("en", "zh-Hans")).toEqual(lengthPrior("en", "zh-Hant"));
    expect(lengthPrior("ko", "en").ratio * lengthPrior("en", "ko").ratio).toBeCloseTo(1);
  });
});
