import { readFileSync } from "node:fs";
import type { Aligner, Difference, WordCounts, WordFigures, WordLexicon, WordLinker } from "@stele/core/node";
import type { Session } from "../session.ts";
import { listTable } from "../terminal/list-table.ts";
import { writeJson } from "../write-json.ts";
import { sayVersus } from "./say-versus.ts";
import { readLinks, readWordGold, type WordGold } from "./word-gold.ts";

/** How word links are judged. */
export interface WordWishes {
  /** Another's links, for a paired bootstrap. */
  readonly vs?: string;
  readonly format: "table" | "json";
}

/** Our own links of a gold, or another's, beside exact match and mutual nearest neighbours. */
export async function evalWords(
  [goldFile, foundFile]: readonly [string, string | undefined],
  { vs, format }: WordWishes,
  session: Session,
): Promise<void> {
  const gold = await readWordGold(goldFile, session);
  const core = await session.core();
  const { exact, mutual } = core.createWordBaselines({ vectors: readFileSync(core.vectorsFile()) });
  const linkedBy =
    (link: WordLinker): Linked =>
    ({ source, target }) =>
      link(source, target, { source: gold.source, target: gold.target });
  const count = (links: Linked): WordCounts[] =>
    gold.pairs.map((pair) => core.countWordLinks({ gold: pair, found: links(pair) }));
  const own = count(
    foundFile === undefined ? await linkInTexts(gold, core.bundledAligner()) : await readLinks(foundFile, session),
  );
  const figures = core.wordFigures(own);
  const baselines = {
    exact: core.wordFigures(count(linkedBy(exact))),
    mutual: core.wordFigures(count(linkedBy(mutual))),
  };
  const versus = vs === undefined ? undefined : compare(own, count(await readLinks(vs, session)), core);
  if (format === "json") return writeJson({ ...figures, baselines, ...(versus && { versus }) }, session);
  await say(figures, baselines, session);
  await sayVersus(versus, session);
}

type Linked = (pair: WordGold["pairs"][number]) => ReturnType<WordLinker>;

/** Our own links: those of a pair that stands in a text with what the whole text teaches. */
async function linkInTexts({ source, target, pairs }: WordGold, aligner: Aligner): Promise<Linked> {
  const lexicons = new Map<string, WordLexicon>();
  for (const text of new Set(pairs.flatMap((pair) => pair.text ?? []))) {
    const beads = pairs.filter((pair) => pair.text === text);
    lexicons.set(text, await aligner.learnWords(beads, { source, target }));
  }
  return (pair) => {
    const lexicon = pair.text === undefined ? undefined : lexicons.get(pair.text);
    return aligner.linkWords(pair.source, pair.target, { source, target, ...(lexicon !== undefined && { lexicon }) });
  };
}

function compare(
  own: readonly WordCounts[],
  other: readonly WordCounts[],
  { pairedBootstrap, wordFigures }: typeof import("@stele/core/node"),
): Difference {
  const f1 = (counts: readonly WordCounts[], indexes: readonly number[]): number =>
    wordFigures(indexes.flatMap((index) => counts.slice(index, index + 1))).f1;
  return pairedBootstrap(own.length, (indexes) => f1(own, indexes) - f1(other, indexes));
}

async function say(
  figures: WordFigures,
  { exact, mutual }: { readonly exact: WordFigures; readonly mutual: WordFigures },
  session: Session,
): Promise<void> {
  const { t } = session;
  const headers = ["", t("cli.eval.wordLinks"), t("cli.eval.exact"), t("cli.eval.mutual")];
  const rows = (["precision", "recall", "f1"] as const).map((name) => [
    t(`cli.eval.${name}`),
    ...[figures, exact, mutual].map((one) => one[name].toFixed(4)),
  ]);
  await session.result(listTable({ headers, rows, flexible: 0 }, session).join(""));
}
