import { createAligner } from "@stele/align";
import { describe, expect, it } from "vitest";

const aligner = createAligner();

async function partnersOf(source: readonly string[], target: readonly string[]): Promise<string[]> {
  const { beads } = await aligner.align(source, target, { source: "en", target: "ko" });
  return beads.map((bead) => `${bead.source.join("-")} ${bead.target.join("-")}`);
}

describe("names that Korean writes as it hears them", () => {
  it.each([
    ["Trump", "Brown", "트럼프는"],
    ["Stockholm", "Baltimore", "스톡홀름에서"],
    ["Johnson", "Whitney", "존슨이"],
    ["Zelensky", "Robinson", "젤렌스키를"],
    ["Gilbert", "Maxwell", "길버트도"],
    ["Mandelbaum", "Whitehouse", "만델바움은"],
    ["Philadelphia", "Newfoundland", "필라델피아까지"],
  ])("%s, not %s, answers %s without vectors", async (name, other, heard) => {
    const source = [`On that day ${name} was still there.`, `On that day ${other} was still there.`];
    expect(await partnersOf(source, [`그날 ${heard} 그대로였다.`])).toEqual(["0-1 0-1", "1-2 1-1"]);
    expect(await partnersOf(source.toReversed(), [`그날 ${heard} 그대로였다.`])).toEqual(["0-1 0-0", "1-2 0-1"]);
  });
});
