import { readFileSync } from "node:fs";
import type { GoldWords, WordFigures, WordLinker } from "@stele/core/node";
import type { Session } from "../session.ts";
import { listTable } from "../terminal/list-table.ts";
import { writeJson } from "../write-json.ts";
import { readLinks, readWordGold, type WordGold } from "./gold-file.ts";
import { sayVersus } from "./say-versus.ts";

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
  const { bundledAligner, createWordBaselines, evaluateWordLinks, pairedBootstrap, vectorsFile } = await session.core();
  const { exact, mutual } = createWordBaselines({ vectors: readFileSync(vectorsFile()) });
  const own =
    foundFile === undefined ? linkerOf(bundledAligner().linkWords, gold) : await readLinks(foundFile, session);
  const judge = (links: Linked, indexes = [...gold.pairs.keys()]): WordFigures =>
    evaluateWordLinks(
      indexes
        .flatMap((index) => gold.pairs.slice(index, index + 1))
        .map((pair) => ({ gold: pair, found: links(pair) })),
    );
  const figures = judge(own);
  const baselines = { exact: judge(linkerOf(exact, gold)), mutual: judge(linkerOf(mutual, gold)) };
  const other = vs === undefined ? undefined : await readLinks(vs, session);
  const versus =
    other === undefined
      ? undefined
      : pairedBootstrap(gold.pairs.length, (indexes) => judge(own, [...indexes]).f1 - judge(other, [...indexes]).f1);
  if (format === "json") return writeJson({ ...figures, baselines, ...(versus && { versus }) }, session);
  await say(figures, baselines, session);
  await sayVersus(versus, session);
}

type Linked = (pair: GoldWords & { readonly id: string }) => ReturnType<WordLinker>;

/** Each pair is linked once, however often it is drawn. */
function linkerOf(link: WordLinker, { source, target }: WordGold): Linked {
  const known = new Map<GoldWords, ReturnType<WordLinker>>();
  return (pair) => {
    const links = known.get(pair) ?? link(pair.source, pair.target, { source, target });
    known.set(pair, links);
    return links;
  };
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
