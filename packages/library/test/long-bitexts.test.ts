import { type Library, openLibrary } from "@stele/library";
import { type Bitext, createBitext, type GuardPiece, type Provenance, wholeBitext } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH, KOREAN, lengthened, newFile, pair, side } from "./sample.ts";

const machine = (date: string): Provenance => ({
  standing: "machine",
  origin: { kind: "engine", engine: "deepl", options: { unit: "sentence", instruction: '],"provenance":{"' }, date },
});
const person: Provenance = { standing: "approved", origin: { kind: "person", name: "translation memory" } };

/** A translation as a run makes it, with a report and here and there a sentence that a person answers for. */
function translation(source: readonly string[], target: readonly string[], date = "2026-11-02T09:00:00.000Z"): Bitext {
  const bare = pair(side("en", source), { ...side("ko", target), provenance: machine(date) });
  const pieces = bare.beads.map((bead): GuardPiece => {
    const isEmpty = bead.target[0] === bead.target[1];
    const { source: from, target: to } = bead;
    return isEmpty
      ? { source: from, target: to, verdict: "empty", reasons: ["empty"], attempts: 2 }
      : { source: from, target: to, verdict: "kept", reasons: [], attempts: 1 };
  });
  const count = (verdict: string): number => pieces.filter((piece) => piece.verdict === verdict).length;
  const counts = { empty: count("empty"), suspicious: 0, split: 0, merged: 0, kept: count("kept") };
  const overrides = target.length > 1 ? { 1: person } : {};
  return createBitext({ ...bare, target: { ...bare.target, overrides }, report: { pieces, counts } });
}

function open(): Library {
  return openLibrary({ file: newFile() });
}

/** Everything that a library shows of what was saved. */
function shown(library: Library, bitext: Bitext): unknown {
  return {
    bitext: library.bitext(bitext.id),
    side: library.side(bitext.source.article.id),
    text: library.texts().map(({ savedAt: _, changedAt: __, ...rest }) => rest),
    units: [...library.memory.units()].map(({ savedAt: _, ...unit }) => unit),
    history: library.history(bitext.id).map(({ savedAt: _, ...revision }) => revision),
  };
}

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) => text.replaceAll(/[\0\p{Surrogate}\s]+/gu, "·"));
const lines = fc.array(line, { minLength: 1, maxLength: 12 });

describe("a bitext that is not held", () => {
  it("is kept as one that is", () => {
    fc.assert(
      fc.property(lines, lines, fc.integer({ min: 1, max: 5 }), (source, target, size) => {
        const bitext = translation(source, target);
        const [held, long] = [open(), open()];
        held.saveSide(bitext.source);
        held.saveBitext(bitext);
        long.saveLong(lengthened(bitext, size));
        expect(shown(long, bitext)).toEqual(shown(held, bitext));
        expect(wholeBitext(lengthened(bitext, size))).toEqual(bitext);
        expect([held.holds(lengthened(bitext, size)), long.holds(bitext)]).toEqual([true, true]);
        for (const library of [held, long]) library.close();
      }),
      { numRuns: 40 },
    );
  });

  it("is longer than a piece that SQLite is given, and its text comes back as it was", () => {
    const many = Array.from({ length: 6000 }, (_, at) => `${at} 번째 배가 항구를 떠났다 🚢.`);
    const bitext = translation(
      many.map((_, at) => `Boat ${at} left the harbour 🚢.`),
      many,
    );
    const library = open();
    library.saveLong(lengthened(bitext, 1000));
    expect(library.bitext(bitext.id)).toEqual(bitext);
    expect(library.isSound()).toBe(true);
    library.close();
  });

  it("made again with another date is held already, and another form is the next revision", () => {
    const library = open();
    const bitext = translation(ENGLISH, KOREAN);
    library.saveLong(lengthened(bitext, 2));
    const again = translation(ENGLISH, KOREAN, "2026-11-03T10:00:00.000Z");
    expect(library.holds(lengthened(again, 1))).toBe(true);
    library.saveLong(lengthened(again, 1));
    expect(library.history(bitext.id)).toHaveLength(1);
    const doubted = { ...bitext, beads: bitext.beads.map((bead) => ({ ...bead, lowScore: true })) };
    expect(library.holds(lengthened(doubted, 2))).toBe(false);
    library.saveLong(lengthened(doubted, 2));
    expect(library.bitext(bitext.id)?.beads).toEqual(doubted.beads);
    expect(library.history(bitext.id)).toHaveLength(2);
    library.close();
  });

  it("leaves another revision alone where it may not follow it, and brings a removed text back", () => {
    const library = open();
    const bitext = translation(ENGLISH, KOREAN);
    expect(library.saveLong(lengthened(bitext, 2))).toBe(true);
    library.saveBitext(bitext, { author: "Ann" });
    const corrected = { ...bitext, beads: bitext.beads.map((bead) => ({ ...bead, lowScore: true })) };
    library.saveBitext(corrected, { author: "Ann" });
    library.removeText(bitext.source.article.id);
    const asked: string[] = [];
    const mayReplace = ({ author }: Bitext): boolean => asked.push(author) === 0;
    expect(library.saveLong(lengthened(bitext, 2), { mayReplace })).toBe(false);
    expect([asked, library.bitext(bitext.id)?.beads, library.texts().length]).toEqual([["Ann"], corrected.beads, 1]);
    library.removeText(bitext.source.article.id);
    expect(library.saveLong(lengthened(corrected, 1), { mayReplace })).toBe(true);
    expect([asked, library.texts().length, library.history(bitext.id).length]).toEqual([["Ann"], 1, 2]);
    library.close();
  });

  it("comes whole or not at all where the disk is full", () => {
    const many = Array.from({ length: 3000 }, (_, at) => `Line ${at} of a text that does not fit.`);
    const library = openLibrary({ file: newFile(), maxPages: 150 });
    const bitext = translation(many, many);
    expect(() => library.saveLong(lengthened(bitext, 500))).toThrow(expect.objectContaining({ code: "disk-full" }));
    expect(library.texts()).toEqual([]);
    expect(library.article(bitext.source.article.id)).toBeUndefined();
    expect([...library.memory.units()]).toEqual([]);
    library.close();
  });

  it("names what cannot be stored", () => {
    const library = open();
    const bitext = translation(["One."], ["하나\0."]);
    expect(() => library.saveLong(lengthened(bitext, 1))).toThrow(
      expect.objectContaining({ code: "text-not-storable" }),
    );
    expect(library.texts()).toEqual([]);
    library.close();
  });
});

describe("a spool", () => {
  it("gives back what was added, as often as it is asked, and knows nothing of another one", () => {
    const library = open();
    const [numbers, words] = [library.spool<number>(), library.spool<readonly string[]>()];
    for (const number of [3, 1, 2]) numbers.add(number);
    words.add(["한", "두"]);
    expect([[...numbers], [...numbers], [...words]]).toEqual([[3, 1, 2], [3, 1, 2], [["한", "두"]]]);
    numbers.close();
    expect([[...numbers], [...words]]).toEqual([[], [["한", "두"]]]);
    library.close();
  });

  it("is gone with the library", () => {
    const library = open();
    library.spool<string>().add("a line");
    const { file } = library;
    library.close();
    const again = openLibrary({ file });
    expect([...again.spool<string>()]).toEqual([]);
    again.close();
  });
});
