import type { Bead, LanguageTag, Range } from "@stele/model";
import { latinWords } from "./anchors/latin-words.ts";
import { numerals } from "./anchors/numerals.ts";
import { placeAnchors } from "./anchors/place-anchors.ts";
import { lengthPrior } from "./length-prior.ts";
import type { SideTokens } from "./meaning/side-tokens.ts";
import { tokenGain } from "./meaning/token-gain.ts";
import { mapInTurns, type Pace } from "./pace.ts";
import type { ReadTexts, TextPair } from "./read-texts.ts";

/** Why a bead was made or why it is in doubt: facts that a page can say in words. */
export interface BeadExplanation {
  /** Index of the bead. */
  readonly bead: number;
  /** Figures of the source that the target lacks, also in words, as normalised values. */
  readonly missingFigures: readonly string[];
  /** Figures of the target that the source lacks, also in words. */
  readonly addedFigures: readonly string[];
  /** Figures and names that both sides hold. */
  readonly sharedAnchors: readonly string[];
  /** Target length over the length expected for the pair; 1 is usual. `null` on one-sided beads. */
  readonly lengthFactor: number | null;
  /**
   * How well the words fit: 0 as by chance, 1 as if every word stood on the other side itself. `null` without vectors,
   * on one-sided beads and on beads that were not searched.
   */
  readonly meaning: number | null;
}

/** A bead and the gain that its words had in the search. */
export interface GainedBead {
  readonly bead: Bead;
  readonly gain: number | undefined;
}

/** Explains every bead. */
export async function explainBeads(
  { pair, texts }: { readonly pair: TextPair; readonly texts: ReadTexts },
  beads: readonly GainedBead[],
  pace: Pace,
): Promise<BeadExplanation[]> {
  const { ratio } = lengthPrior(pair.languages.source, pair.languages.target);
  return mapInTurns(beads, pace, ({ bead, gain }, index) => {
    const source = anchorsIn(pair.source, bead.source, pair.languages.source);
    const target = anchorsIn(pair.target, bead.target, pair.languages.target);
    const isTwoSided = source.units > 0 && target.units > 0;
    return {
      bead: index,
      missingFigures: isTwoSided ? without(source.figures, target) : [],
      addedFigures: isTwoSided ? without(target.figures, source) : [],
      sharedAnchors: common(source, target),
      lengthFactor: isTwoSided ? target.units / (source.units * ratio) : null,
      meaning: isTwoSided && gain !== undefined ? shareOfBest(texts, bead, gain) : null,
    };
  });
}

interface Anchors {
  readonly units: number;
  readonly figures: ReadonlySet<string>;
  /** Figures that may be there in words. */
  readonly numerals: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function anchorsIn(sentences: readonly string[], [from, to]: Range, language: LanguageTag): Anchors {
  const run = sentences.slice(from, to);
  return {
    units: run.reduce((sum, sentence) => sum + sentence.length, 0),
    figures: new Set(run.flatMap(figuresOf)),
    numerals: new Set(run.flatMap((sentence) => numerals(sentence, language))),
    names: new Set(run.flatMap((sentence) => [...latinWords(sentence)])),
  };
}

function figuresOf(sentence: string): string[] {
  return placeAnchors(sentence.normalize("NFKC")).figures.map(({ value }) => value);
}

function without(own: ReadonlySet<string>, other: Anchors): string[] {
  return [...own].filter((figure) => !other.figures.has(figure) && !other.numerals.has(figure));
}

function common(source: Anchors, target: Anchors): string[] {
  return [
    ...[...source.figures].filter((figure) => target.figures.has(figure)),
    ...[...source.names].filter((name) => target.names.has(name)),
  ];
}

function shareOfBest({ source, target }: ReadTexts, bead: Bead, gain: number): number | null {
  if (source.words === undefined || target.words === undefined) return null;
  const most = bestGain(source.words.side, bead.source) + bestGain(target.words.side, bead.target);
  return most === 0 ? null : Math.max(0, Math.min(1, gain / most));
}

function bestGain(side: SideTokens, [from, to]: Range): number {
  let sum = 0;
  for (let t = side.starts[from] ?? 0; t < (side.starts[to] ?? 0); t++) {
    sum += tokenGain(1, side.weights[side.tokens[t] ?? 0] ?? 0);
  }
  return sum;
}
