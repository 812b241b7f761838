/** What a failure is made of. */
export interface FailureOptions {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What went wrong, as the server or the network said it. `code` is one of Stele's closed list. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: string;
  readonly hint: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** The whole answer of the server; empty where the failure did not come from it. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(options: FailureOptions) {
    super(options.message);
    this.code = options.code;
    this.hint = options.hint ?? "";
    this.details = options.details ?? {};
    this.body = options.body ?? {};
  }
}

/** Any thrown value as a failure; a `SteleError` keeps its code, whichever copy of the class made it. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown instanceof Error) {
    const own = new Map<string, unknown>(Object.entries(thrown));
    const [code, hint, details] = [own.get("code"), own.get("hint"), own.get("details")];
    return new Failure({
      code: typeof code === "string" ? code : "internal",
      message: thrown.message,
      ...(typeof hint === "string" ? { hint } : {}),
      ...(isRecord(details) ? { details } : {}),
    });
  }
  return new Failure({ code: "internal", message: String(thrown) });
}

/** An answer of the server that is not 2xx, as a failure: `{ error: { code, message, hint, details } }`. */
export function failureOf(body: unknown, status: number): Failure {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  return new Failure({
    code: typeof error.code === "string" ? error.code : "service-failed",
    message: typeof error.message === "string" ? error.message : `The server answered ${status}.`,
    hint: typeof error.hint === "string" ? error.hint : "",
    details: { status, ...(isRecord(error.details) ? error.details : {}) },
    ...(isRecord(body) ? { body } : {}),
  });
}

/** A plain object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
