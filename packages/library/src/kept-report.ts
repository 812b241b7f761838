import type { GuardPiece, GuardReport, LongReport } from "@stele/model";

/** A report as it is kept: a number stands for so many pieces in a row that nothing was to be said of. */
interface KeptReport extends Omit<GuardReport, "pieces"> {
  readonly pieces: readonly (GuardPiece | number)[];
}

/** The end of the piece before, on either side. */
interface Place {
  readonly source: number;
  readonly target: number;
}

/** A report as text; of a book it would be longer than the book if each good sentence were written out. */
export function writeReport({ pieces, ...rest }: LongReport): string {
  const kept: (GuardPiece | number)[] = [];
  let place: Place = { source: 0, target: 0 };
  for (const piece of pieces) {
    const last = kept.at(-1);
    if (!isPlain(piece, place)) kept.push(piece);
    else if (typeof last === "number") kept[kept.length - 1] = last + 1;
    else kept.push(1);
    place = { source: piece.source[1], target: piece.target[1] };
  }
  return JSON.stringify({ ...rest, pieces: kept } satisfies KeptReport);
}

/** What `writeReport` wrote, or a report of an older library, which wrote every piece out. */
export function readReport(text: string): GuardReport {
  const { pieces: kept, ...rest } = JSON.parse(text) as KeptReport;
  const pieces: GuardPiece[] = [];
  for (const item of kept) {
    if (typeof item !== "number") pieces.push(item);
    else for (let count = 0; count < item; count += 1) pieces.push(plainPiece(pieces.at(-1)));
  }
  return { ...rest, pieces };
}

/** One sentence for the next one, kept at the first try. */
function isPlain({ source, target, verdict, reasons, attempts }: GuardPiece, place: Place): boolean {
  const isNext = (range: GuardPiece["source"], from: number): boolean => range[0] === from && range[1] === from + 1;
  const isGood = verdict === "kept" && reasons.length === 0 && attempts === 1;
  return isGood && isNext(source, place.source) && isNext(target, place.target);
}

function plainPiece(before: GuardPiece | undefined): GuardPiece {
  const [source, target] = [before?.source[1] ?? 0, before?.target[1] ?? 0];
  return { source: [source, source + 1], target: [target, target + 1], verdict: "kept", reasons: [], attempts: 1 };
}
