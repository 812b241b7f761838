import { closeSync, copyFileSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Library, openLibrary } from "@stele/library";
import { describe, expect, it } from "vitest";
// two copies of SQLite in one process would not see each other's locks, so the other program uses the same one
import { sqlDriver } from "../src/sqlite/driver.ts";
import { ENGLISH, KOREAN, newFile, pair, side } from "./sample.ts";

/** Where SQLite's file header holds two numbers (sqlite.org/fileformat.html, section 1.3). */
const USER_VERSION = 60;
const APPLICATION_ID = 68;

const coded = (code: string) =>
  expect.objectContaining({ name: "SteleError", code, hint: expect.stringMatching(/\w/) });
const bitext = pair(side("en", ENGLISH), side("ko", KOREAN));

/** A closed library with one text and one answer. */
function filled(): string {
  const file = newFile();
  const library = openLibrary({ file });
  library.saveBitext(bitext);
  library.answers.put([answer("k1")]);
  library.close();
  return file;
}

function answer(key: string, text = "안녕.") {
  const facts = { key, engine: "deepl", source: "en", target: "ko", text: "Hi.", attempt: 1 } as const;
  return { facts, answer: { text } };
}

function patch(file: string, at: number, bytes: readonly number[]): void {
  const handle = openSync(file, "r+");
  writeSync(handle, Uint8Array.from(bytes), 0, bytes.length, at);
  closeSync(handle);
}

describe("a library file", () => {
  it("of a newer Stele is refused and not touched", () => {
    const file = filled();
    patch(file, USER_VERSION, [0, 0, 0, 99]);
    const before = readFileSync(file);
    expect(() => openLibrary({ file })).toThrow(coded("library-newer"));
    expect(readFileSync(file)).toEqual(before);
  });

  it.each([
    ["is text", (file: string) => writeFileSync(file, "Dear diary,\n".repeat(400))],
    ["belongs to another program", (file: string) => patch(file, APPLICATION_ID, [1, 2, 3, 4])],
    ["has lost its end", (file: string) => truncateSync(file, 5000)],
    [
      "has broken pages behind a sound first one",
      (file: string) =>
        patch(
          file,
          3 * 4096,
          Array.from({ length: 12 * 4096 }, () => 0xaa),
        ),
    ],
    [
      "has a broken first page",
      (file: string) =>
        patch(
          file,
          100,
          Array.from({ length: 300 }, () => 0xaa),
        ),
    ],
  ])("that %s is called damaged and kept as it is", (_, damage) => {
    const file = filled();
    damage(file);
    const before = readFileSync(file);
    expect(() => openLibrary({ file }).texts()).toThrow(coded("library-damaged"));
    expect(readFileSync(file)).toEqual(before);
  });

  it("with a broken page inside is found unsound", () => {
    const file = newFile();
    const writer = openLibrary({ file });
    const lines = Array.from({ length: 400 }, (_, index) => `Sentence number ${index}.`);
    writer.saveBitext(pair(side("en", lines), side("ko", lines)));
    writer.close();
    const pages = readFileSync(file).length / 4096;
    patch(
      file,
      4096 * (pages - 1),
      Array.from({ length: 64 }, () => 0xaa),
    );
    const library = openLibrary({ file });
    expect(library.isSound()).toBe(false);
    library.close();
  });

  it("that another process writes for too long is locked, and free again afterwards", () => {
    const file = filled();
    const other = new (sqlDriver().DatabaseSync)(file, { readOnly: false, timeout: 0 });
    other.exec("BEGIN IMMEDIATE");
    const library = openLibrary({ file, timeoutMs: 30 });
    expect(() => library.answers.put([answer("k2")])).toThrow(coded("library-locked"));
    expect(library.answers.get("k1")).toEqual({ text: "안녕." });
    other.exec("COMMIT");
    library.answers.put([answer("k2")]);
    expect(library.answers.get("k2")).toBeDefined();
    other.close();
    library.close();
  });

  it("opened read-only shows everything and takes nothing", () => {
    const file = filled();
    const library = openLibrary({ file, readOnly: true });
    expect(library.texts()).toHaveLength(1);
    expect(() => library.answers.put([answer("k2")])).toThrow(coded("library-read-only"));
    expect(() =>
      library.saveBitext({
        ...bitext,
        author: "Ana",
        beads: bitext.beads.map((bead) => ({ ...bead, lowScore: true })),
      }),
    ).toThrow(coded("library-read-only"));
    library.close();
  });

  it("whose folder is a file cannot be made", () => {
    const file = filled();
    expect(() => openLibrary({ file: join(file, "library.db") })).toThrow(coded("library-read-only"));
    expect(() => openLibrary({ file: join(dirname(file), "none.db"), readOnly: true })).toThrow(
      coded("library-read-only"),
    );
  });
});

