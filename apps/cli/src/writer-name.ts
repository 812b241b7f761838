/** Our scores are similarities, as in SentAlign's ladders; Vecalign's hold costs. */
const SIMILARITY_LADDER = "sentalign";

/** The writer behind the name of a format: a `ladder` is written as SentAlign's. */
export function writerName(format: string): string {
  return format === "ladder" ? SIMILARITY_LADDER : format;
}
