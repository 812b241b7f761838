import type { Engine } from "@stele/core";
import type { FinishedTranslation, PlannedTranslation } from "@stele/core/node";
import type { Session } from "../session.ts";
import { agree, estimateLines, type Limits } from "./agree.ts";

/** A translation that was planned, and what may be sent for it. */
export interface Weighed {
  readonly planned: PlannedTranslation;
  readonly engine: Engine;
  readonly limits: Limits;
}

/** Says the price of what may cost something, lets a person agree to a big one, and translates. */
export async function weighAndRun(
  { planned, engine, limits }: Weighed,
  session: Session,
): Promise<FinishedTranslation> {
  const { signal } = session.io;
  if (!engine.describe.isPaid) return planned.run({ signal }).finally(() => engine.close?.());
  const foreseen = await planned.estimate({ asksQuota: true });
  await session.say(estimateLines(foreseen, engine.describe.label, session));
  return planned.run({ caps: await agree(foreseen, limits, session), signal }).finally(() => engine.close?.());
}
