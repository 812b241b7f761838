import type { Aligner } from "@stele/align";
import { type Bitext, type InlineMark, type LanguageTag, type Side, SteleError } from "@stele/model";
import {
  aroundEngine,
  articleRequests,
  type Caps,
  type ContextPolicy,
  type Counts,
  createMeter,
  createSpending,
  createThrottle,
  type Engine,
  type Estimate,
  estimate,
  type Glossary,
  type MemoryLookup,
  type Meter,
  type Price,
  type RetryOptions,
  type Spending,
  type Term,
  type Throttle,
  type TranslationRequest,
  type Usage,
} from "@stele/translate";
import { knownNames } from "../terms/known-names.ts";
import { type TranslatedBitext, translateMarked } from "../translate-side.ts";
import { bundledAligner } from "./align.ts";
import type { Home } from "./home.ts";
import { lostInFlight, recordRun } from "./record-run.ts";

/** What is to be translated, into what, and how. */
export interface TranslationWishes {
  readonly source: Side;
  /** Marks over the source's text, for engines that take tags. */
  readonly sourceMarks?: readonly InlineMark[];
  readonly to: readonly LanguageTag[];
  /** As `openEngine` gives it: what stands around it comes from here. */
  readonly engine: Engine;
  /** How the input is called in the list of runs. */
  readonly name: string;
  /** What is sent as one text; default `sentence`. */
  readonly unit?: "sentence" | "paragraph";
  /** Default `batch`. */
  readonly contextPolicy?: ContextPolicy;
  readonly glossary?: Glossary;
  /** Options of the engine by name, a list a language: `{ en: { region: "GB" } }`. */
  readonly engineOptions?: Readonly<Partial<Record<LanguageTag, Readonly<Record<string, string>>>>>;
  /** Ask anew what is stored. */
  readonly isFresh?: boolean;
  /** Names of the memories to look in; default: all. None: the memory is gone past. */
  readonly memories?: readonly string[];
  /** Default: the bundled one. */
  readonly aligner?: Aligner;
}

/** How far a run may go, and who is told. */
export interface RunOptions {
  readonly caps?: Caps;
  /** Shared with other runs, in place of caps of this run's own. */
  readonly spending?: Spending;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, target: LanguageTag) => void;
}

/** A translation that can be weighed before it is made. */
export interface PlannedTranslation {
  /** What it would send and cost after stored answers, memory and repetitions; sends nothing but, with `asksQuota`, a
   * question for the quota, and that only where there is something to send. A question that fails is no failure. */
  estimate(options?: { readonly asksQuota?: boolean }): Promise<ForeseenTranslation>;
  /** Texts that were in flight when the last run of the same input was killed: sent again, they may be charged twice. */
  lostInFlight(): number;
  /** Makes it, one bitext a language. What was answered is kept whatever happens; the same call sends only the rest. */
  run(options?: RunOptions): Promise<FinishedTranslation>;
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
  const price = priceOf(wishes.engine, home);
  return {
    async estimate({ asksQuota = false } = {}) {
      const { engine, isFresh = false } = wishes;
      const options = { answerStore: home.library().answers, isFresh, ...memoryOptions(wishes, home), ...price };
      const foreseen = await estimate(engine, requestsFor(wishes), options);
      if (!asksQuota || foreseen.characters === 0 || engine.usage === undefined) return foreseen;
      return { ...foreseen, ...(await quotaOf(engine.usage.bind(engine))) };
    },
    lostInFlight: () => lostInFlight(wishes, wishes.to, home.library()),
    async run(options = {}) {
      const meter = createMeter();
      const spending = options.spending ?? createSpending(options.caps ?? {});
      checkPrice(wishes.engine, spending, price);
      const made: TranslatedBitext[] = [];
      for (const target of wishes.to) {
        const one = await runOne({ wishes, target, meter, spending, options }, home).catch((error: unknown) => {
          throw withLoss(error, meter.read());
        });
        made.push(one);
      }
      const [bitexts, marks] = [made.map(({ bitext }) => bitext), made.map((one) => one.marks)];
      return { bitexts, marks, counts: meter.read() };
    },
  };
}

/** A cap of money means nothing where the price is not known. */
function checkPrice({ name, describe }: Engine, { caps }: Spending, { price }: { readonly price?: Price }): void {
  if (caps.maxCost === undefined || price !== undefined || !describe.isPaid) return;
  throw new SteleError({
    code: "config-invalid",
    message: `A cap of ${caps.maxCost} needs a price, and none is set for ${describe.label}. Nothing was sent.`,
    hint: `Set what a million units cost: npx stele config set ${name}.price NUMBER, or cap characters with --max-chars.`,
    details: { name: `${name}.price` },
  });
}

