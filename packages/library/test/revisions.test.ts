import { type Library, openLibrary } from "@stele/library";
import { type Bead, type Bitext, createBitext, type GuardPiece, type Side } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
// two copies of SQLite in one process would not see each other's locks, so the older library is made with the same one
import { sqlDriver } from "../src/sqlite/driver.ts";
import { ENGLISH, KOREAN, newFile, pair, side } from "./sample.ts";

/** What the memory holds of a bitext, in the order of its beads, without numbers that a new library gives anew. */
function unitsOf(library: Library): readonly unknown[] {
  const units = [...library.memory.units()].map(({ id: _, savedAt: __, ...unit }) => unit);
  return units.toSorted((one, other) => (one.bead ?? 0) - (other.bead ?? 0));
}

/** Where words are found, with the bead: one-sided beads too, which the memory does not list. */
function placesOf(library: Library): readonly unknown[] {
  const hits = ["a", "b", "c"].flatMap((query) => library.concordance({ query, limit: 1000 }));
  return hits
    .map(({ counterparts, places, ...hit }) => ({
      ...hit,
      counterparts: counterparts.map(({ unit: _, ...other }) => other).toSorted(byKey),
      beads: places.map(({ bead }) => bead).toSorted((one, other) => one - other),
    }))
    .toSorted(byKey);
}

const key = (value: unknown): string => JSON.stringify(value);
const byKey = (one: unknown, other: unknown): number => key(one).localeCompare(key(other));

/** A fuzzy match that says whether the neighbours are the same, for each sentence. */
function matchesOf(library: Library, { source, target }: Bitext): readonly unknown[] {
  const lines = source.sentences.map(({ start, end }) => source.article.text.slice(start, end));
  return lines.map((text, at) => {
    const around = {
      ...(at > 0 && { before: lines[at - 1] ?? "" }),
      ...(at + 1 < lines.length && { after: lines[at + 1] ?? "" }),
    };
    const languages = { source: source.article.language, target: target.article.language };
    return library.memory
      .find({ text, ...languages, ...around, minScore: 0.7, limit: 5 })
      .map(({ unit: _, ...match }) => match);
  });
}

const words = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 }).map((list) => list.join(" "));
const lines = fc.array(words, { minLength: 1, maxLength: 6 });

/** A revision of one bitext: any sentences, any cuts into beads, any trust. */
const revisions = fc.array(
  fc.record({
    source: lines,
    target: lines,
    cuts: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 12, maxLength: 12 }),
    isSure: fc.boolean(),
    approved: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
  }),
  { minLength: 2, maxLength: 4 },
);

interface Draft {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly cuts: readonly number[];
  readonly isSure: boolean;
  readonly approved: number | undefined;
}

const first = pair(side("en", ENGLISH), side("ko", KOREAN));

function bitextOf({ source, target, cuts, isSure, approved }: Draft): Bitext {
  const standing = { origin: { kind: "person", name: "Ana" }, standing: "approved" } as const;
  const approvedSide = side("ko", target);
  const overrides = approved === undefined || approved >= target.length ? {} : { overrides: { [approved]: standing } };
  const korean: Side = { ...approvedSide, ...overrides };
  return createBitext({
    id: first.id,
    source: side("en", source),
    target: korean,
    beads: beadsOf(korean, source, { cuts, isSure }),
  });
}

function beadsOf(
  target: Side,
  source: readonly string[],
  { cuts, isSure }: Pick<Draft, "cuts" | "isSure">,
): readonly Bead[] {
  const beads: Bead[] = [];
  for (let s = 0, t = 0, at = 0; s < source.length || t < target.sentences.length; at += 2) {
    const toS = Math.min(source.length, s + (cuts[at] ?? 1));
    const toT = Math.min(target.sentences.length, t + (cuts[at + 1] ?? 1));
    const score = s === toS || t === toT ? null : isSure ? 0.9 : 0.5;
    beads.push({ source: [s, toS], target: [t, toT], score, lowScore: !isSure, fixed: true });
    [s, t] = [toS, toT];
  }
  return beads;
}

