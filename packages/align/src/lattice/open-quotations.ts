/** Each opening mark with the one that closes it; single quotation marks are apostrophes as often. */
const PAIRS: Readonly<Record<string, string>> = { "“": "”", "„": "”", "‟": "”", "「": "」", "『": "』" };
const MARKS = /["“”„‟「」『』]/gu;
/** Before a plain mark that opens, and behind one that closes; a comma may stand on either side of both. */
const BEFORE = /[\s([（［【:：—–-]/u;
const BEHIND = /[\s)\]）］】.。!！?？;；、…]/u;
/** A quotation that nothing closes is over after so many sentences. */
const LONGEST = 12;

/**
 * For each sentence, 1 where a quotation is still open at its end: what is said goes on in the next sentence, on whichever
 * side of it the speaker stands. Plain marks open or close by what is beside them.
 */
export function openQuotations(sentences: readonly string[]): Uint8Array {
  const closers = new Set<string>();
  let since = 0;
  return Uint8Array.from(sentences, (sentence) => {
    since = closers.size > 0 ? since + 1 : 0;
    if (since > LONGEST) closers.clear();
    for (const { 0: mark, index } of sentence.matchAll(MARKS)) {
      since = 0;
      follow(closers, mark === '"' ? plainMark(sentence, index, closers.has("”")) : mark);
    }
    return closers.size > 0 ? 1 : 0;
  });
}

/** Keeps the marks that would close what is open. */
function follow(closers: Set<string>, mark: string): void {
  const closer = PAIRS[mark];
  if (closer === undefined) closers.delete(mark);
  else closers.add(closer);
}

/** The curly mark in whose place a plain one stands. */
function plainMark(sentence: string, index: number, isOpen: boolean): "“" | "”" {
  const [before, behind] = [sentence[index - 1], sentence[index + 1]];
  if (behind === undefined || BEHIND.test(behind)) return "”";
  if (before === undefined || BEFORE.test(before)) return "“";
  return isOpen ? "”" : "“";
}
