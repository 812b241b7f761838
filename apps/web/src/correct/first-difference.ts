import type { Bitext } from "../api/nouns.ts";

/** The index of the first bead in which two revisions of a bitext differ, in its bounds or its words. */
export function firstDifference(one: Bitext, other: Bitext): number {
  const count = Math.max(one.beads.length, other.beads.length);
  for (let index = 0; index < count; index += 1) {
    if (contentOf(one, index) !== contentOf(other, index)) return index;
  }
  return 0;
}

function contentOf(bitext: Bitext, index: number): string {
  const bead = bitext.beads[index];
  if (bead === undefined) return "";
  const texts = (["source", "target"] as const).map((side) =>
    bitext[side].sentences
      .slice(...bead[side])
      .map(({ start, end }) => bitext[side].article.text.slice(start, end))
      .join("\n"),
  );
  return [bead.source, bead.target, ...texts].join("\u0000");
}
