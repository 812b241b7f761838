import { SteleError } from "@stele/model";
import type { Repeat } from "../errors.ts";

/** How failed requests are repeated. */
export interface RetryPolicy {
  /** Most sendings of one request, the first included. Default 5. */
  readonly attempts: number;
  /** The first wait, milliseconds; each further one is twice as long. Default 1,000. */
  readonly firstWaitMs: number;
  /** No wait is longer; a service that asks for more is not asked again. Default 60,000. */
  readonly maxWaitMs: number;
  /** Each wait is longer or shorter by up to this share, so that workers do not come back together. Default 0.25. */
  readonly jitter: number;
}

/** The one policy for all engines. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = { attempts: 5, firstWaitMs: 1000, maxWaitMs: 60_000, jitter: 0.25 };

/** What has failed so far of one request. */
export interface Failures {
  /** How many sendings have failed, this one included. */
  readonly count: number;
  /** How many of them before this one may have been charged, or are worth repeating once only. */
  readonly spentTries: number;
}

/**
 * How long to wait before a failed request is sent again; undefined where it is not. `random` is from 0 to 1.
 * What may have been charged with its answer lost in silence (a time-out) is repeated once only.
 */
export function nextWait(
  thrown: unknown,
  failures: Failures,
  { policy, random }: { readonly policy: RetryPolicy; readonly random: number },
): number | undefined {
  const repeat = repeatOf(thrown);
  if (repeat === "never" || failures.count >= policy.attempts) return undefined;
  if (repeat === "once" && failures.spentTries > 0) return undefined;
  const asked = retryAfterOf(thrown);
  if (asked !== undefined) return asked > policy.maxWaitMs ? undefined : asked;
  const wait = Math.min(policy.firstWaitMs * 2 ** (failures.count - 1), policy.maxWaitMs);
  return wait * (1 + policy.jitter * (2 * random - 1));
}

function repeatOf(thrown: unknown): Repeat {
  if (!(thrown instanceof SteleError)) return "never";
  const { repeat } = thrown.details;
  return repeat === "once" || repeat === "often" ? repeat : "never";
}

function retryAfterOf(thrown: unknown): number | undefined {
  const asked = thrown instanceof SteleError ? thrown.details.retryAfterMs : undefined;
  return typeof asked === "number" ? asked : undefined;
}

/** True for a failure after which nothing that is worth repeating once only is repeated any more. */
export function spendsTry(thrown: unknown): boolean {
  return mayBeCharged(thrown) || repeatOf(thrown) === "once";
}

/** True where the service may have charged for a request although it failed. */
export function mayBeCharged(thrown: unknown): boolean {
  return thrown instanceof SteleError && thrown.details.mayBeCharged === true;
}
