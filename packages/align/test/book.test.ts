import { createAligner } from "@stele/align";
import { evaluateAlignment, type IndexBead } from "@stele/align/evaluate";
import { parseLanguageTag } from "@stele/model";
import { describe, expect, it } from "vitest";
import { alone, type Chapter, join, pairOf, readChapters } from "./book.ts";
import { vectorsFile } from "./vectors-file.ts";

const aligner = createAligner({ vectors: vectorsFile() });
const FRONT = Array.from(
  { length: 40 },
  (_, k) => `Page ${k + 1} of the publisher's list names a book that costs ${k + 7} pounds.`,
);
/** How far a book with something missing or added may fall behind the book that lacks nothing. */
const SLACK = 0.02;

async function alignBook(book: Chapter, pair: string) {
  const [source = "", target = ""] = pair.split("-");
  const options = { source: parseLanguageTag(source), target: parseLanguageTag(target) };
  const { beads, moved = [] } = await aligner.align(book.source, book.target, options);
  const found = beads.map((bead): IndexBead => [places(bead.source), places(bead.target)]);
  return { beads, moved, f1: evaluateAlignment([{ gold: book.gold, found }]).strict.f1 };
}

function places([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

/** The book without chapter `at` on one side. */
function lacking(chapters: readonly Chapter[], at: number, side: "source" | "target"): Chapter {
  const other = side === "source" ? "target" : "source";
  return join(chapters.map((chapter, k) => (k === at ? alone(other, chapter[other]) : chapter)));
}

describe.each(["en-ko", "en-zh", "ko-zh"])("a book of thirteen chapters in %s", (pair) => {
  const chapters = readChapters(pair);

  it.each([
    ["the first chapter on the target side", (): Chapter => lacking(chapters, 0, "target")],
    ["a chapter on the source side", (): Chapter => lacking(chapters, 6, "source")],
    ["the last chapter on the target side", (): Chapter => lacking(chapters, chapters.length - 1, "target")],
    ["nothing, but has front matter on the source side", (): Chapter => join([alone("source", FRONT), ...chapters])],
    ["nothing, but has front matter on the target side", (): Chapter => join([alone("target", FRONT), ...chapters])],
    [
      "nothing, but repeats the same lines after every chapter",
      (): Chapter =>
        join(
          chapters.flatMap((one) => [
            one,
            pairOf("All rights reserved.", "All rights reserved."),
            pairOf("* * *", "* * *"),
          ]),
        ),
    ],
  ])("that lacks %s is aligned as well as the whole", async (_, build) => {
    const whole = await alignBook(join(chapters), pair);
    expect((await alignBook(build(), pair)).f1).toBeGreaterThan(whole.f1 - SLACK);
  });

  it("leaves a paragraph that stands elsewhere on the other side alone or in doubt but for one, and hints at no other place", async () => {
    const [from, to] = [3, 9];
    const moved = chapters[from]?.target.slice(2, 8) ?? [];
    const target = chapters.map((chapter, k) => {
      if (k === from) return [...chapter.target.slice(0, 2), ...chapter.target.slice(8)];
      return k === to ? [...chapter.target.slice(0, 1), ...moved, ...chapter.target.slice(1)] : chapter.target;
    });
    const place = target.slice(0, to).flat().length + 1;
    const { beads, moved: hints } = await alignBook({ ...join(chapters), target: target.flat() }, pair);
    const isMoved = (k: number): boolean => k >= place && k < place + moved.length;
    const ofMoved = beads.filter(({ target: [at, end] }) => at < end && (isMoved(at) || isMoved(end - 1)));
    const isAlone = ({ source }: (typeof beads)[number]): boolean => source[0] === source[1];
    // One may be taken for the partner of what its neighbour lacks: docs/alignment.md, "What still fails".
    expect(ofMoved.filter((bead) => !isAlone(bead) && !bead.lowScore).length).toBeLessThanOrEqual(1);
    const right = chapters.slice(0, from).flatMap(({ source }) => source).length;
    const isThere = (k: number): boolean => k >= right && k < right + (chapters[from]?.source.length ?? 0);
    for (const { target: at, candidates } of hints) {
      if (at !== undefined && isMoved(at)) expect(candidates[0]).toSatisfy(isThere);
    }
  });
});