/** The error that ended a run also says how many requests may have been charged although their answers were lost. */
function withLoss(error: unknown, { requestsMaybeBilled, charactersMaybeBilled }: Counts): unknown {
  if (!(error instanceof SteleError) || requestsMaybeBilled === 0) return error;
  const { code, message, hint, details } = error;
  return new SteleError({ code, message, hint, details: { ...details, requestsMaybeBilled, charactersMaybeBilled } });
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

interface OneRun {
  readonly wishes: TranslationWishes;
  readonly target: LanguageTag;
  readonly meter: Meter;
  readonly spending: Spending;
  readonly options: RunOptions;
}

async function runOne({ wishes, target, meter, spending, options }: OneRun, home: Home): Promise<TranslatedBitext> {
  const { answers } = home.library();
  const { signal, onProgress } = options;
  return recordRun({ input: wishes, target, meter, library: home.library() }, (engine, told) =>
    translateMarked(wishes.source, target, {
      sourceMarks: wishes.sourceMarks ?? [],
      ...articleOptions(wishes, target),
      names: namesFor(wishes, target, home),
      engine: aroundEngine(engine, {
        answerStore: answers,
        isFresh: wishes.isFresh ?? false,
        ...memoryOptions(wishes, home),
        ...priceOf(wishes.engine, home),
        ...retryOptions(home),
        ...throttleOptions(home),
        spending,
        meter,
      }),
      onRejected: (key, reasons) => answers.markRejected(key, reasons),
      onProgress: (done, total) => {
        told(done, total);
        onProgress?.(done, total, target);
      },
      ...(signal === undefined ? {} : { signal }),
    }),
  );
}

function articleOptions(wishes: TranslationWishes, target: LanguageTag) {
  const { unit, contextPolicy, glossary, aligner = bundledAligner() } = wishes;
  const engineOptions = wishes.engineOptions?.[target];
  return {
    aligner,
    ...(unit === undefined ? {} : { unit }),
    ...(contextPolicy === undefined ? {} : { contextPolicy }),
    ...(glossary === undefined ? {} : { glossary }),
    ...(engineOptions === undefined ? {} : { engineOptions }),
  };
}

/** The requests that a run would begin with, of all languages. */
function* requestsFor(wishes: TranslationWishes): Generator<TranslationRequest, void, undefined> {
  const source = { ...wishes.source, marks: wishes.sourceMarks ?? [] };
  for (const target of wishes.to) {
    yield* articleRequests(source, { ...articleOptions(wishes, target), engine: wishes.engine, target });
  }
}

function memoryOptions({ memories }: TranslationWishes, home: Home): { readonly memoryLookup?: MemoryLookup } {
  if (memories?.length === 0) return {};
  const { memory } = home.library();
  const chosen = memories === undefined ? {} : { memories };
  return {
    memoryLookup: {
      find: ({ previous, ...query }) =>
        memory.find({ ...query, ...chosen, ...(previous === undefined ? {} : { before: previous }) }),
    },
  };
}

/** Names that the memory knows; none where the run goes past the memory. */
function namesFor(wishes: TranslationWishes, target: LanguageTag, home: Home): readonly Term[] {
  const { memoryLookup } = memoryOptions(wishes, home);
  return memoryLookup === undefined ? [] : knownNames(wishes.source, target, memoryLookup);
}

function retryOptions({ settings: { retryWaitMs } }: Home): { readonly retry?: RetryOptions } {
  return retryWaitMs === undefined ? {} : { retry: { policy: { firstWaitMs: retryWaitMs } } };
}

/** Without a wish requests share the throttle of their service. */
function throttleOptions({ settings: { concurrency } }: Home): { readonly throttle?: Throttle } {
  return concurrency === undefined
    ? {}
    : { throttle: createThrottle({ concurrency: Math.max(1, Math.floor(concurrency)) }) };
}

/** What the user says the engine costs; Stele knows no prices of its own. */
function priceOf({ name }: Engine, { settings }: Home): { readonly price?: Price } {
  const currency = settings.currency ?? "EUR";
  const deepl = settings["deepl.price"];
  const openai = settings["openai.price"];
  const openaiBack = settings["openai.priceBack"];
  if (name === "deepl" && deepl !== undefined) return { price: { currency, unit: "characters", perMillion: deepl } };
  if (name !== "openai" || openai === undefined) return {};
  const back = openaiBack === undefined ? {} : { perMillionBack: openaiBack };
  return { price: { currency, unit: "tokens", perMillion: openai, ...back } };
}
