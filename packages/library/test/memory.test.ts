import { type MemoryUnit, openLibrary } from "@stele/library";
import type { LanguageTag, Standing } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH, KOREAN, newFile, pair, side } from "./sample.ts";

interface UnitOptions {
  readonly standing?: Standing;
  readonly before?: string;
  readonly languages?: readonly [LanguageTag, LanguageTag];
}

function unit(source: string, target: string, options: UnitOptions = {}): MemoryUnit {
  const { standing = "human", before, languages = ["en", "ko"] } = options;
  return {
    source: { language: languages[0], text: source },
    target: { language: languages[1], text: target },
    standing,
    ...(before === undefined ? {} : { before }),
  };
}

const ask = (text: string) => ({ text, source: "en", target: "ko", minScore: 0.75, limit: 10 }) as const;

describe("the memory", () => {
  it("gives the same text a score of 1, outer blanks aside, from either side", () => {
    const { memory, close } = openLibrary({ file: newFile() });
    memory.add([unit("Rain fell.", "비가 내렸다.")], "client");
    expect(memory.find(ask(" Rain fell.\n"))).toMatchObject([{ target: "비가 내렸다.", score: 1, memory: "client" }]);
    const back = memory.find({ text: "비가 내렸다.", source: "ko", target: "en", minScore: 1, limit: 1 });
    expect(back).toMatchObject([{ source: "비가 내렸다.", target: "Rain fell." }]);
    close();
  });

  it("puts score first, then corrected, then the same context, then approved, human, machine", () => {
    const { memory, close } = openLibrary({ file: newFile() });
    memory.add(
      [
        unit("It rained.", "기계", { standing: "machine" }),
        unit("It rained.", "사람", { standing: "human" }),
        unit("It rained.", "승인", { standing: "approved" }),
        unit("It rained.", "문맥", { standing: "machine", before: "Clouds came." }),
        unit("It rained.", "고침", { standing: "corrected" }),
        unit("It rained hard today.", "많이", { standing: "corrected" }),
      ],
      "client",
    );
    const found = memory.find({ ...ask("It rained."), before: "Clouds came.", minScore: 0.5 });
    expect(found.map(({ target }) => target)).toEqual(["고침", "문맥", "승인", "사람", "기계", "많이"]);
    expect(found.map(({ isSameContext }) => isSameContext)).toEqual([false, true, false, false, false, false]);
    close();
  });

  it.each([
    ["en", "ko", "Sales rose 5% in 2019.", "Sales rose 7.5% in 2021.", 0.98],
    ["en", "ko", "The old bridge was closed on Monday.", "The old bridge was closed on Friday.", 6 / 7],
    ["zh-Hans", "en", "两国同意加强经济合作。", "两国同意加强文化合作。", 0.8],
    ["ko", "en", "두 나라는 협력을 강화한다.", "두 나라는 협력을 계속한다.", 9 / 11],
    ["en", "ko", "Rain fell.", "RAIN FELL!", 0.99],
  ] as const)("finds what is alike in %s → %s: %s", (...row) => {
    const [source, target, kept, asked, score] = row;
    const { memory, close } = openLibrary({ file: newFile() });
    memory.add([unit(kept, "other side", { languages: [source, target] })], "client");
    const [match] = memory.find({ text: asked, source, target, minScore: 0.75, limit: 1 });
    expect(match?.source).toBe(kept);
    expect(match?.score).toBeCloseTo(score, 2);
    close();
  });

  it("finds nothing below the least score, in other languages or in other memories", () => {
    const { memory, close } = openLibrary({ file: newFile() });
    memory.add([unit("The old bridge was closed.", "옛 다리가 통제됐다.")], "one");
    expect(memory.find(ask("A new school was opened."))).toEqual([]);
    expect(memory.find({ ...ask("The old bridge was closed."), target: "zh-Hans" })).toEqual([]);
    expect(memory.find({ ...ask("The old bridge was closed."), memories: ["two"] })).toEqual([]);
    expect(memory.find({ ...ask("The old bridge was closed."), memories: ["two", "one"] })).toHaveLength(1);
    close();
  });

  it("never gives less than a search of everything would, whatever was changed", () => {
    const word = fc.constantFrom(
      "rain",
      "river",
      "bridge",
      "closed",
      "city",
      "mayor",
      "said",
      "the",
      "of",
      "old",
      "new",
      "late",
    );
    const text = fc.array(word, { minLength: 4, maxLength: 12 }).map((words) => words.join(" "));
    const { memory, together, close } = openLibrary({ file: newFile() });
    const check = (): void =>
      fc.assert(
        fc.property(text, word, fc.nat(), (kept, other, at) => {
          memory.add([unit(kept, "번역")], "client");
          const words = kept.split(" ");
          words[at % words.length] = other;
          const matches = memory.find({ ...ask(words.join(" ")), limit: 50 });
          expect(matches.map(({ source }) => source)).toContain(kept);
        }),
      );
    together(check); // one wait for the disk
    close();
  });

  it("adds a unit once and raises its standing", () => {
    const { memory, close } = openLibrary({ file: newFile() });
    const made = unit("Rain fell.", "비가 내렸다.", { standing: "machine" });
    expect(memory.add([made, made], "client")).toEqual({ added: 1, known: 1 });
    expect(memory.add([{ ...made, standing: "approved" }], "client")).toEqual({ added: 0, known: 1 });
    expect(memory.find(ask("Rain fell."))).toMatchObject([{ standing: "approved" }]);
    expect(memory.stats()).toMatchObject([{ memory: "client", units: 1, byStanding: { machine: 0, approved: 1 } }]);
    close();
  });

  it("removes a memory whole, a unit alone, and refuses the library's own", () => {
    const { memory, close } = openLibrary({ file: newFile() });
    memory.add([unit("Rain fell.", "비."), unit("Snow fell.", "눈.")], "client");
    const [first] = [...memory.units("client")];
    memory.removeUnit(first?.id ?? 0);
    expect(memory.find(ask("Rain fell."))).toEqual([]);
    expect(memory.remove("client")).toBe(1);
    expect([...memory.units()]).toEqual([]);
    expect(() => memory.remove("client")).toThrow(expect.objectContaining({ code: "not-found" }));
    expect(() => memory.remove("library")).toThrow(expect.objectContaining({ code: "usage" }));
    close();
  });

  it("takes units as they come from a file", async () => {
    const { memory, close } = openLibrary({ file: newFile() });
    async function* units() {
      yield unit("Rain fell.", "비가 내렸다.");
      yield unit("Empty.", " ");
    }
    expect(await memory.addAll(units(), "client")).toEqual({ added: 1, known: 0 });
    close();
  });
});