describe("the memory after any row of revisions", () => {
  it("is that of a library which only ever had the last one", () => {
    fc.assert(
      fc.property(revisions, (drafts) => {
        const long = openLibrary({ file: newFile() });
        const fresh = openLibrary({ file: newFile() });
        let last = long.saveBitext(first);
        for (const draft of drafts) last = long.saveBitext({ ...bitextOf(draft), revision: last.revision });
        fresh.saveBitext(last);
        expect(unitsOf(long)).toEqual(unitsOf(fresh));
        expect(placesOf(long)).toEqual(placesOf(fresh));
        expect(matchesOf(long, last)).toEqual(matchesOf(fresh, last));
        long.close();
        fresh.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe("the guard's report", () => {
  const size = fc.nat({ max: 2 });
  const piece = fc.record({
    sizes: fc.oneof({ weight: 3, arbitrary: fc.constant([1, 1] as const) }, fc.tuple(size, size)),
    gap: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.constant(1)),
    verdict: fc.oneof({ weight: 4, arbitrary: fc.constant("kept" as const) }, fc.constantFrom("split", "empty")),
    reasons: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.constant(["length" as const])),
    attempts: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.constant(2)),
  });

  it("comes back as it was, whatever it says", () => {
    const counts = { empty: 0, suspicious: 0, split: 0, merged: 0, kept: 0 };
    const library = openLibrary({ file: newFile() });
    const check = (): void =>
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 20 }), (drafts) => {
          let [source, target] = [0, 0];
          const pieces = drafts.map(({ sizes, gap, ...rest }): GuardPiece => {
            const from = [source + gap, target] as const;
            [source, target] = [from[0] + sizes[0], from[1] + sizes[1]];
            return { source: [from[0], source], target: [from[1], target], ...rest };
          });
          const report = { pieces, counts };
          const latest = library.bitext(first.id)?.revision ?? 1;
          library.saveBitext(createBitext({ ...first, revision: latest, report }));
          expect(library.bitext(first.id)?.report).toEqual(report);
        }),
      );
    library.together(check); // one wait for the disk
    library.close();
  });

  it("of an older library, with every piece written out, is read too", () => {
    const file = newFile();
    const writer = openLibrary({ file });
    const good = { source: [0, 1], target: [0, 1], verdict: "kept", reasons: [], attempts: 1 } as const;
    const report = { pieces: [good], counts: { empty: 0, suspicious: 0, split: 0, merged: 0, kept: 1 } };
    writer.saveBitext(createBitext({ ...first, report }));
    writer.close();
    const { DatabaseSync } = sqlDriver();
    const older = new DatabaseSync(file, { readOnly: false, timeout: 1000 });
    older.prepare("UPDATE revision SET report = ?").run(JSON.stringify(report));
    older.exec("PRAGMA user_version = 3");
    older.close();
    const library = openLibrary({ file });
    expect(library.bitext(first.id)?.report).toEqual(report);
    library.close();
  });
});

