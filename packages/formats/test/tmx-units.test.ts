import { readTmx, writeTmxUnits } from "@stele/formats";
import { describe, expect, it } from "vitest";

const UNITS = [
  {
    source: { language: "en", text: "Rain & wind." },
    target: { language: "ko", text: "비와 바람." },
    standing: "human",
  },
  {
    source: { language: "ko", text: "배가 떠났다." },
    target: { language: "zh-Hans", text: "船开走了。" },
    standing: "corrected",
    score: 0.9,
  },
] as const;

describe("a translation memory as TMX", () => {
  it("comes back as it was, unit by unit", async () => {
    const read = [];
    for await (const { source, target, standing } of readTmx([...writeTmxUnits(UNITS, {})].join(""), { name: "tm" })) {
      read.push({ source, target, standing });
    }
    expect(read).toEqual(UNITS.map(({ source, target, standing }) => ({ source, target, standing })));
  });

  it("is made as it is asked for", () => {
    function* endless(): Iterable<(typeof UNITS)[number]> {
      for (;;) yield UNITS[0];
    }
    const [header, open] = writeTmxUnits(endless(), {});
    expect([header?.includes('srclang="*all*"'), open?.includes("<tu ")]).toEqual([true, true]);
  });
});
