import type { SteleError } from "@stele/model";
import { type Counts, countCharacters } from "../around/meter.ts";
import { mayBeCharged } from "../around/retry-policy.ts";
import type { TranslationRequest } from "../contract.ts";

/** Counts what an engine does inside one request, so that what was sent and what was lost are known exactly. */
export interface Tally {
  /** Makes one call of the service and counts it as sent; where its failure may have been charged, as lost too. */
  send<T>(texts: readonly string[], call: () => Promise<T>): Promise<T>;
  /** The answer to these texts came and is of no use. */
  lose(texts: readonly string[]): void;
  /** What else was done. */
  add(done: Partial<Counts>): void;
  /** Whether texts that may have been charged in vain may be sent again without passing a cap. @throws `error` where not. */
  checkCap(texts: readonly string[], error: SteleError): void;
  /** Whether texts may be asked for once more whose answers are doubtful. */
  mayAskTwice(texts: readonly string[]): boolean;
}

/** Counts for whoever made the request. */
export function openTally({ watch }: TranslationRequest): Tally {
  watch?.tell({});
  const lose = (texts: readonly string[]) => watch?.lose(texts);
  return {
    async send(texts, call) {
      watch?.tell({ requests: 1, textsSent: texts.length, charactersSent: countCharacters(texts) });
      try {
        return await call();
      } catch (thrown) {
        if (mayBeCharged(thrown)) lose(texts);
        throw thrown;
      }
    },
    lose,
    add: (done) => watch?.tell(done),
    checkCap(texts, error) {
      if (watch?.maySendAgain(texts, "lost") === false) throw watch.endedByCap(error, texts);
    },
    mayAskTwice: (texts) => watch?.maySendAgain(texts, "doubtful") ?? true,
  };
}
