import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface BeadGold {
  readonly src: string;
  readonly tgt: string;
  readonly documents: readonly {
    readonly id: string;
    readonly src: readonly string[];
    readonly tgt: readonly string[];
    readonly gold: readonly (readonly [readonly number[], readonly number[]])[];
  }[];
}

interface WordGold {
  readonly pairs: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly sourceWords: readonly string[];
    readonly targetWords: readonly string[];
    readonly links: readonly (readonly [readonly number[], readonly number[]])[];
  }[];
}

interface DamagedGold {
  readonly pieces: readonly { readonly id: string; readonly translation: string; readonly good: string }[];
}

const pairs = ["en-ko", "en-zh", "ko-zh"];
const samples = new URL("../../samples/", import.meta.url);
const sampleNames = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const novels = new URL("novels/", import.meta.url);
const beadFiles = [
  ...readdirSync(novels).map((name) => new URL(name, novels)),
  ...pairs.map((pair) => new URL(`align/passages-${pair}.json`, import.meta.url)),
  ...sampleNames.flatMap((name) => pairs.map((pair) => new URL(`${name}/gold-${pair}.json`, samples))),
];

const read = <T>(file: URL): T => JSON.parse(readFileSync(file, "utf8"));

/** What stands in `text` between the parts and around them; fails where a part is not there in order. */
function between(text: string, parts: readonly string[]): string {
  let rest = "";
  let position = 0;
  for (const part of parts) {
    const found = text.indexOf(part, position);
    expect(found, part).toBeGreaterThanOrEqual(0);
    rest += text.slice(position, found);
    position = found + part.length;
  }
  return rest + text.slice(position);
}

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe("the beads set by hand", () => {
  it.each(beadFiles.map((file) => [file.pathname.split("/").slice(-2).join("/"), file] as const))(
    "hold every sentence of %s exactly once, in order, and leave one-sided ones alone",
    (_name, file) => {
      for (const { id, src, tgt, gold } of read<BeadGold>(file).documents) {
        expect(
          gold.flatMap(([source]) => source),
          id,
        ).toEqual(upTo(src.length));
        expect(
          gold.flatMap(([, target]) => target),
          id,
        ).toEqual(upTo(tgt.length));
        for (const [source, target] of gold)
          if (source.length === 0 || target.length === 0) expect(source.length + target.length, id).toBe(1);
      }
    },
  );

  it.each(sampleNames)("stand on sentences that rebuild the article %s but for blanks", (name) => {
    for (const pair of pairs) {
      const { src, tgt, documents } = read<BeadGold>(new URL(`${name}/gold-${pair}.json`, samples));
      const document = documents[0];
      for (const [language, sentences] of [[src, document?.src ?? []] as const, [tgt, document?.tgt ?? []] as const]) {
        const text = readFileSync(new URL(`${name}/${name}.${language}.txt`, samples), "utf8");
        expect(between(text, sentences).trim()).toBe("");
      }
    }
  });
});

describe("the word links set by hand", () => {
  it.each(pairs.flatMap((pair) => [[pair, 60] as const, [`texts-${pair}`, 45] as const]))(
    "name words of the %s sentences, in order and in range",
    (name, sentences) => {
      const gold = read<WordGold>(new URL(`words/${name}.json`, import.meta.url));
      expect(gold.pairs).toHaveLength(sentences);
      for (const { id, source, target, sourceWords, targetWords, links } of gold.pairs) {
        expect(between(source, sourceWords), id).not.toMatch(/[\p{L}\p{N}]/u);
        expect(between(target, targetWords), id).not.toMatch(/[\p{L}\p{N}]/u);
        for (const [from, to] of links) {
          expect(from.length * to.length, id).toBeGreaterThan(0);
          expect(upTo(sourceWords.length), id).toEqual(expect.arrayContaining([...from]));
          expect(upTo(targetWords.length), id).toEqual(expect.arrayContaining([...to]));
        }
      }
    },
  );
});

describe("the damaged pieces", () => {
  it("are sixty, each with its good translation beside it", () => {
    const pieces = ["en-ko", "en-zh"].flatMap(
      (pair) => read<DamagedGold>(new URL(`damaged/${pair}.json`, import.meta.url)).pieces,
    );
    expect(pieces).toHaveLength(60);
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(60);
    for (const { id, translation, good } of pieces) expect(translation, id).not.toBe(good);
  });
});

describe("terms", () => {
  interface TermGold {
    readonly texts: readonly { readonly id: string; readonly terms: readonly Record<"en" | "ko" | "zh", string[]>[] }[];
  }
  const { texts } = read<TermGold>(new URL("terms/terms.json", import.meta.url));
  const passages = read<BeadGold>(new URL("align/passages-en-ko.json", import.meta.url)).documents;

  it.each(texts)("of $id stand in its English text, with forms in all three languages", ({ id, terms }) => {
    const passage = passages.find((one) => one.id === id)?.src.join(" ");
    const text = (passage ?? readFileSync(new URL(`${id}/${id}.en.txt`, samples), "utf8")).toLowerCase();
    for (const { en, ko, zh } of terms) {
      expect([en, en.some((form) => text.includes(form.toLowerCase()))]).toEqual([en, true]);
      expect(Math.min(ko.length, zh.length)).toBeGreaterThan(0);
    }
  });

  interface RowText {
    readonly id: string;
    readonly rows: readonly Record<"en" | "ko" | "zh", string>[];
    readonly terms: readonly Record<"en" | "ko" | "zh", string[]>[];
  }
  const { texts: rowTexts } = read<{ texts: readonly RowText[] }>(new URL("terms/texts.json", import.meta.url));

  it.each(rowTexts)("of $id stand in its text in every language", ({ rows, terms }) => {
    for (const language of ["en", "ko", "zh"] as const) {
      const text = rows
        .map((row) => row[language])
        .join(" ")
        .toLowerCase();
      for (const { [language]: forms } of terms)
        expect([forms, forms.some((form) => text.includes(form.toLowerCase()))]).toEqual([forms, true]);
    }
  });
});
