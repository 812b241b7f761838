import type { LanguageTag, SideName } from "@stele/model";
import { simplifyHan } from "../anchors/readings.ts";
import { learnLexicon } from "../meaning/lexicon.ts";
import type { SideTokens } from "../meaning/side-tokens.ts";
import { mapInTurns, type Pace } from "../pace.ts";
import { cutWords } from "./cut-words.ts";
import type { ReadWord } from "./read-words.ts";
import { stemsOf } from "./word-stems.ts";

/** What both sides of a bead say. */
export type BeadTexts = Readonly<Record<SideName, string>>;

/** The languages of both sides. */
export type SideLanguages = Readonly<Record<SideName, LanguageTag>>;

/**
 * Words of one bitext that keep company over its beads: an evidence for the links in each of them. For each form of a
 * source word the forms of target words, and how sure that is, from 0 to 1.
 */
export type WordLexicon = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Learns from the beads of a bitext as the second pass does from tokens: by Dice's coefficient of forms of words. */
export async function learnWords(
  beads: readonly BeadTexts[],
  languages: SideLanguages,
  pace: Pace,
): Promise<WordLexicon> {
  const source = await readForms(beads, { side: "source", language: languages.source, pace });
  const target = await readForms(beads, { side: "target", language: languages.target, pace });
  const sure = beads.map((_, k) => ({ source: [k, k + 1], target: [k, k + 1], probability: 1 }) as const);
  const { source: partners } = await learnLexicon({ source: source.tokens, target: target.tokens }, sure, pace);
  const named = (type: number, { forms }: SideForms): string => forms[type] ?? "";
  return new Map(
    Array.from(partners, ([own, others]) => [
      named(own, source),
      new Map(others.map(([other, sureness]) => [named(other, target), sureness])),
    ]),
  );
}

/** How surely two words keep company; 0 where nothing is known of them. */
export function companyOf(lexicon: WordLexicon, own: readonly string[], others: readonly string[]): number {
  let most = 0;
  for (const form of own) {
    const known = lexicon.get(form);
    if (known === undefined) continue;
    for (const other of others) most = Math.max(most, known.get(other) ?? 0);
  }
  return most;
}

/** The forms that a word is known by: an English plural by its singular too. */
export function formsOf({ text, stems }: Pick<ReadWord, "text" | "stems">): readonly string[] {
  return [...new Set([text, ...stems, text.replace(PLURAL, "")])];
}

const PLURAL = /(?<=[a-z]{3})s$/u;

interface SideForms {
  readonly forms: readonly string[];
  readonly tokens: SideTokens;
}

async function readForms(
  beads: readonly BeadTexts[],
  { side, language, pace }: { readonly side: SideName; readonly language: LanguageTag; readonly pace: Pace },
): Promise<SideForms> {
  const typeOf = new Map<string, number>();
  const starts = [0];
  const tokens: number[] = [];
  await mapInTurns(beads, pace, ({ [side]: text }) => {
    for (const { start, end } of cutWords(text, language)) {
      const word = simplifyHan(text.slice(start, end).normalize("NFC").toLowerCase());
      for (const form of formsOf({ text: word, stems: stemsOf(word, language) })) {
        const type = typeOf.get(form) ?? typeOf.size;
        typeOf.set(form, type);
        tokens.push(type);
      }
    }
    starts.push(tokens.length);
  });
  const types = new Int32Array(typeOf.size);
  return {
    forms: [...typeOf.keys()],
    tokens: {
      types,
      weights: new Float32Array(types.length),
      tokens: Int32Array.from(tokens),
      starts: Int32Array.from(starts),
    },
  };
}
