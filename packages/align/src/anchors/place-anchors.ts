import { type DatePart, dates } from "./dates.ts";
import { type PlacedAnchor, placeFigures } from "./figures.ts";

/**
 * The figures and dates of a text that is normalised (NFKC) already, each once and in its place. A month and a weekday
 * are anchors of their own, so the 5 of 5월 is no figure that May lacks; years and days are the figures that they are
 * where no month stands beside them.
 */
export function placeAnchors(plain: string): {
  readonly figures: readonly PlacedAnchor[];
  readonly dates: readonly PlacedAnchor[];
} {
  const parts = dates(plain);
  const isFigure = ({ kind }: DatePart): boolean => kind === "year" || kind === "day";
  return {
    figures: [
      ...placeFigures(mask(plain, parts)),
      ...parts.filter(isFigure).map(({ value, start, end }) => ({ value: `${value}`, start, end })),
    ],
    dates: parts
      .filter((part) => !isFigure(part))
      .map(({ kind, value, start, end }) => ({ value: `${kind} ${value}`, start, end })),
  };
}

/** Every unit of a date becomes one that no figure holds, so that places stay. */
function mask(text: string, parts: readonly DatePart[]): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of parts) {
    rest += text.slice(from, start) + "|".repeat(end - start);
    from = end;
  }
  return rest + text.slice(from);
}
