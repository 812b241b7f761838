/** What a run has done so far. Characters are Unicode code points of the source, as DeepL bills them. */
export interface Counts {
  /** Calls of the service, repetitions included. */
  readonly requests: number;
  readonly repetitions: number;
  /** Requests among them that asked once more for what was missing or doubtful in an answer. */
  readonly repairs: number;
  readonly textsSent: number;
  readonly charactersSent: number;
  /** What the service said it billed. */
  readonly charactersBilled: number;
  /** Characters of requests whose answer was lost: they may have been charged without use. */
  readonly charactersMaybeBilled: number;
  /** Requests whose answer was lost. */
  readonly requestsMaybeBilled: number;
  /** What a chat service says it read and wrote, over all requests. */
  readonly tokensSent: number;
  readonly tokensBack: number;
  readonly fromAnswers: number;
  readonly fromMemory: number;
  readonly duplicates: number;
  /** Texts that were to be tried in another way, and that a cap did not allow. */
  readonly withheld: number;
}

/** Counts what a run does; one a run, shared by the layers around an engine. */
export interface Meter {
  add(counts: Partial<Counts>): void;
  read(): Counts;
}

/** A meter at zero. */
export function createMeter(): Meter {
  const counts: Record<keyof Counts, number> = {
    requests: 0,
    repetitions: 0,
    repairs: 0,
    textsSent: 0,
    charactersSent: 0,
    charactersBilled: 0,
    charactersMaybeBilled: 0,
    requestsMaybeBilled: 0,
    tokensSent: 0,
    tokensBack: 0,
    fromAnswers: 0,
    fromMemory: 0,
    duplicates: 0,
    withheld: 0,
  };
  return {
    add(more) {
      for (const name of Object.keys(more) as (keyof Counts)[]) counts[name] += more[name] ?? 0;
    },
    read: () => ({ ...counts }),
  };
}

/** Unicode code points of texts, without numbered tags: they cost nothing. */
export function countCharacters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + [...text.replaceAll(/<\/?x\d+\/?>/gu, "")].length, 0);
}
