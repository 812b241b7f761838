import type { Aligner, WordLexicon } from "@stele/align";
import { type LinkWords, rowTexts } from "@stele/formats";
import type { LanguageTag, Polytext } from "@stele/model";

/** Links the words of a polytext's first side with those of the others, row by row, by what all its rows teach. */
export async function rowLinker(polytext: Polytext, aligner: Aligner): Promise<LinkWords> {
  const [first, ...others] = polytext.sides.map(({ article }) => article.language);
  const lexicons = new Map<LanguageTag, WordLexicon>();
  if (first !== undefined) {
    const rows = polytext.rows.map(({ runs }) => rowTexts(polytext, runs));
    for (const target of new Set(others)) {
      const beads = others.flatMap((language, index) => (language === target ? beadsOf(rows, index + 1) : []));
      lexicons.set(target, await aligner.learnWords(beads, { source: first, target }));
    }
  }
  return (source, target, languages) => {
    const lexicon = lexicons.get(languages.target);
    return aligner.linkWords(source, target, { ...languages, ...(lexicon !== undefined && { lexicon }) });
  };
}

/** The first side's cells with those of another side, where both hold something. */
function beadsOf(rows: readonly (readonly string[])[], other: number) {
  return rows.flatMap((cells) => {
    const [source = "", target = ""] = [cells[0], cells[other]];
    return source === "" || target === "" ? [] : [{ source, target }];
  });
}
