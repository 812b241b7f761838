import { type Aligner, createAligner } from "@stele/align";
import { ALIGNER_CONTRACT } from "@stele/align/testing";
import { describe, expect, it } from "vitest";
import { vectorsFile } from "./vectors-file.ts";

const plain = createAligner();
const aligners: readonly (readonly [string, Aligner])[] = [
  ["with vectors", createAligner({ vectors: vectorsFile() })],
  ["without vectors", plain],
];

describe.each(aligners)("an aligner %s", (_, aligner) => {
  it.each(ALIGNER_CONTRACT.map(({ title, check }) => [title, check] as const))("%s", (_title, check) => check(aligner));
});

const byPosition: Aligner["align"] = async (source, target) => ({
  beads: source.slice(0, target.length).map((_, k) => ({
    source: [k, k + 1] as const,
    target: [k, k + 1] as const,
    score: 1,
    lowScore: false,
  })),
  evidence: ["length"],
});

describe("the contract", () => {
  it.each<readonly [string, Partial<Aligner>, string]>([
    ["pairs by position", { align: byPosition }, "holds every sentence of both texts in exactly one bead, in order"],
    [
      "hears no signal",
      {
        align: (source, target, options) =>
          plain.align(source, target, { source: options.source, target: options.target }),
      },
      "stops once the signal is given",
    ],
    [
      "changes what it is given",
      {
        align: (source, target, options) => {
          (source as string[]).push("");
          return plain.align(source, target, options);
        },
      },
      "writes to nothing it is given",
    ],
    [
      "links blanks",
      { linkWords: () => [{ source: [{ start: 3, end: 4 }], target: [{ start: 0, end: 1 }], confidence: 1 }] },
      "links words by spans that lie on words of both sentences",
    ],
  ])("catches an aligner that %s", async (_, change, title) => {
    const broken = ALIGNER_CONTRACT.find((one) => one.title === title);
    await expect(broken?.check({ ...plain, ...change })).rejects.toThrow();
    await expect(broken?.check(plain)).resolves.toBeUndefined();
  });
});
