import {
  type Bead,
  type BitextDraft,
  checkBeads,
  createArticle,
  createBitext,
  type Side,
  SteleError,
} from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function bead(source: readonly [number, number], target: readonly [number, number], more: Partial<Bead> = {}): Bead {
  const oneSided = source[0] === source[1] || target[0] === target[1];
  return { source, target, score: oneSided ? null : 0.9, lowScore: false, ...more };
}

/** A legal list of beads out of shapes: each shape says how many sentences it takes on each side. */
function chain(shapes: readonly (readonly [number, number])[]): Bead[] {
  let source = 0;
  let target = 0;
  return shapes.map(([a, b]) => {
    const made = bead([source, source + a], [target, target + b]);
    source += a;
    target += b;
    return made;
  });
}

const shape = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
  fc.constantFrom([1, 0] as const, [0, 1] as const),
);

function lengthsOf(beads: readonly Bead[]) {
  const last = beads.at(-1);
  return { source: last?.source[1] ?? 0, target: last?.target[1] ?? 0 };
}

describe("checkBeads", () => {
  it("accepts every chain of legal beads", () => {
    fc.assert(
      fc.property(fc.array(shape), (shapes) => {
        const beads = chain(shapes);
        expect(() => checkBeads(beads, lengthsOf(beads))).not.toThrow();
      }),
    );
  });

  it("refuses every chain that lost, doubled or swapped a bead", () => {
    const damage = fc.constantFrom<(beads: Bead[], at: number) => Bead[]>(
      (beads, at) => beads.toSpliced(at, 1),
      (beads, at) => beads.toSpliced(at, 0, ...beads.slice(at, at + 1)),
      (beads, at) => beads.toSpliced(at, 2, ...beads.slice(at, at + 2).reverse()),
    );
    fc.assert(
      fc.property(fc.array(shape, { minLength: 2 }), fc.nat(), damage, (shapes, seed, spoil) => {
        const beads = chain(shapes);
        const spoilt = spoil(beads, seed % (beads.length - 1));
        expect(() => checkBeads(spoilt, lengthsOf(beads))).toThrow(SteleError);
      }),
    );
  });

  it.each<[string, Bead]>([
    ["a one-sided bead of two sentences", bead([0, 2], [0, 0])],
    ["a one-sided bead with a score", bead([0, 1], [0, 0], { score: 0.5 })],
    ["a score that is no probability", bead([0, 1], [0, 1], { score: 1.2 })],
    ["an empty bead", bead([0, 0], [0, 0])],
    ["half a sentence", bead([0, 0.5], [0, 1])],
  ])("refuses %s", (_what, wrong) => {
    expect(() => checkBeads([wrong], { source: wrong.source[1], target: wrong.target[1] })).toThrow(/Bead number 0/);
  });

  it("lets a person make a bead of any size", () => {
    const made = bead([0, 7], [0, 0], { fixed: true, score: null });
    expect(() => checkBeads([made], { source: 7, target: 0 })).not.toThrow();
  });

  it("refuses beads that end before the last sentence", () => {
    expect(() => checkBeads(chain([[1, 1]]), { source: 1, target: 2 })).toThrow(/of 2/);
  });
});

function side(language: "en" | "ko", text: string): Side {
  const block = { kind: "paragraph", start: 0, end: text.length } as const;
  return {
    article: createArticle({ language, text, blocks: [block] }),
    sentences: [{ start: 0, end: text.length, block: 0 }],
    provenance: { origin: { kind: "file", name: "x.txt" }, standing: "human" },
  };
}

describe("createBitext", () => {
  const draft: BitextDraft = {
    source: side("en", "Rain is coming."),
    target: side("ko", "비가 온다."),
    beads: [bead([0, 1], [0, 1])],
  };

  it("starts at revision 1, by stele, with an id made from the two articles", () => {
    const first = createBitext(draft);
    expect(first).toMatchObject({ revision: 1, author: "stele" });
    expect(createBitext(draft).id).toBe(first.id);
    expect(createBitext({ ...draft, revision: 2, author: "Mina", id: first.id })).toMatchObject({
      id: first.id,
      revision: 2,
      author: "Mina",
    });
  });

  it("refuses two sides in one language", () => {
    const make = () => createBitext({ ...draft, target: side("en", "Rain is on its way.") });
    expect(make).toThrow(/Both sides are in en/);
  });

  it("refuses a sentence outside its block", () => {
    const source = { ...draft.source, sentences: [{ start: 0, end: 4, block: 1 }] };
    expect(() => createBitext({ ...draft, source })).toThrow(/does not lie inside its block/);
  });
});
