import { type Bead, glueOf, type LongBitext, type Passage, passageLine, type Row } from "@stele/model";
import { runText } from "./parallel-rows.ts";

/** A row of a bitext that is too long to be held, with its texts: source and translation. */
export interface LongRow extends Row {
  readonly text: readonly string[];
  /** True where a reader should look twice. */
  readonly isDoubtful: boolean;
}

/** Two or three languages that are too long to be held, in rows. */
export interface LongPolytext {
  /** The translations of the first side, and where there is one, the bitext between them. */
  readonly bitexts: readonly LongBitext[];
  readonly rows: Iterable<LongRow>;
  /** How many there are. */
  readonly length: number;
}

/** One such bitext as such a polytext, whose rows are its beads. */
export function asLongPolytext(bitext: LongBitext): LongPolytext {
  return { bitexts: [bitext], rows: longRows(bitext), length: bitext.beads };
}

/** The translations of the first side. */
export function translationsIn({ bitexts }: LongPolytext): readonly LongBitext[] {
  return bitexts.filter(({ source }) => source.article.id === bitexts[0]?.source.article.id);
}

/**
 * The rows of such a bitext, made one after the other: its beads. They may be gone through as often as its passages.
 */
export function longRows(bitext: LongBitext): Iterable<LongRow> {
  return {
    *[Symbol.iterator]() {
      for (const passage of bitext.passages) for (const bead of passage.beads) yield rowOf(bead, passage, bitext);
    },
  };
}

function rowOf(bead: Bead, passage: Passage, { source, target }: LongBitext): LongRow {
  const [from, to] = bead.target;
  const lines = Array.from({ length: to - from }, (_, at) => passageLine(passage, from + at));
  const translation = lines.join(glueOf(target.language));
  return {
    runs: [bead.source, bead.target],
    score: bead.score,
    text: [runText(source, bead.source), translation],
    isDoubtful: bead.lowScore,
  };
}
