import { engines } from "./en/engines.ts";
import { hasText } from "./has-text.ts";
import type { Translator } from "./translator.ts";

/** An engine as lists know it. */
export interface EngineLike {
  readonly name: string;
  /** Its own label, for an engine that has no text here. */
  readonly label: string;
}

/** Whether an engine is ready, as the engine says it: a code, and what the code is about. */
export interface ReadinessLike {
  readonly state: string;
  readonly details: Readonly<Record<string, string>>;
}

/** What an engine is called: its name in the reader's language, or its own label. */
export function engineName({ name, label }: EngineLike, t: Translator): string {
  return hasText(engines.names, name) ? t(`engines.names.${name}`) : label;
}

/** Why an engine is ready or not, in one sentence; a state that is not known is given as it is. */
export function readinessText({ state, details }: ReadinessLike, t: Translator): string {
  if (!hasText(engines.states, state)) return state;
  return t(`engines.states.${state}`, { pairs: "", model: "", folder: "", ...details });
}
