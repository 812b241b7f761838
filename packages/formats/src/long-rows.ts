import { type Bead, glueOf, type LongBitext, type Passage, passageLine, type Row } from "@stele/model";
import { runText } from "./parallel-rows.ts";

/** A row of a bitext that is too long to be held, with its texts: source and translation. */
export interface LongRow extends Row {
  readonly text: readonly string[];
  /** True where a reader should look twice. */
  readonly isDoubtful: boolean;
}

/** The rows of such a bitext, made one after the other: its beads. They may be gone through as often as its passages. */
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
