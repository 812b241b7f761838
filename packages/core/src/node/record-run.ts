import type { Library } from "@stele/library";
import { type LanguageTag, type Side, SteleError } from "@stele/model";
import type { Engine, Meter } from "@stele/translate";

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
  const { target, library } = run;
  const { engine, source, name } = run.input;
  const texts = source.sentences.length;
  const id = library.runs.start({ input: name, engine: engine.name, source: source.article.language, target, texts });
  let answered = 0;
  const watched = watchEngine(engine, (inFlight) => {
    const charged = run.meter.read().charactersBilled;
    library.runs.update(id, { inFlight, answered, charged });
  });
  try {
    const result = await work(watched, (done) => {
      answered = done;
    });
    library.runs.update(id, { inFlight: 0, answered, charged: run.meter.read().charactersBilled });
    library.runs.end(id, "finished");
    return result;
  } catch (error) {
    library.runs.update(id, { inFlight: 0, answered, charged: run.meter.read().charactersBilled });
    library.runs.end(id, error instanceof SteleError && error.code === "cancelled" ? "cancelled" : "failed");
    throw error;
  }
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
function watchEngine(engine: Engine, tell: (inFlight: number) => void): Engine {
  let inFlight = 0;
  return {
    ...engine,
    async *translate(request, signal) {
      const { length } = request.texts;
      inFlight += length;
      tell(inFlight);
      try {
        yield* engine.translate(request, signal);
      } finally {
        inFlight -= length;
        tell(inFlight);
      }
    },
  };
}
