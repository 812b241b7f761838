/** How well departures from a glossary are told on tests/gold/terms/checks.json. */
import { readFileSync } from "node:fs";
import { checkTerms } from "@stele/core";
import type { Term } from "@stele/core/node";
import type { LanguageTag } from "@stele/model";

interface Piece {
  readonly source: string;
  readonly target: string;
  /** Source terms whose translation is another one. */
  readonly departs: readonly string[];
}

interface CheckSet {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly terms: readonly Term[];
  readonly pieces: readonly Piece[];
}

/** Pieces, and the terms that were judged otherwise than by hand. */
export interface CheckFigures {
  readonly good: number;
  readonly departing: number;
  readonly falseAlarms: readonly string[];
  readonly missed: readonly string[];
}

/** Checks all pieces, each against the glossary of its set. */
export function checkFigures(): CheckFigures {
  const { sets } = JSON.parse(readFileSync(new URL("../gold/terms/checks.json", import.meta.url), "utf8")) as {
    readonly sets: readonly CheckSet[];
  };
  const pieces = sets.flatMap((set) => set.pieces.map((piece) => ({ piece, ...judge(piece, set) })));
  return {
    good: pieces.filter(({ piece }) => piece.departs.length === 0).length,
    departing: pieces.filter(({ piece }) => piece.departs.length > 0).length,
    falseAlarms: pieces.flatMap(({ falseAlarms }) => falseAlarms),
    missed: pieces.flatMap(({ missed }) => missed),
  };
}

function judge(piece: Piece, { terms }: CheckSet): Pick<CheckFigures, "falseAlarms" | "missed"> {
  const told = checkTerms([piece], { terms }).map(({ source }) => source);
  const named = (term: string): string => `${term}: ${piece.source} → ${piece.target}`;
  return {
    falseAlarms: told.filter((term) => !piece.departs.includes(term)).map(named),
    missed: piece.departs.filter((term) => !told.includes(term)).map(named),
  };
}
