import type { Engine, LanguageTag } from "@stele/core";
import type { PlannedTranslation, RunOptions } from "@stele/core/node";
import type { Session } from "../session.ts";
import { createProgress } from "../terminal/progress.ts";
import { agree, estimateLines, type Limits } from "./agree.ts";

/** A translation that was planned, and what may be sent for it. */
export interface Weighed<Finished> {
  readonly planned: PlannedTranslation;
  readonly engine: Engine;
  readonly limits: Limits;
  /** `run` or `runLong` of the plan. */
  readonly run: (options: RunOptions) => Promise<Finished>;
}

/** Says the price of what may cost something, lets a person agree to a big one, and translates. */
export async function weighAndRun<Finished>(
  { planned, engine, limits, run }: Weighed<Finished>,
  session: Session,
): Promise<Finished> {
  const progress = createProgress(session);
  const options = {
    signal: session.io.signal,
    onProgress: (done: number, total: number, language: LanguageTag) => progress.show(language, done / total),
    onBusy: () => void session.say(session.t("cli.say.libraryBusy")),
  };
  const end = async (): Promise<void> => {
    progress.end();
    await engine.close?.();
  };
  if (!engine.describe.isPaid) return run(options).finally(end);
  const foreseen = await planned.estimate({ asksQuota: true });
  await session.say(estimateLines(foreseen, engine.describe.label, session));
  await sayLost(planned, foreseen.characters, session);
  const caps = await agree(foreseen, limits, session);
  return run({ ...options, caps, foreseen }).finally(end);
}

/** What a killed run had sent and not yet been answered is sent again. */
async function sayLost(planned: PlannedTranslation, characters: number, { t, say }: Session): Promise<void> {
  const texts = characters === 0 ? 0 : planned.lostInFlight();
  if (texts > 0) await say(t("cli.report.lostInFlight", { texts }));
}
