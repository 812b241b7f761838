import {
  type ArticleId,
  type Bitext,
  type BitextId,
  choosePolytext,
  type Library,
  type Polytext,
  parseLanguageTag,
  type TextSummary,
  type TextWish,
} from "@stele/core/node";
import type { TextAnswer } from "./api-types.ts";
import { notFound } from "./refusal.ts";

/** The languages of a query such as `ko,zh-Hans`, or its bitexts; empty where there is neither. */
export function wishOf(to: string | undefined, bitexts?: string): TextWish {
  return {
    ...(to === undefined || to === "" ? {} : { to: to.split(",").map((tag) => parseLanguageTag(tag)) }),
    ...(bitexts === undefined || bitexts === "" ? {} : { bitexts: bitexts.split(",") as BitextId[] }),
  };
}

/**
 * A text that is on the list, in rows.
 *
 * @throws SteleError `not-found`, for a removed text too.
 */
export function answerFor(library: Library, id: string, wish: TextWish = {}): TextAnswer {
  const summary = summaryOf(library, id);
  const article = library.article(summary.id);
  if (article === undefined) throw notFound("text", id);
  const bitexts = library.bitextsOf(summary.id);
  return {
    id: summary.id,
    title: summary.title,
    bitexts: bitexts.map(bitextItem),
    polytext: withStoredPairs(
      choosePolytext({ article, side: () => library.side(summary.id) }, bitexts, wish),
      bitexts,
    ),
  };
}

/**
 * Rows come of pairs that were reconciled with each other; what is shown and corrected are the beads as they are kept,
 * so that an operation means the bead that its index names in the library.
 */
function withStoredPairs(polytext: Polytext, bitexts: readonly Bitext[]): Polytext {
  return { ...polytext, pairs: polytext.pairs.map((pair) => bitexts.find(({ id }) => id === pair.id) ?? pair) };
}

function bitextItem({ id, source, target, revision }: Bitext): TextAnswer["bitexts"][number] {
  return {
    id,
    source: source.article.language,
    target: target.article.language,
    provenance: target.provenance,
    revision,
  };
}

/**
 * A text on the list.
 *
 * @throws SteleError `not-found`, for a removed text too.
 */
export function summaryOf(library: Library, id: string): TextSummary {
  const summary = library.text(id as ArticleId);
  if (summary === undefined || summary.removedAt !== undefined) throw notFound("text", id);
  return summary;
}
