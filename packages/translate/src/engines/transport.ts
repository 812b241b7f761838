import type { ServiceFailure } from "../errors.ts";

/** What a failed transport means for the request that it carried. */
export type TransportTrouble =
  /** The encrypted connection was refused by us, before anything was sent. */
  | "untrusted"
  /** There is no such name, or nobody listens: nothing was sent, and trying again is of no use. */
  | "absent"
  /** The name could not be looked up, or nobody reached, just now: nothing was sent. */
  | "unresolved"
  /** What came is not packed as it says, or is no HTTP. */
  | "unreadable"
  /** Broken off on the way: the answer, not the request, may have been lost. */
  | "lost";

const ABSENT = new Set([
  "ENOTFOUND",
  "ECONNREFUSED",
  "ERR_INVALID_URL",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENETDOWN",
  "EACCES",
  "EPERM",
  // A proxy that opens no way to the service.
  "UND_ERR_ABORTED",
]);
const UNRESOLVED = new Set(["EAI_AGAIN", "EAI_FAIL", "UND_ERR_CONNECT_TIMEOUT"]);

/** What a code of Node's sockets, TLS, zlib or HTTP parser means; undefined where there is no code. */
export function transportTrouble(code: string): TransportTrouble | undefined {
  if (code === "") return undefined;
  if (/CERT|TLS|SSL|SIGNATURE|EPROTO|ALTNAME/u.test(code)) return "untrusted";
  if (/^(?:Z_|HPE_)/u.test(code)) return "unreadable";
  if (UNRESOLVED.has(code)) return "unresolved";
  return ABSENT.has(code) ? "absent" : "lost";
}

/** The code of what `fetch` threw; its own words and causes may hold anything and are not looked at. */
export function fetchCode(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  for (const one of [cause, thrown]) {
    const code = typeof one === "object" && one !== null && "code" in one ? one.code : undefined;
    if (typeof code === "string") return code;
  }
  return "";
}

/** What an encrypted connection that was refused is told as; `address` is the setting that may be wrong. */
export function untrusted(to: string, code: string, address: string): ServiceFailure {
  return {
    code: "network",
    message: `The encrypted connection to ${to} could not be trusted (${code}).`,
    hint: `A proxy, a wrong clock or a wrong address (${address}) can cause this; what is finished is kept.`,
  };
}
