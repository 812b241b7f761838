import type { ConcordanceHit } from "@stele/core/node";
import type { Session } from "../session.ts";
import { hitTable } from "./hit-table.ts";

/** How hits are written. */
export type HitFormat = "table" | "tsv" | "json" | "jsonl" | "anki";

/** What was looked for, and where it was found. */
export interface Found {
  readonly query: string;
  readonly hits: readonly ConcordanceHit[];
}

/** The chunks of the hits in a format. */
export async function writeHits(
  { query, hits }: Found,
  format: HitFormat,
  session: Session,
): Promise<Iterable<string>> {
  const { ankiCards, hitCard, hitRows, tabSeparated } = await session.core();
  if (format === "json") return [`${JSON.stringify({ hits }, undefined, 2)}\n`];
  if (format === "jsonl") return hits.map((hit) => `${JSON.stringify(hit)}\n`);
  if (format === "tsv") return tabSeparated(hits.flatMap((hit) => hitRows(hit, query)));
  if (format === "anki") return ankiCards(hits.map((hit) => hitCard(hit, query)));
  return hitTable(hits, session);
}
