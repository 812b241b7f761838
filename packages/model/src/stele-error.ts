import { type ErrorCode, EXIT_CODES } from "./error-codes.ts";

/** Facts that an app needs to say an error in the user's language: plain values, never a secret. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a `SteleError` is made of. `cause` only where it can hold no secret (never an engine's own error). */
export interface SteleErrorOptions {
  readonly code: ErrorCode;
  /** One clear English sentence that names the input. */
  readonly message: string;
  /** What to do next, one English sentence. */
  readonly hint: string;
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

/** The only error that Stele throws on purpose; anything else is a bug. */
export class SteleError extends Error {
  override readonly name = "SteleError";
  readonly code: ErrorCode;
  readonly hint: string;
  readonly details: ErrorDetails;

  constructor(options: SteleErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.hint = options.hint;
    this.details = options.details ?? {};
  }

  /** The exit code of the command line for this error. */
  get exitCode(): number {
    return EXIT_CODES[this.code];
  }
}
