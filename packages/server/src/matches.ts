import { type Bitext, joinLines, type Library, linesOf, type Side } from "@stele/core/node";
import type { MatchItem } from "./api-types.ts";

/** Below this a match helps nobody who translates. */
const LEAST_SCORE = 0.75;
const MOST_MATCHES = 5;

/** What the memory has for the source of a bead, best first, without what stands there already. */
export function matchesOf(library: Library, { source, target, beads }: Bitext, index: number): readonly MatchItem[] {
  const bead = beads[index];
  const text = bead === undefined ? "" : textIn(source, bead.source);
  if (bead === undefined || text === "") return [];
  const own = textIn(target, bead.target);
  const found = library.memory.find({
    text,
    source: source.article.language,
    target: target.article.language,
    minScore: LEAST_SCORE,
    limit: MOST_MATCHES + 1,
  });
  return found
    .filter((match) => match.target !== own)
    .slice(0, MOST_MATCHES)
    .map(({ source, target, score, standing }) => ({ source, target, score, standing }));
}

function textIn(side: Side, range: readonly [number, number]): string {
  return joinLines(
    linesOf(side)
      .slice(...range)
      .join("\n"),
  );
}
