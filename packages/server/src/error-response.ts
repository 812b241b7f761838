import { type ErrorCode, SteleError } from "@stele/core/node";
import type { Context } from "hono";
import type { ApiError } from "./api-types.ts";

type Status = 400 | 402 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 502 | 503 | 504 | 507;

const STATUS: Partial<Record<ErrorCode, Status>> = {
  internal: 500,
  "disk-full": 507,
  "stale-revision": 409,
  "auth-missing": 422,
  "auth-rejected": 422,
  "rate-limited": 429,
  "quota-reached": 402,
  "budget-reached": 402,
  network: 502,
  timeout: 504,
  "service-failed": 502,
  "service-malformed": 502,
  "not-found": 404,
  "input-missing": 404,
  "engine-unknown": 404,
  "engine-not-ready": 422,
  "engine-refused-by-policy": 422,
  "model-invalid": 422,
  "config-invalid": 422,
  "service-address": 422,
  "library-newer": 503,
  "library-locked": 503,
  "library-damaged": 503,
  "library-read-only": 503,
};

const REFUSAL_STATUS: Readonly<Record<string, Status>> = { "too-large": 413, "media-type": 415, method: 405 };

/** The HTTP status of an error: 400 where nothing else is said, for most codes are about what was sent. */
function statusOf(error: SteleError): Status {
  if (error.code === "request-refused") return REFUSAL_STATUS[String(error.details.reason)] ?? 403;
  return STATUS[error.code] ?? 400;
}

/** An error as the API answers it. Nothing of an unknown error leaves the server: its message may hold anything. */
export function errorBody(error: unknown): ApiError {
  const known = error instanceof SteleError ? error : unknownError();
  const { code, message, hint, details } = known;
  return { error: { code, message, hint, details } };
}

/** The answer to a request that ended in an error. */
export function errorResponse(context: Context, error: unknown): Response {
  return context.json(errorBody(error), error instanceof SteleError ? statusOf(error) : 500);
}

function unknownError(): SteleError {
  return new SteleError({
    code: "internal",
    message: "Something went wrong inside Stele.",
    hint: "Try again; if it comes back, it is a bug worth reporting.",
  });
}
