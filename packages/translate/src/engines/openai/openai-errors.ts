import type { SteleError } from "@stele/model";
import { type ServiceFailure, serviceError } from "../../errors.ts";
import { fetchCode, transportTrouble, untrusted } from "../transport.ts";

/** What a service answered instead of a translation. */
export interface HttpFailure {
  readonly status: number;
  /** The body's own message, for people; may hold anything. */
  readonly said: string;
  readonly retryAfter: string | null;
}

/** Says in Stele's words what a status means. A service's own words are shown only where they can hold no key. */
export function httpError({ status, said, retryAfter }: HttpFailure, host: string): SteleError {
  const failure = failureOf(status, said, host);
  const retryAfterMs = failure.repeat === "often" ? readRetryAfter(retryAfter) : undefined;
  return serviceError({
    ...failure,
    details: { status, host, isTooLarge: isTooLarge({ status, said }) },
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** Whether a service refused a request for its length: half of it may be taken. */
export function isTooLarge({ status, said }: Pick<HttpFailure, "status" | "said">): boolean {
  return status === 413 || (status === 400 && TOO_LONG.test(said));
}

/** As OpenAI, llama.cpp's server and others say it. */
const TOO_LONG = /context[ _](?:length|size|window)|maximum context|too many tokens|prompt is too long/iu;

/**
 * Microsoft's page on the costs of its service says of refusals which of them may be charged all the same: a 400 of the
 * content filter or for the length of the input, and a 408; of others nothing is known.
 */
function failureOf(status: number, said: string, host: string): ServiceFailure {
  if (status === 401 || status === 403) {
    const hint = "Check the key: OPENAI_API_KEY, or npx stele auth set-key openai --from-stdin.";
    return { code: "auth-rejected", message: `The service at ${host} refused the key.`, hint };
  }
  if (status === 402 || (status === 429 && /insufficient_quota|billing|credit/iu.test(said))) {
    const hint = "What is finished is kept; add credit and run the same command again.";
    return { code: "quota-reached", message: `The account at ${host} is used up.`, hint };
  }
  if (status === 429) {
    const hint = "Try again later, or with fewer requests at once.";
    return { code: "rate-limited", message: `The service at ${host} asked for fewer requests.`, hint, repeat: "often" };
  }
  if (status >= 300 && status < 400) {
    const message = `The service at ${host} sends requests elsewhere; none was followed, neither text nor key went there.`;
    return { code: "service-address", message, hint: "Give the final address as openai.baseUrl." };
  }
  if (status === 404) {
    const hint = "Check the address (openai.baseUrl ends in /v1) and the name of the model (openai.model).";
    return {
      code: "service-address",
      message: `There is no such service or model at ${host} (${status}).`,
      hint,
    };
  }
  if (status === 408) return timedOut(host);
  if (status >= 500) {
    const hint = "The service has trouble; run the same command later.";
    return { code: "service-failed", message: `The service at ${host} failed (${status}).`, hint, repeat: "often" };
  }
  if (isTooLarge({ status, said })) {
    const message = `The service at ${host} does not take a request as long as one sentence (${status}).`;
    const hint = "Give the model a larger context, or split the sentence.";
    return { code: "request-refused", message, hint, mayBeCharged: status === 400 };
  }
  const hint = "An option or the prompt may not suit the model.";
  return { code: "request-refused", message: `The service at ${host} refused the request (${status}).`, hint };
}

/** Milliseconds out of seconds or a date. */
function readRetryAfter(value: string | null, now = Date.now()): number | undefined {
  if (value === null || value.trim() === "") return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** No answer in time; the model may have worked, and been paid, all the same. */
export function openaiTimedOut(host: string): SteleError {
  return serviceError({ ...timedOut(host), details: { host } });
}

function timedOut(host: string): ServiceFailure {
  const hint = "Run the same command again, or allow more time: models on one's own computer are slow.";
  const message = `The service at ${host} did not answer in time.`;
  return { code: "timeout", message, hint, repeat: "once", mayBeCharged: true };
}

/** What fetch threw: only its code is looked at. */
export function openaiUnreachable(thrown: unknown, host: string): SteleError {
  const code = fetchCode(thrown);
  const trouble = transportTrouble(code);
  if (trouble === "untrusted") return serviceError({ ...untrusted(host, code, "openai.baseUrl"), details: { host } });
  if (trouble === "unreadable") return openaiMalformed(host, "something that cannot be read");
  const isLost = trouble === "lost";
  const shown = code === "" ? "" : ` (${code})`;
  const message = isLost
    ? `The connection to ${host} was lost${shown}.`
    : `The service at ${host} could not be reached${shown}.`;
  const hint = "Check that the service runs, its address, the network and the proxy.";
  const repeat = isLost || trouble === "unresolved" ? "often" : "never";
  return serviceError({ code: "network", message, hint, repeat, mayBeCharged: isLost, details: { host } });
}

/** An answer without the translations that were asked for. */
export function openaiMalformed(host: string, what: string): SteleError {
  const message = `The service at ${host} answered with ${what}.`;
  return serviceError({ ...malformed(message, host), repeat: "once" });
}

/** Nothing that can be read, however little was asked for at a time: the same questions again would change nothing. */
export function openaiUnfit(host: string): SteleError {
  return serviceError(malformed(`The service at ${host} answered with no translation that can be read.`, host));
}

function malformed(message: string, host: string): ServiceFailure {
  const hint = "The model may be too small for the task, or something else answers at the address.";
  return { code: "service-malformed", message, hint, mayBeCharged: true, details: { host } };
}

/** The model, or a filter in front of it, said no to everything. */
export function openaiRefused(host: string): SteleError {
  const message = `The model at ${host} refuses to translate this text.`;
  const hint = "Name another model (openai.model) or engine; what is finished is kept.";
  return serviceError({ code: "request-refused", message, hint, mayBeCharged: true, details: { host } });
}

/** An answer that is far too long to be one. */
export function openaiHuge(host: string): SteleError {
  const message = `The service at ${host} answered with far more than a translation.`;
  const hint = "Something else may answer at the address (openai.baseUrl).";
  return serviceError({ code: "service-malformed", message, hint, mayBeCharged: true, details: { host } });
}
