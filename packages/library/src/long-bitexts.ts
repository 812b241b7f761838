import { cutText, type LongBitext, listOf, longReport, overridesOf, type Side, textsOf } from "@stele/model";
import { putLongArticle } from "./articles.ts";
import { holdsWritten } from "./bitexts.ts";
import { putLongLayout } from "./kept-layouts.ts";
import { writeReport } from "./kept-report.ts";
import { beadPieces, hashLayout, type LayoutParts, layoutPieces } from "./layout.ts";
import { longValue, withValues } from "./long-values.ts";
import { addLongUnits } from "./memory/long-units.ts";
import type { Database } from "./sqlite/database.ts";
import { joinText, putText, setLayout } from "./texts.ts";

/** Who a bitext is by that nobody touched. */
const AUTHOR = "stele";

/** Whether the latest revision of a bitext says what this one says. */
export function holdsLongBitext(database: Database, bitext: LongBitext): boolean {
  const { source, target, passages } = bitext;
  const report = longReport(bitext);
  return holdsWritten(database, bitext.id, {
    source: {
      id: source.article.id,
      provenance: source.provenance,
      layoutId: (provenance) => hashLayout(layoutPieces(sourceLayout({ ...source, provenance }))),
    },
    target: {
      id: target.id,
      provenance: target.provenance,
      layoutId: (provenance) => hashLayout(layoutPieces(targetLayout(bitext, provenance))),
    },
    beads: beadPieces(listOf(passages, "beads")),
    ...(report === undefined ? {} : { report }),
  });
}

/**
 * Writes a bitext that is not there yet: its articles, its first revision, its beads in the memory. Needs a
 * transaction.
 */
export function putLongBitext(database: Database, bitext: LongBitext): void {
  const { id, source, target, passages } = bitext;
  putLongArticle(database, { ...source.article, text: cutText(source.article.text) });
  const textId = putText(database, source.article);
  const sourceId = putLongLayout(database, { ...sourceLayout(source), count: source.sentences.length });
  if (textId === source.article.id) setLayout(database, textId, sourceId);
  putLongArticle(database, { ...target, text: textsOf(passages), blocks: listOf(passages, "blocks") });
  const targetId = putLongLayout(database, { ...targetLayout(bitext), count: target.sentences });
  database.run("INSERT INTO bitext VALUES (?, ?, 1)", id, textId);
  const sql = `INSERT INTO revision VALUES (?, 1, ?, ?, ?, ?, ${longValue(0)}, ?, ?, ?, ?)`;
  const report = longReport(bitext);
  const written = report === undefined ? null : writeReport(report);
  const ids = [id, source.article.id, target.id, sourceId, targetId];
  withValues(database, [beadPieces(listOf(passages, "beads"))], {
    what: "beads",
    write: () => database.run(sql, ...ids, written, AUTHOR, Date.now(), bitext.beads),
  });
  addLongUnits(database, bitext);
  joinText(database, target.id, textId);
}

function sourceLayout({ article, sentences, provenance, overrides }: Side): LayoutParts {
  return { blocks: article.blocks, sentences, provenance, ...(overrides === undefined ? {} : { overrides }) };
}

function targetLayout({ target, passages }: LongBitext, provenance = target.provenance): LayoutParts {
  const [blocks, sentences] = [listOf(passages, "blocks"), listOf(passages, "sentences")];
  return { blocks, sentences, provenance, overrides: overridesOf(passages) };
}
