import type { Polytext, Side } from "@stele/core/node";
import type { Context } from "hono";
import type { Compact, CompactPolytext, TextAnswer } from "./api-types.ts";

/** The same answer, or with `?compact=1` each side once: pairs then name their sides by index. */
export function asWished<A extends TextAnswer>(context: Context, answer: A): A | Compact<A> {
  return context.req.query("compact") === "1" ? { ...answer, polytext: compactPolytext(answer.polytext) } : answer;
}

function compactPolytext({ sides, rows, pairs }: Polytext): CompactPolytext {
  const indexOf = (side: Side): number => sides.findIndex(({ article }) => article.id === side.article.id);
  return {
    sides,
    rows,
    pairs: pairs.map(({ source, target, ...pair }) => ({ ...pair, source: indexOf(source), target: indexOf(target) })),
  };
}