describe("a full disk", () => {
  it("refuses what does not fit and keeps what was stored", () => {
    const file = filled();
    const library = openLibrary({ file, maxPages: 60 });
    const stored: string[] = [];
    const fill = (): void => {
      for (let number = 0; number < 1000; number += 1) {
        library.answers.put([answer(`full-${number}`, "가".repeat(2000))]);
        stored.push(`full-${number}`);
      }
    };
    expect(fill).toThrow(coded("disk-full"));
    expect(stored.length).toBeGreaterThan(3);
    for (const key of ["k1", ...stored]) expect(library.answers.get(key)).toBeDefined();
    expect(library.answers.get(`full-${stored.length}`)).toBeUndefined();
    expect(library.bitext(bitext.id)).toEqual(bitext);
    library.close();
    const again = openLibrary({ file });
    again.answers.put([answer("later")]);
    expect(again.answers.get("later")).toBeDefined();
    again.close();
  });

  it("leaves nothing half done of a bitext", () => {
    const file = newFile();
    const library = openLibrary({ file, maxPages: 60 });
    const lines = Array.from(
      { length: 500 },
      (_, index) => `Sentence number ${index} of a long text that fills the disk.`,
    );
    const long = pair(
      side("en", lines),
      side(
        "ko",
        lines.map((line) => `${line} 한국어`),
      ),
    );
    expect(() => library.saveBitext(long)).toThrow(coded("disk-full"));
    expect([library.texts(), library.article(long.source.article.id), [...library.memory.units()]]).toEqual([
      [],
      undefined,
      [],
    ]);
    library.close();
  });
});

describe("text that UTF-8 cannot hold", () => {
  const broken = "half \ud800 pair";
  const attempts: readonly (readonly [string, (library: Library) => unknown])[] = [
    ["an article", (library) => library.saveSide(side("en", [broken]))],
    ["an article with a NUL", (library) => library.saveSide(side("en", ["a\0b"]))],
    ["an answer", (library) => library.answers.put([answer("k2"), answer("k3", broken)])],
    ["an author", (library) => library.saveBitext(bitext, { author: broken })],
    ["a bitext", (library) => library.saveBitext(pair(side("en", [broken]), side("ko", ["반쪽"])))],
    [
      "a unit",
      (library) =>
        library.memory.add(
          [{ source: { language: "en", text: broken }, target: { language: "ko", text: "반쪽" }, standing: "human" }],
          "client",
        ),
    ],
    ["a word", (library) => library.words.mark({ language: "en", word: broken, state: "known" })],
  ];

  it.each(attempts)("is refused in %s, and nothing of it is stored", (_, attempt) => {
    const library = openLibrary({ file: newFile() });
    expect(() => attempt(library)).toThrow(coded("text-not-storable"));
    expect([library.texts(), library.answers.list(), [...library.memory.units()], library.words.list()]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    library.close();
  });
});

describe("a backup", () => {
  it("makes its folder, and is never written over a file or below one", () => {
    const file = filled();
    const library = openLibrary({ file });
    expect(() => library.backup(file)).toThrow(coded("output-exists"));
    expect(() => library.backup(join(file, "backup.db"))).toThrow(coded("output-failed"));
    const copy = join(dirname(file), "new", "folder", "backup.db");
    library.backup(copy);
    const kept = openLibrary({ file: copy, readOnly: true });
    expect(kept.bitext(bitext.id)).toEqual(bitext);
    kept.close();
    library.close();
  });

  it.each([
    ["is missing", "input-missing", () => {}],
    ["is text", "library-damaged", (file: string) => writeFileSync(file, "Dear diary,\n".repeat(400))],
    ["is empty", "library-damaged", (file: string) => writeFileSync(file, "")],
    [
      "is newer",
      "library-newer",
      (file: string) => {
        copyFileSync(filled(), file);
        patch(file, USER_VERSION, [0, 0, 0, 99]);
      },
    ],
  ] as const)("that %s changes nothing when restored", (_, code, make) => {
    const file = filled();
    const backup = join(dirname(file), "backup.db");
    make(backup);
    const library = openLibrary({ file });
    expect(() => library.restore(backup)).toThrow(coded(code));
    expect(() => library.restore(backup)).toThrow(` ${backup} `);
    expect(library.bitext(bitext.id)).toEqual(bitext);
    library.close();
  });
});
