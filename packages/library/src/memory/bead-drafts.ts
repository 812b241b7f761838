import { type Bead, type BitextId, glueOf, type LanguageTag, type Range, type Side, sentenceLine } from "@stele/model";
import { beadRank } from "./standing.ts";
import { textHash } from "./text-hash.ts";
import type { SideDraft, UnitDraft } from "./unit-store.ts";

/** A side as units are made of it: its lines are asked for one by one. */
export interface UnitSide extends Pick<Side, "provenance" | "overrides"> {
  readonly language: LanguageTag;
  /** Empty where there is no such sentence. */
  line(sentence: number): string;
  /** Of the line; 0 where there is no such sentence. */
  hash(sentence: number): number;
}

/** A bead with its place in the bitext and both its sides. */
export interface PlacedBead {
  readonly bead: Bead;
  readonly index: number;
  readonly source: UnitSide;
  readonly target: UnitSide;
}

/** A side that is held. */
export function unitSide({ article, sentences, ...trust }: Side): UnitSide {
  const lineOf = (index: number): string | undefined => {
    const sentence = sentences[index];
    return sentence === undefined ? undefined : sentenceLine(article, sentence);
  };
  return {
    ...trust,
    language: article.language,
    line: (index) => lineOf(index) ?? "",
    hash: (index) => {
      const line = lineOf(index);
      return line === undefined ? 0 : textHash(line);
    },
  };
}

/** The units that beads of a bitext are in the memory. */
export function* beadDrafts(
  beads: Iterable<PlacedBead>,
  { bitextId, memory }: { readonly bitextId: BitextId; readonly memory: number },
): Generator<UnitDraft, void, undefined> {
  const savedAt = Date.now();
  for (const { bead, index, source, target } of beads) {
    yield {
      memory,
      sides: [...sideDraft(source, bead.source, false), ...sideDraft(target, bead.target, true)],
      rank: beadRank({ side: source, run: bead.source }, { side: target, run: bead.target }),
      score: bead.score,
      isLow: bead.lowScore,
      bitextId,
      bead: index,
      savedAt,
    };
  }
}

function sideDraft(side: UnitSide, [from, to]: Range, isTarget: boolean): readonly SideDraft[] {
  const { language } = side;
  const lines = Array.from({ length: to - from }, (_, at) => side.line(from + at));
  const text = lines.join(glueOf(language));
  if (text.trim() === "") return [];
  return [{ isTarget, language, text, before: side.hash(from - 1), after: side.hash(to) }];
}
