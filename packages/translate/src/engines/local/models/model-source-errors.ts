import type { ErrorDetails, SteleError } from "@stele/model";
import { serviceError } from "../../../errors.ts";
import { fetchCode, transportTrouble, untrusted } from "../../transport.ts";

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
  const hint = "Run it without --offline, and without STELE_OFFLINE and the setting offline.";
  return serviceError({ code: "network", message: "Nothing is asked of the network: it is switched off.", hint });
}

/** The connection failed or was lost. */
export function unreachable(url: string, thrown: unknown): SteleError {
  const code = fetchCode(thrown);
  const trouble = transportTrouble(code);
  const host = hostOf(url);
  if (trouble === "untrusted") {
    return serviceError({ ...untrusted(`the models' server ${host}`, code, "local.recordsUrl"), details: { host } });
  }
  const shown = code === "" ? "" : ` (${code})`;
  const what =
    trouble === "lost"
      ? `connection to the models' server ${host} was lost`
      : `models' server ${host} could not be reached`;
  return serviceError({
    code: "network",
    message: `The ${what}${shown}.`,
    hint: "Check the network and the proxy, or name a mirror (local.recordsUrl); what has come is kept.",
    repeat: trouble === "absent" || !URL.canParse(url) ? "never" : "often",
    details: { host },
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
    message: `The server ${hostOf(url)} did not answer with a list of models.`,
    hint,
    details: { host: hostOf(url) },
  });
}

/** A body that broke off on its way, or is not packed as it says. */
export function broken(url: string, thrown: unknown): SteleError {
  if (transportTrouble(fetchCode(thrown)) !== "unreadable") return unreachable(url, thrown);
  const details = { host: hostOf(url) };
  return malformed(`What the models' server ${details.host} sent cannot be unpacked.`, details);
}

/** A file that is announced to be shorter or longer than its record says, or a page in its place. */
export function notTheFile(location: string, url: string): SteleError {
  const details = { host: hostOf(url) };
  return malformed(`The models' server ${details.host} sent something else in place of the file ${location}.`, details);
}

/** A file that ends too early, though nothing broke off. */
export function sentLess(file: string): SteleError {
  return malformed(`The models' server sent less than the whole file ${file}.`, { file });
}

function malformed(message: string, details: ErrorDetails): SteleError {
  const hint = "A log-in page of the network may answer in its place; try again later: what has come is kept.";
  return serviceError({ code: "service-malformed", message, hint, repeat: "often", details });
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
