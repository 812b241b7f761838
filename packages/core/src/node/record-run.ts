import type { Library } from "@stele/library";
import { type LanguageTag, type Side, SteleError } from "@stele/model";
import type { Engine, Meter } from "@stele/translate";
import { type PatientAnswers, withoutLoss } from "./patient-answers.ts";
import { isLocked, type Patience, whenFree } from "./when-free.ts";

/** What tells a run apart in the list. */
export interface RunInput {
  readonly source: Side;
  readonly engine: Engine;
  readonly name: string;
}

/** What is being recorded. */
export interface RecordedRun {
  readonly input: RunInput;
  readonly target: LanguageTag;
  readonly meter: Meter;
  readonly library: Library;
  /** Flushed whenever the library is free. */
  readonly answers: PatientAnswers;
  /** How long the library is waited for while another process writes to it. */
  readonly patience: Patience;
}

/** Told how many pieces are answered, of how many. */
export type TellProgress = (done: number, total: number) => void;

/**
 * Writes a run into the library's list while it goes on: how far it came, what is in flight (and would perhaps be
 * charged twice after a kill), how it ended.
 */
export async function recordRun<Result>(
  run: RecordedRun,
  work: (engine: Engine, told: TellProgress) => Promise<Result>,
): Promise<Result> {
  const { target, library, patience } = run;
  const { engine, source, name } = run.input;
  const texts = source.sentences.length;
  const facts = { input: name, engine: engine.name, source: source.article.language, target, texts };
  const id = await whenFree(library, () => library.runs.start(facts), patience);
  const { update, end, told } = openRecord(run, id);
  try {
    const result = await work(watchEngine(engine, update), told);
    // Everything is answered: what could not be written yet is safe aside, and no reason to hold the translation back.
    await end("finished").catch(unlessLocked);
    return result;
  } catch (error) {
    const isCancelled = error instanceof SteleError && error.code === "cancelled";
    // What ended the run is told, whether its end can be written or not.
    await end(isCancelled ? "cancelled" : "failed").catch(() => undefined);
    throw withoutLoss(error);
  }
}

function unlessLocked(error: unknown): void {
  if (!isLocked(error)) throw error;
}

/** What is written about a run while it goes on; a busy library is waited for. */
function openRecord({ library, answers, meter, patience }: RecordedRun, id: number) {
  let answered = 0;
  let isGivenUp = false;
  let wait = patience;
  const attempt = async (write: () => void) => {
    if (isGivenUp) return;
    await whenFree(library, write, wait).catch((error: unknown) => {
      // Once it was waited for long enough, it is only tried.
      if (isLocked(error)) wait = { ...patience, lockWaitMs: 0 };
      // After Ctrl-C nobody waits long for a busy library: the answers are safe, and only the list of runs is not told.
      isGivenUp = isLocked(error) && patience.signal?.aborted === true;
      if (!isGivenUp) throw error;
    });
  };
  let last: Promise<void> = Promise.resolve();
  // One after the other: each attempt on a busy library holds up everything else.
  const keep = (write: () => void) => {
    last = last.catch(() => undefined).then(() => attempt(write));
    return last;
  };
  const update = (inFlight: number) =>
    keep(() => {
      library.runs.update(id, { inFlight, answered, charged: meter.read().charactersBilled });
      answers.flush();
    });
  return {
    told: (done: number) => {
      answered = done;
    },
    update,
    async end(state: "finished" | "cancelled" | "failed") {
      await update(0);
      await keep(() => library.runs.end(id, state));
    },
  };
}

/** Texts of the last run of each language that were in flight when it was killed: its end was never written. */
export function lostInFlight({ engine, source, name }: RunInput, to: readonly LanguageTag[], library: Library): number {
  const runs = library.runs.list();
  const last = to.map((target) =>
    runs.find(
      (run) =>
        run.input === name &&
        run.engine === engine.name &&
        run.source === source.article.language &&
        run.target === target,
    ),
  );
  return last.reduce((sum, run) => sum + (run?.state === "interrupted" ? run.inFlight : 0), 0);
}

/**
 * The engine, told apart by nothing but that it says how many texts are in requests under way. A request counts whole
 * until all its answers are kept: one that came and is not on the disk yet would be lost with the process.
 */
function watchEngine(engine: Engine, tell: (inFlight: number) => Promise<void>): Engine {
  let inFlight = 0;
  return {
    ...engine,
    async *translate(request, signal) {
      const { length } = request.texts;
      inFlight += length;
      await tell(inFlight);
      try {
        yield* engine.translate(request, signal);
      } finally {
        inFlight -= length;
        // Whether anything more may be sent is asked before it is.
        await tell(inFlight).catch(unlessLocked);
      }
    },
  };
}
