import { type ErrorDetails, SteleError } from "@stele/core/node";

/** Why the server refuses a request; a member of the details, from which the status follows. */
export type RefusalReason = "host" | "origin" | "token" | "too-large" | "media-type" | "method";

/** A request that the server does not serve, whoever asks. */
export function refusal(
  reason: RefusalReason,
  says: { message: string; hint: string; details?: ErrorDetails },
): SteleError {
  return new SteleError({
    code: "request-refused",
    message: says.message,
    hint: says.hint,
    details: { ...says.details, reason },
  });
}

/** A request whose body or query is not what the route takes. */
export function badRequest(message: string, hint: string, details: ErrorDetails = {}): SteleError {
  return new SteleError({ code: "usage", message, hint, details });
}

/** A thing that is asked for by its id and is not there. */
export function notFound(what: string, id: string): SteleError {
  return new SteleError({
    code: "not-found",
    message: `There is no ${what} "${id}".`,
    hint: "It may have been removed; look at the list again.",
    details: { what, id },
  });
}
