import type { SteleError } from "@stele/model";
import { serviceError } from "../../../errors.ts";

/** @throws SteleError for an answer that is none. */
export function checkStatus(response: Response, url: string): void {
  if (response.ok) return;
  const { status } = response;
  const repeat = status === 429 || status >= 500 ? "often" : "never";
  const message = `The models' server ${hostOf(url)} failed (${status}).`;
  const hint = "Try again later, or name a mirror (local.recordsUrl).";
  throw serviceError({
    code: status === 429 ? "rate-limited" : "service-failed",
    message,
    hint,
    repeat,
    details: { status, host: hostOf(url) },
  });
}

/** The host of an address, for a message. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** The user wants no network. */
export function offline(): SteleError {
  const hint = "Run it without --offline.";
  return serviceError({ code: "network", message: "The network is switched off by --offline.", hint });
}

/** The connection failed or was lost. */
export function unreachable(url: string, thrown: unknown): SteleError {
  const cause =
    thrown instanceof Error && thrown.cause instanceof Error && "code" in thrown.cause ? thrown.cause.code : undefined;
  const code = typeof cause === "string" ? ` (${cause})` : "";
  const repeat = cause === "ENOTFOUND" || cause === "ECONNREFUSED" || !URL.canParse(url) ? "never" : "often";
  const hint = "Check the network, or name a mirror (local.recordsUrl).";
  return serviceError({
    code: "network",
    message: `The models' server ${hostOf(url)} could not be reached${code}.`,
    hint,
    repeat,
    details: { host: hostOf(url) },
  });
}

/** Silence for too long. */
export function tooLate(url: string): SteleError {
  const hint = "Try again: what has come is kept and the rest is fetched.";
  return serviceError({
    code: "timeout",
    message: `The models' server ${hostOf(url)} did not answer in time.`,
    hint,
    repeat: "often",
    details: { host: hostOf(url) },
  });
}

/** Something else answered. */
export function notAList(url: string): SteleError {
  const hint = "Check the address (local.recordsUrl); a log-in page of the network may answer in its place.";
  return serviceError({
    code: "service-malformed",
    message: `${hostOf(url)} did not answer with a list of models.`,
    hint,
    details: { host: hostOf(url) },
  });
}

/** Neither collection is there. */
export function noModels(base: string): SteleError {
  const hint = "Check the address of the list (local.recordsUrl).";
  const host = hostOf(base);
  return serviceError({
    code: "service-address",
    message: `There is no list of models at ${host}.`,
    hint,
    details: { host },
  });
}

/** A record without its file. */
export function noFile(location: string): SteleError {
  const message = `The file ${location} of the model is not on the server.`;
  return serviceError({
    code: "not-found",
    message,
    hint: "The list of models may be newer than the mirror: try again later.",
    details: { file: location },
  });
}
