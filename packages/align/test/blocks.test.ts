import { createAligner } from "@stele/align";
import { type BlockKind, checkBeads } from "@stele/model";
import { describe, expect, it } from "vitest";
import { vectorsFile } from "./vectors-file.ts";

const vectors = vectorsFile();
const CAPTION = "Fishermen mend their nets on the quay of Port Arden on Friday. (Lena Howe)";
const LEAD = "The fishermen of Port Arden will stay ashore for a third week, their union said Friday.";
const NEXT = "Storms have sunk four boats since March.";
const SOURCE = [CAPTION, LEAD, NEXT];
const KINDS: readonly BlockKind[] = ["caption", "paragraph", "paragraph"];
const KO_LEAD = "포트아든의 어민들이 3주째 바다에 나가지 않기로 했다고 어민 조합이 금요일 밝혔다.";
const KO_NEXT = "3월 이후 폭풍으로 배 네 척이 가라앉았다.";

async function shapesOf(target: readonly string[], kinds: readonly BlockKind[], file: Uint8Array | undefined) {
  const blocks = {
    source: SOURCE.map((_, k) => k),
    target: target.map((_, k) => k),
    kinds: { source: KINDS, target: kinds },
  };
  const aligner = createAligner(file === undefined ? {} : { vectors: file });
  const { beads } = await aligner.align(SOURCE, target, { source: "en", target: "ko", blocks });
  checkBeads(beads, { source: SOURCE.length, target: target.length });
  return beads.map(({ source, target }) => `${source[1] - source[0]}-${target[1] - target[0]}`);
}

describe("a caption", () => {
  it("that the other side lacks stays alone", async () => {
    expect(await shapesOf([KO_LEAD, KO_NEXT], ["paragraph", "paragraph"], vectors)).toEqual(["1-0", "1-1", "1-1"]);
  });

  it.each([
    ["with vectors", vectors],
    ["without vectors", undefined],
  ])("answers the caption of the other side, %s", async (_, file) => {
    const target = ["금요일 포트아든 부두에서 어민들이 그물을 손질하고 있다. (레나 하우)", KO_LEAD, KO_NEXT];
    expect(await shapesOf(target, KINDS, file)).toEqual(["1-1", "1-1", "1-1"]);
  });
});

describe("kinds of blocks", () => {
  it("that are too few are refused", async () => {
    const aligner = createAligner();
    const blocks = { source: [0], target: [0], kinds: { source: ["caption"] as const, target: [] } };
    const run = aligner.align(["One."], ["하나."], { source: "en", target: "ko", blocks });
    await expect(run).rejects.toMatchObject({ code: "offsets-invalid" });
  });
});
