import type { Polytext } from "../api/nouns.ts";

/** Who or what made a side, where another side has the same language; undefined where the language tells them apart. */
export function rivalName({ sides }: Polytext, side: number): string | undefined {
  const own = sides[side];
  const isAlone = sides.filter(({ article }) => article.language === own?.article.language).length < 2;
  if (own === undefined || isAlone) return undefined;
  const origin = own.provenance?.origin;
  if (origin === undefined) return "";
  return origin.kind === "engine" ? [origin.engine, origin.model].filter(Boolean).join(" · ") : origin.name;
}
