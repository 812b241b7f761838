import { type Bitext, type InlineMark, listOf, type Passage, SteleError, wholeBitext } from "@stele/model";
import type { Counts, Engine, Estimate, Usage } from "@stele/translate";
import { holdPassages } from "../translate-side.ts";
import { estimateRun } from "./estimate-run.ts";
import type { Home } from "./home.ts";
import { lostInFlight } from "./record-run.ts";
import { runTranslation } from "./run-translation.ts";
import { withSpools } from "./spools.ts";
import type { FinishedLong, RunOptions, TranslationWishes } from "./translation-wishes.ts";

/** A translation that can be weighed before it is made. */
export interface PlannedTranslation {
  /** What it would send and cost after stored answers, memory and repetitions; sends nothing but, with `asksQuota`, a
   * question for the quota, and that only where there is something to send. A question that fails is no failure. */
  estimate(options?: { readonly asksQuota?: boolean }): Promise<ForeseenTranslation>;
  /**
   * Texts that were in flight when the last run of the same input was killed: sent again, they may be charged twice.
   */
  lostInFlight(): number;
  /** Makes it, one bitext a language. What was answered is kept whatever happens; the same call sends only the rest. */
  run(options?: RunOptions): Promise<FinishedTranslation>;
  /** The same for what may be too long to be held: what it gives is read from the disk, until it is closed. */
  runLong(options?: RunOptions): Promise<FinishedLong>;
}

/** An estimate with the quota, where it could be asked. */
export interface ForeseenTranslation extends Estimate {
  /** Why the quota could not be asked; the rest of the estimate holds. */
  readonly quotaUnknown?: Pick<SteleError, "code" | "message" | "hint" | "details">;
}

/** What a run gave. */
export interface FinishedTranslation {
  readonly bitexts: readonly Bitext[];
  /** Of each bitext: the source's marks where they now stand in the translation. */
  readonly marks: readonly (readonly InlineMark[])[];
  readonly counts: Counts;
}

/** Plans a translation: nothing is sent, opened or stored yet. */
export function planTranslation(wishes: TranslationWishes, home: Home): PlannedTranslation {
  return {
    async estimate({ asksQuota = false } = {}) {
      const { engine } = wishes;
      const foreseen = await estimateRun(wishes, home);
      if (!asksQuota || foreseen.characters === 0 || engine.usage === undefined) return foreseen;
      return { ...foreseen, ...(await quotaOf(engine.usage.bind(engine))) };
    },
    lostInFlight: () => lostInFlight(wishes, wishes.to, home.library()),
    async run(options = {}) {
      const { bitexts, counts } = await runTranslation({ wishes, options, store: holdPassages }, home);
      const marks = bitexts.map(({ passages }) => [...listOf(passages, "marks")]);
      return { bitexts: bitexts.map(wholeBitext), marks, counts };
    },
    runLong: (options = {}) =>
      withSpools(home.library(), (spools) =>
        runTranslation({ wishes, options, store: () => spools.open<Passage>() }, home),
      ),
  };
}

async function quotaOf(
  usage: NonNullable<Engine["usage"]>,
): Promise<Pick<ForeseenTranslation, "quotaLeft" | "quotaUnknown">> {
  try {
    const { characters } = await askUsage(usage);
    if (characters === undefined) return {};
    const { used, limit } = characters;
    return { quotaLeft: limit === null ? null : Math.max(0, limit - used) };
  } catch (error) {
    if (!(error instanceof SteleError) || error.code === "cancelled") throw error;
    const { code, message, hint, details } = error;
    return { quotaUnknown: { code, message, hint, details } };
  }
}

/** A question costs nothing, so that one lost on the way is simply asked again. */
async function askUsage(usage: NonNullable<Engine["usage"]>): Promise<Usage> {
  try {
    return await usage();
  } catch (error) {
    if (!(error instanceof SteleError && (error.code === "network" || error.code === "timeout"))) throw error;
    return usage();
  }
}
