import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLibrary, StaleRevision } from "@stele/library";
import { createArticle, createBitext, type LanguageTag, type Standing } from "@stele/model";
import { describe, expect, it } from "vitest";

const folder = (): string => mkdtempSync(join(tmpdir(), "stele-library-"));

/** A side whose sentences stand one a line, each a block of its own. */
export function side(language: LanguageTag, lines: readonly string[], standing: Standing = "human") {
  let at = 0;
  const blocks = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return { kind: "paragraph" as const, start, end: start + line.length };
  });
  return {
    article: createArticle({ language, text: lines.join("\n"), blocks }),
    sentences: blocks.map(({ start, end }, block) => ({ start, end, block })),
    provenance: { origin: { kind: "file" as const, name: "a.txt" }, standing },
  };
}

const english = side("en", ["The river rose on Monday.", "Two bridges were closed."]);
const korean = side("ko", ["월요일에 강물이 불었다.", "다리 두 곳이 통제됐다."]);
const bitext = createBitext({
  source: english,
  target: korean,
  beads: [
    { source: [0, 1], target: [0, 1], score: 0.98, lowScore: false },
    { source: [1, 2], target: [1, 2], score: 0.4, lowScore: true },
  ],
});

describe("a library", () => {
  it("gives a bitext back as it was, after closing and opening again", () => {
    const file = join(folder(), "deep", "library.db");
    const first = openLibrary({ file });
    expect(first.saveBitext(bitext)).toEqual(bitext);
    first.close();
    const second = openLibrary({ file });
    expect(second.bitext(bitext.id)).toEqual(bitext);
    expect(second.texts()).toMatchObject([
      {
        title: "The river rose on Monday.",
        languages: ["en", "ko"],
        sentences: { en: 2, ko: 2 },
        bitexts: [bitext.id],
      },
    ]);
    second.close();
  });

  it("refuses a stale write and shows both versions", () => {
    const library = openLibrary({ file: join(folder(), "library.db") });
    library.saveBitext(bitext);
    const mine = { ...bitext, author: "Ana", beads: bitext.beads.map((bead) => ({ ...bead, lowScore: false })) };
    expect(library.saveBitext(mine).revision).toBe(2);
    const late = { ...bitext, author: "Bo", beads: bitext.beads.map((bead) => ({ ...bead, lowScore: true })) };
    try {
      library.saveBitext(late, { seen: 1 });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StaleRevision);
      expect(error).toMatchObject({
        code: "stale-revision",
        stored: { author: "Ana", revision: 2 },
        refused: { author: "Bo" },
      });
    }
    expect(library.history(bitext.id).map(({ author }) => author)).toEqual(["stele", "Ana"]);
    expect(library.restoreRevision(bitext.id, 1, { author: "Ana" })).toMatchObject({
      revision: 3,
      beads: bitext.beads,
    });
    library.close();
  });

  it("removes a text and brings it back", () => {
    const library = openLibrary({ file: join(folder(), "library.db") });
    library.saveBitext(bitext);
    library.removeText(english.article.id);
    expect(library.texts()).toEqual([]);
    expect(library.removedTexts()).toHaveLength(1);
    library.restoreText(english.article.id);
    expect(library.texts()).toHaveLength(1);
    library.close();
  });

  it("keeps answers", () => {
    const library = openLibrary({ file: join(folder(), "library.db") });
    const facts = { key: "k", engine: "deepl", source: "en", target: "ko", text: "Hello.", attempt: 1 } as const;
    library.answers.put([{ facts, answer: { text: "안녕하세요.", charged: 6 } }]);
    expect(library.answers.get("k")).toEqual({ text: "안녕하세요.", charged: 6 });
    library.answers.markRejected("k", ["length"]);
    expect(library.answers.list()).toMatchObject([{ facts, rejected: ["length"] }]);
    library.close();
  });

  it("restores a backup", () => {
    const place = folder();
    const library = openLibrary({ file: join(place, "library.db") });
    library.saveBitext(bitext);
    library.backup(join(place, "backup.db"));
    library.saveArticle(createArticle({ language: "en", text: "Another text." }));
    expect(library.texts()).toHaveLength(2);
    library.restore(join(place, "backup.db"));
    expect(library.texts()).toHaveLength(1);
    library.close();
  });
});