describe("bitexts in the memory", () => {
  it("fill it by themselves, with the standing of their sentences", () => {
    const library = openLibrary({ file: newFile() });
    const target = {
      ...side("ko", KOREAN, "machine"),
      overrides: { 0: { origin: { kind: "person", name: "Ana" }, standing: "corrected" } } as const,
    };
    library.saveBitext(pair(side("en", ENGLISH), target));
    expect([...library.memory.units("library")].map(({ standing, bead }) => [standing, bead])).toEqual([
      ["corrected", 0],
      ["machine", 1],
      ["machine", 2],
    ]);
    expect(library.memory.find({ ...ask("Two bridges were closed."), before: ENGLISH[0] ?? "" })).toMatchObject([
      { isSameContext: true, standing: "machine" },
    ]);
    library.close();
  });

  it("are replaced by a correction; what it did not touch keeps its unit", () => {
    const library = openLibrary({ file: newFile() });
    const saved = library.saveBitext(pair(side("en", ENGLISH), side("ko", KOREAN)));
    const before = [...library.memory.units()];
    const [first, second, third] = saved.beads;
    if (first === undefined || second === undefined || third === undefined) throw new Error("three beads expected");
    const merged = { source: [0, 2], target: [0, 2], score: null, lowScore: false, fixed: true } as const;
    library.saveBitext({ ...saved, beads: [merged, third], author: "Ana" });
    const after = [...library.memory.units()];
    expect(after.map(({ source, bead }) => [source.text, bead])).toEqual([
      [ENGLISH[2], 1],
      [`${ENGLISH[0]} ${ENGLISH[1]}`, 0],
    ]);
    expect(after[0]?.id).toBe(before[2]?.id);
    library.close();
  });

  it("stand as they did before when an approval is taken back", () => {
    const library = openLibrary({ file: newFile() });
    const target = side("ko", KOREAN, "machine");
    const made = library.saveBitext(pair(side("en", ENGLISH), target));
    const { origin } = target.provenance;
    const approved = { origin, standing: "approved", approvedFrom: "machine" } as const;
    const standings = (): readonly Standing[] =>
      library.memory.find(ask(ENGLISH[1] ?? "")).map((match) => match.standing);
    const confirmed = library.saveBitext({ ...made, target: { ...target, overrides: { 1: approved } } });
    expect(standings()).toEqual(["approved"]);
    expect(library.bitext(made.id)?.target.overrides).toEqual({ 1: approved });
    library.saveBitext({ ...confirmed, target });
    expect(standings()).toEqual(["machine"]);
    library.close();
  });

  it("are not found while their text is removed", () => {
    const library = openLibrary({ file: newFile() });
    const source = side("en", ENGLISH);
    library.saveBitext(pair(source, side("ko", KOREAN)));
    library.removeText(source.article.id);
    expect(library.memory.find(ask("Two bridges were closed."))).toEqual([]);
    expect(library.concordance({ query: "bridges" })).toEqual([]);
    library.restoreText(source.article.id);
    expect(library.memory.find(ask("Two bridges were closed."))).toHaveLength(1);
    library.close();
  });
});
