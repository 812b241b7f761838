import { type LanguageTag, type LongBitext, SteleError } from "@stele/model";
import {
  aroundEngine,
  type Counts,
  createMeter,
  createSpending,
  createThrottle,
  type Engine,
  type Meter,
  type Price,
  type RetryOptions,
  type Spending,
  type Throttle,
} from "@stele/translate";
import { type PassageStore, translateLong } from "../translate-side.ts";
import { takeBack } from "./answers-aside.ts";
import { estimateRun } from "./estimate-run.ts";
import type { Home } from "./home.ts";
import { patientAnswers } from "./patient-answers.ts";
import { recordRun } from "./record-run.ts";
import { articleOptions, memoryOptions, namesFor, priceOptions } from "./translation-options.ts";
import type { FinishedLong, RunOptions, TranslationWishes } from "./translation-wishes.ts";
import { patienceOf, whenFree } from "./when-free.ts";

/** A run into all languages that are wished for. */
export interface WholeRun {
  readonly wishes: TranslationWishes;
  readonly options: RunOptions;
  /** Where the passages of a translation are kept. */
  readonly store: () => PassageStore;
}

/** Makes the translations of a plan, one after the other. What was answered is kept whatever happens. */
export async function runTranslation(
  { wishes, options, store }: WholeRun,
  home: Home,
): Promise<Omit<FinishedLong, "close">> {
  const meter = createMeter();
  const spending = options.spending ?? (await reservedSpending(wishes, options, home));
  checkPrice(wishes.engine, spending, priceOptions(wishes.engine, home));
  const bitexts: LongBitext[] = [];
  let kept = 0;
  const onKept = (answers: number) => {
    kept += answers;
  };
  for (const target of wishes.to) {
    const one = { wishes, target, meter, spending, options, onKept, passages: store() };
    const made = await runOne(one, home).catch((error: unknown) => {
      throw withBalance(error, kept, meter.read());
    });
    bitexts.push(made);
  }
  return { bitexts, counts: meter.read() };
}

/** Second tries of an early part of the text must not take what first answers to its rest need. */
async function reservedSpending(wishes: TranslationWishes, options: RunOptions, home: Home): Promise<Spending> {
  const { caps = {}, foreseen } = options;
  const spending = createSpending(caps);
  if (!wishes.engine.describe.isPaid || Object.keys(caps).length === 0) return spending;
  const { firstTries } = foreseen ?? (await estimateRun(wishes, home));
  spending.reserve(firstTries);
  return spending;
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

/**
 * The error that ended a run also says how many answers it had kept, and how many requests may have been charged
 * although their answers were lost.
 */
function withBalance(
  error: unknown,
  answersKept: number,
  { requestsMaybeBilled, charactersMaybeBilled }: Counts,
): unknown {
  if (!(error instanceof SteleError) || answersKept + requestsMaybeBilled === 0) return error;
  const { code, message, hint } = error;
  const details = { ...error.details, answersKept, requestsMaybeBilled, charactersMaybeBilled };
  return new SteleError({ code, message, hint, details });
}

interface OneRun {
  readonly wishes: TranslationWishes;
  readonly target: LanguageTag;
  readonly meter: Meter;
  readonly spending: Spending;
  readonly options: RunOptions;
  readonly onKept: (answers: number) => void;
  readonly passages: PassageStore;
}

async function runOne(run: OneRun, home: Home): Promise<LongBitext> {
  const { wishes, target, meter, spending, options, passages } = run;
  const library = home.library();
  const patience = patienceOf(options, home.settings);
  // What an earlier run set aside is paid for, and could not be taken in when the library was opened while it was busy.
  await whenFree(library, () => takeBack(home.dataDir, library.answers), patience);
  const answers = patientAnswers(library, { dataDir: home.dataDir, onKept: run.onKept });
  const { signal, onProgress } = options;
  return recordRun({ input: wishes, target, meter, library, answers, patience }, (engine, told) =>
    translateLong(wishes.source, target, {
      passages,
      sourceMarks: wishes.sourceMarks ?? [],
      ...articleOptions(wishes, target),
      names: namesFor(wishes, target, home),
      engine: aroundEngine(engine, {
        answerStore: answers,
        isFresh: wishes.isFresh ?? false,
        ...memoryOptions(wishes, home),
        ...priceOptions(wishes.engine, home),
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

function retryOptions({ settings: { retryWaitMs } }: Home): { readonly retry?: RetryOptions } {
  return retryWaitMs === undefined ? {} : { retry: { policy: { firstWaitMs: retryWaitMs } } };
}

/** Without a wish requests share the throttle of their service. */
function throttleOptions({ settings: { concurrency } }: Home): { readonly throttle?: Throttle } {
  return concurrency === undefined
    ? {}
    : { throttle: createThrottle({ concurrency: Math.max(1, Math.floor(concurrency)) }) };
}
