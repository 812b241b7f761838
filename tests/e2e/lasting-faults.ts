import { expect } from "vitest";
import { CHANGES, type Fault } from "../faults/fault.ts";
import { errorOf } from "./stele.ts";
import {
  afterOne,
  customer,
  expectClear,
  expectOnlyRestSent,
  sentences,
  TEXTS_PER_REQUEST,
  writeText,
} from "./translation.ts";

/** A fault of a service that does not pass, and how it ends a command. */
export interface LastingFault {
  readonly name: string;
  readonly code: string;
  readonly exitCode: number;
  readonly fault: Fault;
  /** The answer, not the request, was lost. */
  readonly isPerhapsCharged: boolean;
}

type Service = "deepl" | "openai";

const TRANSLATE = ["translate", "long.txt", "--to", "ko", "--json"];
const SIZES = { deepl: { texts: 130, aRequest: TEXTS_PER_REQUEST }, openai: { texts: 60, aRequest: 20 } } as const;
const HTML: Fault = { kind: "body", body: "<html><body>Please log in</body></html>", type: "text/html" };
const OUT_OF_MONEY = '{"error":{"code":"insufficient_quota"}}';

const refused = (name: string, [code, exitCode]: readonly [string, number], fault: Fault): LastingFault => {
  return { name, code, exitCode, fault, isPerhapsCharged: false };
};
const lost = (name: string, code: string, fault: Fault): LastingFault => {
  return { name, code, exitCode: 5, fault, isPerhapsCharged: true };
};

const OF_ANY_SERVICE: readonly LastingFault[] = [
  refused("404", ["service-address", 7], { kind: "status", status: 404 }),
  refused("413", ["request-refused", 6], { kind: "status", status: 413, body: "<html>Too large</html>" }),
  refused("500", ["service-failed", 5], { kind: "status", status: 500 }),
  refused("503", ["service-failed", 5], { kind: "status", status: 503 }),
  lost("a connection reset in mid-answer", "network", { kind: "reset", at: "middle" }),
  lost("a connection reset at once", "network", { kind: "reset", at: "start" }),
  lost("truncated JSON", "service-malformed", { kind: "cut-json" }),
  lost("no answer", "timeout", { kind: "silence" }),
  lost("a slow trickle", "timeout", { kind: "trickle", ms: 50 }),
  lost("a body shorter than its length", "network", { kind: "wrong-length", by: 40 }),
  lost("a length shorter than its body", "service-malformed", { kind: "wrong-length", by: -40 }),
  lost("gzip that is cut", "service-malformed", { kind: "gzip", damage: "cut" }),
  lost("gzip that is none", "service-malformed", { kind: "gzip", damage: "not-packed" }),
  lost("an answer without end", "service-malformed", { kind: "body", body: "x".repeat(9 * 1024 * 1024) }),
  refused("a redirect", ["service-address", 7], { kind: "redirect", status: 307, to: "http://127.0.0.1:9/" }),
];

/** All that is tried with a service. */
export const LASTING_FAULTS: Readonly<Record<Service, readonly LastingFault[]>> = {
  deepl: [
    refused("429 for ever", ["rate-limited", 3], { kind: "status", status: 429, retryAfter: "1" }),
    refused("456", ["quota-reached", 4], { kind: "status", status: 456 }),
    refused("403", ["auth-rejected", 2], { kind: "status", status: 403, body: '{"message":"Key revoked"}' }),
    lost("fewer translations than texts", "service-malformed", { kind: "answers", change: CHANGES.fewer }),
    lost("more translations than texts", "service-malformed", { kind: "answers", change: CHANGES.more }),
    refused("a page in place of JSON", ["service-malformed", 5], HTML),
    ...OF_ANY_SERVICE,
  ],
  openai: [
    refused("429 for ever", ["rate-limited", 3], { kind: "status", status: 429 }),
    refused("no money left", ["quota-reached", 4], { kind: "status", status: 429, body: OUT_OF_MONEY }),
    refused("the key revoked", ["auth-rejected", 2], { kind: "status", status: 401, body: '{"error":"revoked"}' }),
    refused("403", ["auth-rejected", 2], { kind: "status", status: 403 }),
    ...OF_ANY_SERVICE,
    // Whoever answers for a chat service may have asked it.
    lost("a page in place of JSON", "service-malformed", HTML),
  ],
};

/** The first fault of each code: what sets the others apart is the engine's business, and tried beside the engine. */
export function oneOfEachCode(faults: readonly LastingFault[]): readonly LastingFault[] {
  return faults.filter(({ code }, at) => faults.findIndex((one) => one.code === code) === at);
}

/** The run ends in one clear sentence when one request was answered; that answer is kept, and the rest is sent the next time. */
export async function expectLastingFault(
  engine: Service,
  { code, exitCode, fault, isPerhapsCharged }: LastingFault,
): Promise<void> {
  const { texts: count, aRequest } = SIZES[engine];
  const texts = sentences(count);
  const one = await customer({ engine, ...(code === "timeout" && { timeoutMs: 4000 }) });
  writeText(one.home, "long.txt", texts);
  one.plan(afterOne(fault));
  const stopped = await one.run(TRANSLATE);
  expectClear(stopped, code, exitCode);
  expect(one.sent()[0]).toHaveLength(aRequest);
  const { hint } = errorOf(stopped).error;
  expect(hint).toContain(`Answers kept so far: ${aRequest}.`);
  expect(hint.includes("may have been charged")).toBe(isPerhapsCharged);
  await expectOnlyRestSent(one, { argv: TRANSLATE, texts });
}
