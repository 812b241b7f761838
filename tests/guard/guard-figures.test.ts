import { readdirSync, readFileSync } from "node:fs";
import { createAligner, guardTools } from "@stele/core";
import { type LanguageTag, parseLanguageTag } from "@stele/model";
import { findReasons, type Glossary, type Term } from "@stele/translate";
import { describe, expect, it } from "vitest";

const SAMPLES = new URL("../../samples/", import.meta.url);
const DAMAGED = new URL("../gold/damaged/", import.meta.url);

interface GoldDocument {
  readonly src: readonly string[];
  readonly tgt: readonly string[];
  readonly gold: readonly (readonly [readonly number[], readonly number[]])[];
}

interface Gold {
  readonly src: string;
  readonly tgt: string;
  readonly documents: readonly GoldDocument[];
}

interface DamagedPiece {
  readonly id: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly damage: string;
  readonly source: string;
  readonly translation: string;
  readonly good: string;
  readonly names?: readonly Term[];
  readonly glossary?: Glossary;
}

function read<T>(url: URL): T {
  return JSON.parse(readFileSync(url, "utf8")) as T;
}

const tools = guardTools(createAligner({}));

/** Beads of the samples' own gold with both sides, in both directions: what a good translator wrote. */
function goodPieces(): readonly {
  readonly source: string;
  readonly target: string;
  readonly reasons: readonly string[];
}[] {
  const files = readdirSync(SAMPLES, { recursive: true, encoding: "utf8" }).filter((name) =>
    /gold-.*\.json$/u.test(name),
  );
  return files.flatMap((name) => {
    const { src, tgt, documents } = read<Gold>(new URL(name, SAMPLES));
    const [from, to] = [parseLanguageTag(src), parseLanguageTag(tgt)];
    const pairs = documents.flatMap((document) => textPairs(document));
    return pairs.flatMap(([source, target]) => [
      { source, target, reasons: findReasons(source, target, { source: from, target: to, tools }) },
      { source: target, target: source, reasons: findReasons(target, source, { source: to, target: from, tools }) },
    ]);
  });
}

function textPairs({ src, tgt, gold }: GoldDocument): readonly (readonly [string, string])[] {
  return gold
    .filter(([sources, targets]) => sources.length > 0 && targets.length > 0)
    .map(([sources, targets]) => [join(src, sources), join(tgt, targets)]);
}

function join(sentences: readonly string[], indexes: readonly number[]): string {
  return indexes.map((index) => sentences[index]).join(" ");
}

const pieces = readdirSync(DAMAGED)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => read<{ readonly pieces: readonly DamagedPiece[] }>(new URL(name, DAMAGED)).pieces);

function judge(piece: DamagedPiece, translation: string): readonly string[] {
  const { sourceLanguage, targetLanguage, names = [], glossary } = piece;
  return findReasons(piece.source, translation, {
    source: sourceLanguage,
    target: targetLanguage,
    tools: { ...tools, names: () => names },
    ...(glossary === undefined ? {} : { glossary }),
  });
}

interface TrickyPiece {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly damage?: string;
  readonly text: string;
  readonly translation: string;
}

const tricky = read<{ readonly good: readonly TrickyPiece[]; readonly damaged: readonly TrickyPiece[] }>(
  new URL("../gold/tricky/pieces.json", import.meta.url),
);

function reasonsFor({ text, translation, source, target }: TrickyPiece): readonly string[] {
  return findReasons(text, translation, { source, target, tools });
}

describe("the guard, of pieces written by somebody who had not seen its rules", () => {
  it("lets good translations in other writings pass: at most 2 % are flagged", () => {
    const flagged = tricky.good.filter((piece) => reasonsFor(piece).length > 0);
    console.log(`guard: ${flagged.length} of ${tricky.good.length} tricky good pieces flagged`);
    expect(tricky.good).toHaveLength(60);
    const told = flagged.map((piece) => `${reasonsFor(piece)}: ${piece.text} ${piece.translation}`);
    expect(told.length, told.join("\n")).toBeLessThanOrEqual(1);
  });

  it("catches at least nine in ten damaged ones, for the reason that was put there", () => {
    const missed = tricky.damaged.filter((piece) => !reasonsFor(piece).includes(piece.damage ?? ""));
    console.log(
      `guard: ${tricky.damaged.length - missed.length} of ${tricky.damaged.length} tricky damaged pieces caught`,
    );
    expect(tricky.damaged).toHaveLength(40);
    const told = missed.map((piece) => `${piece.damage}: ${piece.text} ${piece.translation}`);
    expect(told.length, told.join("\n")).toBeLessThanOrEqual(4);
  });
});

describe("the guard", () => {
  it("flags at most 2 % of the samples' good pieces", () => {
    const good = goodPieces();
    const flagged = good.filter(({ reasons }) => reasons.length > 0);
    console.log(`guard: ${flagged.length} of ${good.length} good pieces flagged`);
    expect(good.length).toBeGreaterThan(300);
    expect(flagged.length / good.length).toBeLessThanOrEqual(0.02);
  });

  it("catches at least 54 of the 60 damaged pieces, for the reason that was put there", () => {
    const caught = pieces.filter((piece) => judge(piece, piece.translation).includes(piece.damage));
    console.log(`guard: ${caught.length} of ${pieces.length} damaged pieces caught`);
    expect(pieces).toHaveLength(60);
    expect(caught.length).toBeGreaterThanOrEqual(54);
  });

  it("lets the good translations beside the damaged ones pass", () => {
    expect(pieces.filter((piece) => judge(piece, piece.good).length > 0).map(({ id }) => id)).toEqual([]);
  });

  it("judges lengths alike in both directions: a terse sentence and a wordy one may be each other's translation", () => {
    const terse = "周二气温骤降，全市停课。";
    const wordy = "Schools all over the city closed on Tuesday as the temperature plunged suddenly.";
    expect(findReasons(terse, wordy, { source: "zh-Hans", target: "en", tools })).toEqual([]);
    expect(findReasons(wordy, terse, { source: "en", target: "zh-Hans", tools })).toEqual([]);
    expect(findReasons(wordy, "停课。", { source: "en", target: "zh-Hans", tools })).toEqual(["length"]);
  });
});
