import type { SteleError } from "@stele/model";
import { type ServiceFailure, serviceError } from "../../errors.ts";
import { transportTrouble, untrusted } from "../transport.ts";

/** The library, loaded when the engine is first used. */
export type DeeplLibrary = typeof import("deepl-node");

/** A request that DeepL found too large, which only the engine itself can help. */
export interface DeeplTrouble {
  readonly error: SteleError;
  readonly isTooLarge: boolean;
}

/**
 * Says in Stele's words what deepl-node threw. Nothing of the original is passed on but DeepL's own short message:
 * its errors hold the key and the texts.
 */
export function readDeeplError(thrown: unknown, library: DeeplLibrary, key: string): DeeplTrouble {
  const message = thrown instanceof Error ? thrown.message : "";
  const said = ownMessage(message, key);
  return {
    error: deeplError(explain(thrown, library, said)),
    isTooLarge: message.startsWith("Unexpected status code: 413"),
  };
}

/** An error of DeepL, which its details name for the other languages of the interface. */
export function deeplError(failure: ServiceFailure): SteleError {
  return serviceError({ ...failure, details: { engine: "DeepL", ...failure.details } });
}

function explain(thrown: unknown, library: DeeplLibrary, said: string): ServiceFailure {
  if (thrown instanceof library.AuthorizationError) return AUTH;
  if (thrown instanceof library.QuotaExceededError) return QUOTA;
  if (thrown instanceof library.TooManyRequestsError) return RATE;
  if (thrown instanceof library.GlossaryNotFoundError) return GLOSSARY;
  if (thrown instanceof library.ConnectionError) {
    return thrown.message.includes("maxContentLength") ? HUGE : explainConnection(transportCode(thrown));
  }
  return explainMessage(thrown instanceof Error ? thrown.message : "", said);
}

const AUTH: ServiceFailure = {
  code: "auth-rejected",
  message: "DeepL refused the key.",
  hint: "Check the key; one ending in :fx belongs to the free service, any other to the paid one.",
};
const QUOTA: ServiceFailure = {
  code: "quota-reached",
  message: "The DeepL quota of this billing period is used up.",
  hint: "What is finished is kept; run the same command again when the quota is renewed or raised.",
};
const RATE: ServiceFailure = {
  code: "rate-limited",
  message: "DeepL asked for fewer requests.",
  hint: "Try again later, or with fewer requests at once.",
  repeat: "often",
};
const GLOSSARY: ServiceFailure = {
  code: "request-refused",
  message: "DeepL does not have this glossary.",
  hint: "Create it again from its terms, or translate without it.",
};
const TOO_LARGE: ServiceFailure = {
  code: "request-refused",
  message: "DeepL found the request too large.",
  hint: "Make the named text shorter.",
};

const HUGE: ServiceFailure = {
  code: "service-malformed",
  message: "DeepL's address answered with far more than a translation.",
  hint: "Something else answers in its place: check the server address and the proxy.",
  mayBeCharged: true,
};

const TIMED_OUT = new Set(["ETIMEDOUT", "ECONNABORTED"]);

function explainConnection(code: string): ServiceFailure {
  if (TIMED_OUT.has(code)) return timedOut();
  if (code === "ERR_INVALID_URL") return badAddress();
  if (code === "ERR_FR_REDIRECTION_FAILURE") return redirected();
  const trouble = transportTrouble(code);
  if (trouble === "lost") return lost();
  if (trouble === "untrusted") return untrusted("DeepL", code, "DEEPL_SERVER_URL");
  if (trouble === "unreadable") return malformed("something that cannot be read");
  return trouble === "unresolved" ? { ...unreachable(code), repeat: "often" } : unreachable(code);
}

function lost(): ServiceFailure {
  return {
    code: "network",
    message: "The connection to DeepL was lost before its answer had come.",
    hint: "Check the network and run the same command again.",
    repeat: "often",
    mayBeCharged: true,
  };
}

/** DeepL did not answer in time: it may have translated, and charged, all the same. */
export function timedOut(): ServiceFailure {
  return {
    code: "timeout",
    message: "DeepL did not answer in time.",
    hint: "Run the same command again: only what is missing is sent.",
    repeat: "once",
    mayBeCharged: true,
  };
}

function unreachable(code: string): ServiceFailure {
  const shown = code === "" ? "" : ` (${code})`;
  const hint = "Check the network, the proxy and the server address.";
  return { code: "network", message: `DeepL could not be reached${shown}.`, hint, details: { transport: code } };
}

function badAddress(): ServiceFailure {
  const hint = "Correct DEEPL_SERVER_URL: the address of the server alone, without /v2.";
  return { code: "service-address", message: "There is no DeepL service at the server address.", hint };
}

function redirected(): ServiceFailure {
  const message = "DeepL's address sends requests elsewhere; none was followed, neither text nor key went there.";
  const hint = "Give the final address as DEEPL_SERVER_URL, or look for a log-in page of the network.";
  return { code: "service-address", message, hint };
}

function explainMessage(message: string, said: string): ServiceFailure {
  if (message.startsWith("Bad request")) {
    const hint = "A language, an option, a glossary or markup does not suit DeepL.";
    return { code: "request-refused", message: `DeepL refused the request${said}.`, hint };
  }
  if (message.startsWith("Not found")) return badAddress();
  if (message.startsWith("Unexpected status code: 413")) return TOO_LARGE;
  if (message.startsWith("Error parsing response JSON"))
    return malformed(message.includes("Unexpected token '<'") ? A_PAGE : "something that is not JSON");
  const status = /^Unexpected status code: (\d{3})/u.exec(message)?.[1];
  if (status === "401") return AUTH;
  if (message.startsWith("Service unavailable")) return failed("503");
  if (status !== undefined && status >= "500") return failed(status);
  const hint = "Run it again; if it stays, the server address or a proxy is wrong.";
  return { code: "service-failed", message: `DeepL failed in an unexpected way${said}.`, hint };
}

function failed(status: string): ServiceFailure {
  const hint = "The service has trouble; run the same command later.";
  return { code: "service-failed", message: `DeepL failed (${status}).`, hint, repeat: "often", details: { status } };
}

const A_PAGE = "a web page";

function malformed(what: string): ServiceFailure {
  const hint = "A proxy or a log-in page of the network may answer in its place.";
  return {
    code: "service-malformed",
    message: `DeepL's address answered with ${what}.`,
    hint,
    repeat: "once",
    mayBeCharged: what !== A_PAGE,
  };
}

function transportCode(thrown: Error & { readonly error?: unknown }): string {
  const inner = thrown.error;
  const code = typeof inner === "object" && inner !== null && "code" in inner ? inner.code : undefined;
  return typeof code === "string" ? code : "";
}

/** What DeepL itself said, shortened, for a refused request; pages and texts are left out. */
function ownMessage(message: string, key: string): string {
  const said = /, message: ([^<>]{1,160})/u.exec(message)?.[1] ?? "";
  const safe = key === "" ? said : said.replaceAll(key, "…");
  return safe === "" ? "" : `: ${safe.trim().replace(/\.$/u, "")}`;
}
