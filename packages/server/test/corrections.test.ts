import type { Bead, Operation } from "@stele/core/node";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDesk, sentences, shapes } from "./desk.ts";

describe("beads", () => {
  it("are merged and split again into fixed beads without a score", async () => {
    const { correct, bitext } = await openDesk();
    const before = bitext();
    const [first, second] = before.beads;
    await correct([{ op: "merge", from: 0, to: 2 }], { author: "Ada" });
    const merged = bitext();
    expect(merged.beads[0]).toEqual({
      source: [0, second?.source[1]],
      target: [0, second?.target[1]],
      score: null,
      lowScore: false,
      fixed: true,
    });
    expect([merged.revision, merged.author]).toEqual([2, "Ada"]);
    const [source, target] = [first?.source[1] ?? 0, first?.target[1] ?? 0];
    await correct([{ op: "split", bead: 0, source, target }]);
    expect(shapes(bitext())).toEqual(shapes(before));
    expect(bitext().author).toBe("reader");
  });

  it("give a sentence to their neighbour and take it back", async () => {
    const { correct, bitext } = await openDesk();
    const before = shapes(bitext());
    const end = bitext().beads[0]?.target[1] ?? 0;
    await correct([{ op: "move", bead: 0, side: "target", by: 1 }]);
    expect(bitext().beads[0]?.target[1]).toBe(end + 1);
    await correct([{ op: "move", bead: 0, side: "target", by: -1 }]);
    expect(shapes(bitext())).toEqual(before);
  });

  it("are approved with the translation in them", async () => {
    const { correct, bitext } = await openDesk();
    const first = bitext().beads.findIndex(({ target: [from, to] }) => from < to); // a dateline may stand alone before
    await correct([{ op: "approve", from: first, to: first + 1 }]);
    const { beads, target } = bitext();
    expect(beads[first]).toMatchObject({ fixed: true, lowScore: false });
    expect(beads[first + 1]?.fixed).toBeUndefined();
    expect(target.overrides?.[0]).toEqual({
      origin: { kind: "file", name: "text" },
      standing: "approved",
      approvedFrom: "human",
    });
  });

  it("are as before once an approval is taken back, translation and doubt included", async () => {
    const { correct, bitext } = await openDesk();
    const before = bitext();
    const all = { from: 0, to: before.beads.length };
    await correct([{ op: "approve", ...all }]);
    expect(bitext().beads.every(({ fixed, lowScore }) => fixed === true && !lowScore)).toBe(true);
    await correct([{ op: "approve", from: 1, to: 2 }]);
    await correct([{ op: "clear", ...all }]);
    const paired = (one: Bead): boolean => one.score !== null;
    expect(bitext().beads.filter(paired)).toEqual(before.beads.filter(paired));
    expect(bitext().target).toEqual(before.target);
  });

  it("keep score and approval while something else is aligned again", async () => {
    const { correct, bitext } = await openDesk();
    await correct([{ op: "approve", from: 4, to: 5 }]);
    const approved = bitext().beads[4];
    expect(approved?.score).not.toBeNull();
    await correct([{ op: "merge", from: 0, to: 2 }], { realign: true });
    expect(bitext().beads).toContainEqual(approved);
  });

  it("are marked to be looked at again: doubtful, held as they are, and not approved any more", async () => {
    const { correct, bitext } = await openDesk();
    await correct([{ op: "approve", from: 3, to: 4 }]);
    await correct([{ op: "review", from: 3, to: 4 }]);
    const { beads, target } = bitext();
    expect(beads[3]).toMatchObject({ fixed: true, lowScore: true });
    expect(target.overrides).toBeUndefined();
    await correct([{ op: "merge", from: 0, to: 2 }], { realign: true });
    expect(bitext().beads).toContainEqual(beads[3]);
  });

  it("that a person made stay when they are cleared, and a gap is doubtful", async () => {
    const { correct, bitext } = await openDesk();
    await correct([{ op: "merge", from: 1, to: 3 }]);
    const [, merged] = bitext().beads;
    await correct([{ op: "review", from: 1, to: 2 }]);
    await correct([{ op: "clear", from: 1, to: 2 }]);
    expect(bitext().beads[1]).toEqual(merged);
    const last = bitext().beads.length - 1;
    const { source, target } = bitext().beads[last] ?? { source: [0, 0], target: [0, 0] };
    await correct([{ op: "split", bead: last, source: source[1], target: target[0] }]);
    await correct([{ op: "clear", from: last, to: last + 1 }]);
    expect(bitext().beads[last]).toEqual({ source, target: [target[0], target[0]], score: null, lowScore: true });
  });

  it("take back what was approved before approvals remembered their standing", async () => {
    const { correct, bitext, library } = await openDesk();
    const { origin } = bitext().target.provenance;
    const overrides = { 0: { origin, standing: "approved" as const } };
    library.saveBitext({ ...bitext(), target: { ...bitext().target, overrides } });
    await correct([{ op: "clear", from: 0, to: 2 }]);
    expect(bitext().target.overrides).toBeUndefined();
  });

  it("that a person fixed stay as they are when the rest is aligned again", async () => {
    const { correct, bitext } = await openDesk();
    await correct([{ op: "merge", from: 1, to: 3 }], { realign: true });
    const fixed = bitext().beads.filter((bead) => bead.fixed);
    expect(fixed).toHaveLength(1);
    await correct([{ op: "merge", from: 0, to: 2 }], { realign: true });
    expect(bitext().beads[0]?.fixed).toBe(true);
  });

  it.each<Operation>([
    { op: "merge", from: 0, to: 1 },
    { op: "merge", from: 3, to: 99 },
    { op: "split", bead: 0, source: 0, target: 0 },
    { op: "split", bead: 0, source: 99, target: 0 },
    { op: "split", bead: 99, source: 0, target: 0 },
    { op: "move", bead: 0, side: "source", by: 99 },
    { op: "move", bead: 0, side: "source", by: -99 },
    { op: "move", bead: 0, side: "source", by: 0 },
    { op: "move", bead: 99, side: "source", by: 1 },
    { op: "approve", from: 2, to: 1 },
    { op: "approve", from: 0, to: 99 },
    { op: "review", from: 2, to: 2 },
    { op: "clear", from: 3, to: 99 },
  ])("refuse what cannot be done: %j", async (operation) => {
    const { refuse, bitext } = await openDesk();
    expect(await refuse([operation])).toEqual([400, "beads-invalid"]);
    expect(bitext().revision).toBe(1);
  });

  it("stay whole under any steps: every sentence in exactly one bead", async () => {
    const { json, bitext } = await openDesk();
    const small = fc.integer({ min: 0, max: 5 });
    const side = fc.constantFrom("source" as const, "target" as const);
    const operation = fc.oneof(
      fc.record({ op: fc.constant("merge" as const), from: small, to: small }),
      fc.record({ op: fc.constant("split" as const), bead: small, source: small, target: small }),
      fc.record({ op: fc.constant("move" as const), bead: small, side, by: fc.integer({ min: -3, max: 3 }) }),
      fc.record({
        op: fc.constant("split-sentence" as const),
        side,
        sentence: small,
        at: fc.integer({ min: 0, max: 40 }),
      }),
      fc.record({ op: fc.constant("join-sentences" as const), side, sentence: small }),
      fc.record({
        op: fc.constant("edit" as const),
        side: fc.constant("target" as const),
        sentence: small,
        text: fc.string(),
      }),
      fc.record({ op: fc.constantFrom("approve", "review", "clear" as const), from: small, to: small }),
    );
    await fc.assert(
      fc.asyncProperty(operation, async (one) => {
        const body = { seen: bitext().revision, operations: [one], realign: false };
        const { status } = await json(`/api/bitexts/${bitext().id}`, { method: "POST", body });
        // Reading a bitext checks its beads and offsets: it would throw.
        expect([200, 400]).toContain(status);
        expect(bitext().beads.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("sentences", () => {
  it("are split where a reader points, and joined again", async () => {
    const { correct, bitext } = await openDesk();
    const before = bitext();
    const [, second = ""] = sentences(before, "target");
    const at = second.indexOf(" ", 3);
    await correct([{ op: "split-sentence", side: "target", sentence: 1, at }]);
    expect(sentences(bitext(), "target").slice(1, 3)).toEqual([second.slice(0, at), second.slice(at + 1)]);
    await correct([{ op: "join-sentences", side: "target", sentence: 1 }]);
    expect(sentences(bitext(), "target")).toEqual(sentences(before, "target"));
    expect(shapes(bitext())).toEqual(shapes(before));
  });

  it("of a translation are written anew: a new article, by a person, the original untouched", async () => {
    const { correct, bitext } = await openDesk();
    const before = bitext();
    const answer = await correct([{ op: "edit", side: "target", sentence: 1, text: " 새로운\n 문장이다. " }], {
      author: "지은",
    });
    const after = bitext();
    expect(sentences(after, "target")[1]).toBe("새로운 문장이다.");
    expect(sentences(after, "target").toSpliced(1, 1)).toEqual(sentences(before, "target").toSpliced(1, 1));
    expect(after.target.article.derivedFrom).toBe(before.target.article.id);
    expect(after.target.overrides?.[1]).toEqual({ origin: { kind: "person", name: "지은" }, standing: "corrected" });
    expect(after.source).toEqual(before.source);
    expect(answer.polytext.sides[1]?.article.id).toBe(after.target.article.id);
    expect(answer.revisions[after.id]).toBe(2);
  });

  it.each([
    [{ op: "edit", side: "source", sentence: 0, text: "New." }, "usage"],
    [{ op: "edit", side: "target", sentence: 0, text: "  " }, "input-empty"],
    [{ op: "edit", side: "target", sentence: 99, text: "x" }, "usage"],
    [{ op: "split-sentence", side: "target", sentence: 0, at: 0 }, "usage"],
    [{ op: "split-sentence", side: "target", sentence: 0, at: 9999 }, "usage"],
    [{ op: "join-sentences", side: "source", sentence: 99 }, "usage"],
  ])("refuse %j", async (operation, code) => {
    const { refuse, bitext } = await openDesk();
    expect(await refuse([operation])).toEqual([400, code]);
    expect(bitext().revision).toBe(1);
  });
});

describe("a correction of the wrong shape", () => {
  it.each([
    [{ operations: [] }],
    [{ operations: "merge" }],
    [{ operations: [{ op: "explode" }] }],
    [{ operations: [{ op: "constructor" }] }],
    [{ operations: [{ op: "merge", from: 0 }] }],
    [{ operations: [{ op: "merge", from: -1, to: 1 }] }],
    [{ operations: [{ op: "move", bead: 0, side: "left", by: 1 }] }],
    [{ operations: [null] }],
    [{ seen: 0 }],
    [{ seen: "1" }],
    [{ author: 5 }],
    [{ author: "x".repeat(101) }],
    [{ operations: Array.from({ length: 1001 }, () => ({ op: "approve", from: 0, to: 1 })) }],
  ])("is refused: %j", async (more) => {
    const { refuse } = await openDesk();
    expect(await refuse([{ op: "approve", from: 0, to: 1 }], more)).toEqual([400, "usage"]);
  });

  it("is a 404 for a bitext or revision that is not there", async () => {
    const { refuse, failure } = await openDesk();
    expect(await refuse([{ op: "approve", from: 0, to: 1 }], { seen: 99 })).toEqual([404, "not-found"]);
    const body = { seen: 1, operations: [{ op: "approve", from: 0, to: 1 }] };
    expect(await failure("/api/bitexts/none", { method: "POST", body })).toEqual([404, "not-found"]);
  });
});
