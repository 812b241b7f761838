import { type ErrorCode, type ErrorDetails, SteleError } from "@stele/model";

/** How often a failed request is worth repeating: a request that may have been charged at most once. */
export type Repeat = "never" | "once" | "often";

/** What went wrong between us and a service. */
export interface ServiceFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly repeat?: Repeat;
  /** The service may have done the work, and charged for it, although its answer was not seen. */
  readonly mayBeCharged?: boolean;
  /** How long the service asked to wait, milliseconds. */
  readonly retryAfterMs?: number;
  readonly details?: ErrorDetails;
}

/** An error of a service, with what `retry` must know in its details. It has no cause: causes hold keys and texts. */
export function serviceError(failure: ServiceFailure): SteleError {
  const { code, message, hint, repeat = "never", mayBeCharged = false, retryAfterMs, details } = failure;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return new SteleError({ code, message, hint, details: { ...details, repeat, mayBeCharged, ...wait } });
}

/** The error of a run that was stopped from outside. */
export function cancelled(): SteleError {
  return new SteleError({
    code: "cancelled",
    message: "The translation was stopped.",
    hint: "The answers that had come are kept; the same command sends only the rest.",
  });
}

/** @throws SteleError `cancelled` where the signal was given. */
export function checkAbort(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw cancelled();
}

/** The first characters of a text, for a sentence that has to name it. */
export function quoteStart(text: string): string {
  const start = [...text.slice(0, 80)].slice(0, 40).join("");
  return start.length < text.length ? `"${start}…"` : `"${text}"`;
}