describe("a row of revisions", () => {
  const many = Array.from({ length: 60 }, (_, at) => `Boat number ${at} left the harbour on Monday.`);
  const long = pair(
    side("en", many),
    side(
      "ko",
      many.map((_, at) => `${at}번 배가 월요일에 항구를 떠났다.`),
    ),
  );

  /** Approves one row after the other, as a reader does. */
  function approveAll(library: Library): readonly Bitext[] {
    const saved = [library.saveBitext(long)];
    for (let at = 0; at < many.length; at += 1) {
      const last = saved.at(-1) ?? long;
      const approved = { origin: last.target.provenance.origin, standing: "approved" } as const;
      const target = { ...last.target, overrides: { ...last.target.overrides, [at]: approved } };
      const beads = last.beads.map((bead, index) => (index === at ? { ...bead, fixed: true } : bead));
      saved.push(library.saveBitext({ ...last, target, beads }));
    }
    return saved;
  }

  it("can be read back, each of them, by somebody who opens the library later", () => {
    const file = newFile();
    const first = openLibrary({ file });
    const saved = approveAll(first);
    first.close();
    const later = openLibrary({ file });
    for (const bitext of saved.toReversed()) expect(later.bitext(long.id, bitext.revision)).toEqual(bitext);
    later.close();
  });

  it("keeps of each what changed, not the whole text again", () => {
    const file = newFile();
    const library = openLibrary({ file });
    approveAll(library);
    library.close();
    const { DatabaseSync } = sqlDriver();
    const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
    const size = (sql: string): number => Number(database.prepare(sql).get()?.n);
    const whole = size("SELECT max(length(beads)) AS n FROM revision");
    expect(size("SELECT sum(length(beads)) AS n FROM revision")).toBeLessThan(10 * whole);
    database.close();
  });

  it("outlives the text that it shares its sentences with", () => {
    const library = openLibrary({ file: newFile() });
    const last = approveAll(library).at(-1) ?? long;
    const chinese = side(
      "zh-Hans",
      many.map((_, at) => `${at}号船周一离港。`),
    );
    const other = { ...pair(chinese, long.target), target: last.target };
    const kept = library.saveBitext(other);
    library.removeText(long.source.article.id);
    expect(library.purgeRemoved()).toBe(1);
    library.close();
    const later = openLibrary({ file: library.file });
    expect(later.bitext(long.id)).toBeUndefined();
    expect(later.bitext(other.id)).toEqual(kept);
    later.close();
  });
});

describe("a library of the first version", () => {
  it("is brought up to date when it is opened, and loses nothing", () => {
    const file = newFile();
    const before = openLibrary({ file });
    before.saveBitext(first);
    const [texts, history] = [before.texts(), before.history(first.id)];
    before.close();
    const { DatabaseSync } = sqlDriver();
    const older = new DatabaseSync(file, { readOnly: false, timeout: 1000 });
    older.exec("ALTER TABLE layout DROP COLUMN base; ALTER TABLE layout DROP COLUMN sentences");
    older.exec("ALTER TABLE revision DROP COLUMN bead_count; ALTER TABLE text DROP COLUMN layout");
    older.exec("PRAGMA user_version = 1");
    older.close();
    const after = openLibrary({ file });
    expect([after.texts(), after.history(first.id)]).toEqual([texts, history]);
    expect(after.bitext(first.id)).toEqual(first);
    after.close();
  });
});

describe("a translation made again", () => {
  const made = (date: string, model: string): Bitext => {
    const provenance = { origin: { kind: "engine", engine: "deepl", model, date }, standing: "machine" } as const;
    const target = { ...side("ko", KOREAN, "machine"), provenance };
    const counts = { empty: 0, suspicious: 0, split: 0, merged: 0, kept: 3 };
    const pieces = KOREAN.map((_, at): GuardPiece => {
      const range = [at, at + 1] as const;
      return { source: range, target: range, verdict: "kept", reasons: [], attempts: 1 };
    });
    return createBitext({ ...pair(side("en", ENGLISH), target), report: { pieces, counts } });
  };

  it("is no new revision, and no new units, where nothing but its date differs", () => {
    const library = openLibrary({ file: newFile() });
    const first = library.saveBitext(made("2026-01-01T00:00:00.000Z", "one"));
    const units = unitsOf(library);
    const again = made("2026-02-01T00:00:00.000Z", "one");
    expect([library.holds(first), library.holds(again)]).toEqual([true, true]);
    expect(library.saveBitext(again)).toEqual(first);
    expect(library.history(first.id)).toHaveLength(1);
    expect(unitsOf(library)).toEqual(units);
  });

  it("is one where another model gave the same words", () => {
    const library = openLibrary({ file: newFile() });
    const first = library.saveBitext(made("2026-01-01T00:00:00.000Z", "one"));
    const other = made("2026-01-01T00:00:00.000Z", "two");
    expect(library.holds(other)).toBe(false);
    expect(library.saveBitext(other).revision).toBe(2);
    expect(library.history(first.id)).toHaveLength(2);
  });
});
