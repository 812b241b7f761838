import { type Bead, type Bitext, type Provenance, type Range, type Side, sentenceLine } from "@stele/model";
import { runText } from "./parallel-rows.ts";

/** A bead with its texts. */
export interface BeadTexts {
  readonly bead: Bead;
  readonly source: string;
  readonly target: string;
}

/** The pair's languages as files name them: `en-ko`. */
export function pairName({ source, target }: Bitext): string {
  return `${source.article.language}-${target.article.language}`;
}

/** Every bead of a pair with the texts of its sides. */
export function* beadTexts(pair: Bitext): Iterable<BeadTexts> {
  for (const bead of pair.beads) {
    yield { bead, source: runText(pair.source, bead.source), target: runText(pair.target, bead.target) };
  }
}

/** The beads that have a text on both sides: what memories and corpora take. */
export function* fullBeadTexts(pair: Bitext): Iterable<BeadTexts> {
  for (const texts of beadTexts(pair)) {
    if (texts.source.trim() !== "" && texts.target.trim() !== "") yield texts;
  }
}

/** The sentences of a side, one a line, each with its line feed. */
export function* sentenceLines({ article, sentences }: Side): Iterable<string> {
  for (const sentence of sentences) yield `${sentenceLine(article, sentence)}\n`;
}

/** The provenance of a run: its sentences' where they all have one of their own, else the side's. */
export function runProvenance({ provenance, overrides }: Side, [from, to]: Range): Provenance {
  const own = overrides?.[from];
  if (own === undefined || from >= to) return provenance;
  for (let sentence = from + 1; sentence < to; sentence += 1) {
    if (overrides?.[sentence]?.standing !== own.standing) return provenance;
  }
  return own;
}
