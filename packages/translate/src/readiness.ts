/** Why an engine is ready or not; `@stele/messages` has a sentence for each. */
export const READINESS_STATES = [
  "key-missing",
  "key-set",
  "free-key-set",
  "models-missing",
  "models-unreadable",
  "models-installed",
  "model-unnamed",
  "model-named",
  "nothing-needed",
] as const;

/** One of `READINESS_STATES`. */
export type ReadinessState = (typeof READINESS_STATES)[number];

/** Whether an engine could translate now, and why not or by what; as codes, since people read it in their language. */
export interface Readiness {
  readonly isReady: boolean;
  readonly state: ReadinessState;
  /** What the state is about: `pairs`, `model`, `folder`. Never a key. */
  readonly details: Readonly<Record<string, string>>;
}

/** Whether an engine could translate now; one that cannot tell is taken for ready. */
export async function readinessOf(engine: { ready?(): Promise<Readiness> }): Promise<Readiness> {
  return (await engine.ready?.()) ?? { isReady: true, state: "nothing-needed", details: {} };
}
