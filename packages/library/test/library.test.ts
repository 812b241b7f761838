import { dirname, join } from "node:path";
import { openLibrary, StaleRevision } from "@stele/library";
import { createArticle, createBitext } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHINESE, ENGLISH, KOREAN, newFile, pair, side } from "./sample.ts";

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
    const file = join(dirname(newFile()), "deep", "library.db");
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
    const library = openLibrary({ file: newFile() });
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
    const library = openLibrary({ file: newFile() });
    library.saveBitext(bitext);
    library.removeText(english.article.id);
    expect(library.texts()).toEqual([]);
    expect(library.removedTexts()).toHaveLength(1);
    library.restoreText(english.article.id);
    expect(library.texts()).toHaveLength(1);
    library.close();
  });

  it("keeps answers", () => {
    const library = openLibrary({ file: newFile() });
    const facts = { key: "k", engine: "deepl", source: "en", target: "ko", text: "Hello.", attempt: 1 } as const;
    library.answers.put([{ facts, answer: { text: "안녕하세요.", charged: 6 } }]);
    expect(library.answers.get("k")).toEqual({ text: "안녕하세요.", charged: 6 });
    library.answers.markRejected("k", ["length"]);
    expect(library.answers.list()).toMatchObject([{ facts, rejected: ["length"] }]);
    library.close();
  });

  it("restores a backup", () => {
    const file = newFile();
    const place = dirname(file);
    const library = openLibrary({ file });
    library.saveBitext(bitext);
    library.backup(join(place, "backup.db"));
    library.saveSide(side("en", ["Another text."]));
    expect(library.texts()).toHaveLength(2);
    library.restore(join(place, "backup.db"));
    expect(library.texts()).toHaveLength(1);
    library.close();
  });

  it("lists three languages of one article as one text, the third pair too", () => {
    const library = openLibrary({ file: newFile() });
    const [en, ko, zh] = [side("en", ENGLISH), side("ko", KOREAN), side("zh-Hans", CHINESE)];
    library.saveSide(ko);
    for (const bitext of [pair(en, ko), pair(en, zh), pair(ko, zh)]) library.saveBitext(bitext);
    const [text, ...more] = library.texts();
    expect(more).toEqual([]);
    expect(text).toMatchObject({ id: en.article.id, languages: ["en", "ko", "zh-Hans"] });
    expect(text?.bitexts).toHaveLength(3);
    expect(library.bitextsOf(zh.article.id)).toHaveLength(3);
    library.close();
  });

  it("keeps an edited translation as a revision with a new article in the same text", () => {
    const library = openLibrary({ file: newFile() });
    const first = library.saveBitext(pair(side("en", ENGLISH), side("ko", KOREAN)));
    const edited = side("ko", [...KOREAN.slice(0, 2), "두 나라는 더 가까이 협력하기로 했다."]);
    const article = createArticle({ ...edited.article, derivedFrom: first.target.article.id });
    const saved = library.saveBitext({ ...first, target: { ...edited, article }, author: "Ana" }, { seen: 1 });
    expect(saved).toMatchObject({ revision: 2, author: "Ana" });
    expect(library.article(article.id)?.derivedFrom).toBe(first.target.article.id);
    expect(library.bitext(first.id, 1)).toEqual(first);
    expect(library.texts()).toHaveLength(1);
    library.close();
  });

  it("keeps the sentences and the file of a text that has no translation, until it is deleted for good", () => {
    const library = openLibrary({ file: newFile() });
    const alone = side("en", ENGLISH);
    library.saveSide(alone);
    expect(library.side(alone.article.id)).toEqual(alone);
    expect(library.texts()[0]?.sentences).toEqual({ en: ENGLISH.length });
    library.saveBitext(pair(side("ko", KOREAN), side("zh-Hans", CHINESE)));
    library.purgeRemoved();
    expect(library.side(alone.article.id)).toEqual(alone);
    library.removeText(alone.article.id);
    library.purgeRemoved();
    expect(library.side(alone.article.id)).toBeUndefined();
    library.close();
  });

  it("writes no revision where nothing changed", () => {
    const library = openLibrary({ file: newFile() });
    const bitext = library.saveBitext(pair(side("en", ENGLISH), side("ko", KOREAN)));
    expect(library.saveBitext(bitext)).toEqual(bitext);
    expect(library.history(bitext.id)).toHaveLength(1);
    library.close();
  });

  it("keeps the guard's report and the provenance of single sentences", () => {
    const library = openLibrary({ file: newFile() });
    const report = {
      pieces: [{ source: [0, 1], target: [0, 1], verdict: "suspicious", reasons: ["length"], attempts: 2 }],
      counts: { empty: 0, suspicious: 1, split: 0, merged: 0, kept: 2 },
    } as const;
    const target = {
      ...side("ko", KOREAN, "machine"),
      overrides: { 1: { origin: { kind: "person", name: "Ana" }, standing: "corrected" } } as const,
    };
    const bitext = createBitext({ ...pair(side("en", ENGLISH), target), report });
    library.saveBitext(bitext);
    expect(library.bitext(bitext.id)).toEqual(bitext);
    library.close();
  });

  it("forgets a removed text for good when asked, and nothing else", () => {
    const library = openLibrary({ file: newFile() });
    const en = side("en", ENGLISH);
    library.saveBitext(pair(en, side("ko", KOREAN)));
    const other = side("en", ["Snow fell."]);
    library.saveBitext(pair(other, side("ko", ["눈이 내렸다."])));
    library.removeText(en.article.id);
    expect(library.purgeRemoved()).toBe(1);
    expect(library.article(en.article.id)).toBeUndefined();
    expect(library.concordance({ query: "river" })).toEqual([]);
    expect(library.texts()).toHaveLength(1);
    expect(library.concordance({ query: "눈" })).toHaveLength(1);
    library.close();
  });

  it("keeps answers through a restore, those made since too, and the state before beside it", () => {
    const file = newFile();
    const library = openLibrary({ file });
    const facts = { engine: "deepl", source: "en", target: "ko", text: "Hi.", attempt: 1 } as const;
    library.answers.put([{ facts: { ...facts, key: "before" }, answer: { text: "안녕." } }]);
    library.saveBitext(pair(side("en", ENGLISH), side("ko", KOREAN)));
    const backup = join(dirname(file), "backup.db");
    library.backup(backup);
    library.answers.put([{ facts: { ...facts, key: "since" }, answer: { text: "안녕하세요." } }]);
    const before = library.restore(backup);
    expect([library.answers.get("before"), library.answers.get("since")]).toMatchObject([
      { text: "안녕." },
      { text: "안녕하세요." },
    ]);
    expect(library.concordance({ query: "협력" })).toHaveLength(1);
    const old = openLibrary({ file: before, readOnly: true });
    expect(old.answers.get("since")).toBeDefined();
    old.close();
    library.close();
  });

  it("lists runs with their state, and those whose process is gone as interrupted", () => {
    const library = openLibrary({ file: newFile() });
    const facts = { input: "a.txt", engine: "deepl", source: "en", target: "ko", texts: 3 } as const;
    const done = library.runs.start(facts);
    library.runs.update(done, { answered: 2, inFlight: 1, charged: 40 });
    library.runs.update(done, { answered: 3, inFlight: 0 });
    library.runs.end(done, "finished");
    library.runs.start({ ...facts, input: "b.txt" });
    expect(library.runs.list()).toMatchObject([
      { input: "b.txt", state: "running", answered: 0 },
      { input: "a.txt", state: "finished", answered: 3, inFlight: 0, charged: 40 },
    ]);
    library.close();
  });

  it("keeps marked words and saved sentences", () => {
    const library = openLibrary({ file: newFile() });
    library.words.mark({ language: "ko", word: "강물", state: "learning" });
    library.words.mark({ language: "ko", word: "강물", state: "known", note: "river" });
    library.words.mark({ language: "en", word: "river", state: "known" });
    expect(library.words.list("ko")).toMatchObject([{ word: "강물", state: "known", note: "river" }]);
    library.words.unmark("en", "river");
    expect(library.words.list()).toHaveLength(1);
    const sentence = {
      sourceLanguage: "en",
      source: "The river rose.",
      targetLanguage: "ko",
      target: "강물이 불었다.",
      word: "river",
    } as const;
    const id = library.sentences.save(sentence);
    expect(library.sentences.save(sentence)).toBe(id);
    expect(library.sentences.list()).toMatchObject([{ id, word: "river", target: "강물이 불었다." }]);
    const other = library.sentences.save({ ...sentence, word: "rose" });
    expect(library.sentences.list().map((kept) => kept.id)).toEqual([other, id]);
    library.sentences.remove(other);
    library.sentences.remove(id);
    expect(library.sentences.list()).toEqual([]);
    expect(() => library.sentences.remove(id)).toThrow(expect.objectContaining({ code: "not-found" }));
    library.close();
  });

  it("keeps several writes together, or none of them", () => {
    const library = openLibrary({ file: newFile() });
    const bitexts = [
      pair(side("en", ENGLISH), side("ko", KOREAN)),
      pair(side("en", ENGLISH), side("zh-Hans", CHINESE)),
    ];
    const failing = (): void =>
      library.together(() => {
        for (const bitext of bitexts) library.saveBitext(bitext);
        throw new RangeError("changed my mind");
      });
    expect(failing).toThrow(RangeError);
    expect(library.texts()).toEqual([]);
    library.together(() => bitexts.map((bitext) => library.saveBitext(bitext)));
    expect(library.texts()).toMatchObject([{ languages: ["en", "ko", "zh-Hans"] }]);
    library.close();
  });

  it("gives any text back that UTF-8 can hold, to the code unit", () => {
    const library = openLibrary({ file: newFile() });
    const check = (): void =>
      fc.assert(
        fc.property(fc.string({ unit: "binary" }), (text) => {
          fc.pre(!/[\p{Surrogate}\0]/u.test(text));
          const article = createArticle({ language: "en", text });
          library.saveSide({ ...side("en", []), article });
          expect(library.article(article.id)).toEqual(article);
        }),
      );
    library.together(check); // one wait for the disk
    library.close();
  });
});
