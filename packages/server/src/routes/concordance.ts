import {
  type Aligner,
  type ArticleId,
  ankiCards,
  type ConcordanceQuery,
  type Home,
  hitCard,
  hitRows,
  linkHit,
  parseLanguageTag,
  type SearchMode,
  tabSeparated,
} from "@stele/core/node";
import { type Context, Hono } from "hono";
import type { ConcordanceAnswer } from "../api-types.ts";
import { sendDownload } from "../download.ts";
import { badRequest } from "../refusal.ts";
import { numberOfQuery } from "../request-body.ts";

const USUAL_LIMIT = 50;
const MOST_HITS = 500;
/** A file takes more than a page shows. */
const MOST_ROWS = 100_000;
const LONGEST_QUERY = 200;
const MODES: readonly SearchMode[] = ["forms", "word", "anywhere"];

/** Looks a word or phrase up in everything that the library holds, with its counterparts. */
export function concordanceRoutes(home: Home, aligner: () => Aligner): Hono {
  return new Hono().get("/", (context) => {
    const format = context.req.query("format") ?? "json";
    const query = queryOf(context, format);
    const hits = home.library().concordance(query);
    if (format === "json") return context.json<ConcordanceAnswer>({ hits: hits.map((hit) => linkHit(hit, aligner())) });
    if (format !== "tsv" && format !== "anki") {
      throw badRequest(`The concordance is not written as "${format}".`, "Use json, tsv or anki.", { format });
    }
    return sendDownload(context, {
      name: `concordance.${format === "tsv" ? "tsv" : "txt"}`,
      mediaType: format === "tsv" ? "text/tab-separated-values" : "text/plain",
      chunks:
        format === "tsv"
          ? tabSeparated(hits.flatMap((hit) => hitRows(hit, query.query)))
          : ankiCards(hits.map((hit) => hitCard(hit, query.query))),
    });
  });
}

function queryOf(context: Context, format: string): ConcordanceQuery {
  const query = context.req.query("q")?.trim() ?? "";
  if (query === "" || query.length > LONGEST_QUERY) {
    throw badRequest(
      "There is nothing to look for.",
      `Give a word or a phrase of at most ${LONGEST_QUERY} characters.`,
    );
  }
  const most = format === "json" ? MOST_HITS : MOST_ROWS;
  const limit = numberOfQuery(context, "limit", format === "json" ? USUAL_LIMIT : MOST_ROWS);
  const { language, other, text, minScore } = context.req.query();
  return {
    query,
    mode: modeOf(context),
    limit: Math.min(limit, most),
    offset: numberOfQuery(context, "offset", 0),
    ...(isGiven(language) ? { language: parseLanguageTag(language) } : {}),
    ...(isGiven(other) ? { other: parseLanguageTag(other) } : {}),
    ...(isGiven(text) ? { textId: text as ArticleId } : {}),
    ...(isGiven(minScore) ? { minScore: numberOfQuery(context, "minScore", 0) } : {}),
  };
}

function modeOf(context: Context): SearchMode {
  const asked = context.req.query("mode") ?? "forms";
  const mode = MODES.find((known) => known === asked);
  if (mode === undefined) throw badRequest(`There is no mode "${asked}".`, `Use ${MODES.join(", ")}.`, { mode: asked });
  return mode;
}

function isGiven(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
