import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CertificateWishes, selfSigned } from "../faults/certificate.ts";
import { always, CHANGES, type FaultPlan, only } from "../faults/fault.ts";
import { expectLastingFault, LASTING_FAULTS, oneOfEachCode } from "./lasting-faults.ts";
import { errorOf } from "./stele.ts";
import { type Customer, customer, expectClear, sentences, writeText } from "./translation.ts";

const SENTENCES = sentences(60);
const TRANSLATE = ["translate", "long.txt", "--to", "ko", "--json"];

async function open(): Promise<Customer> {
  const one = await customer({ engine: "openai" });
  writeText(one.home, "long.txt", SENTENCES);
  return one;
}

describe.concurrent("a fault of a chat service that stays ends the run; only the rest is sent the next time", () => {
  it.each(oneOfEachCode(LASTING_FAULTS.openai))("$name", (fault) => expectLastingFault("openai", fault));
});

describe.concurrent("a fault of a chat service that passes is got over", () => {
  it.each<readonly [string, FaultPlan]>([
    ["429 once", only(2, { kind: "status", status: 429, retryAfter: "0" })],
    ["fewer translations once", only(2, { kind: "answers", change: CHANGES.fewer })],
    ["empty ones once", only(2, { kind: "answers", change: CHANGES.empty })],
    ["gzip", always({ kind: "gzip" })],
  ])("%s", async (_, plan) => {
    const one = await open();
    one.plan(plan);
    const outcome = await one.run(TRANSLATE);
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    expect(JSON.parse(outcome.stdout).sides[1].sentences).toHaveLength(SENTENCES.length);
  });
});

describe.concurrent("what was sent", () => {
  it("is said of both rounds, with the tokens that the service counted", async () => {
    const one = await open();
    one.plan(only(2, { kind: "answers", change: CHANGES.halfEmpty }));
    const outcome = await one.run(["translate", "long.txt", "--to", "ko"]);
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    const requests = one.sent();
    expect(requests).toHaveLength(4);
    const characters = [...requests.flat().join("")].length;
    expect(outcome.stderr).toContain(`Sent ${characters} characters; requests: 4;`);
    expect(outcome.stderr).toContain("Requests among them that asked once more for what was missing or doubtful: 1.");
    expect(outcome.stderr).toContain("Tokens as far as the service says: 400 read, 200 written.");
  });
});

describe.concurrent("a chat service that is not there", () => {
  it.each([
    ["refuses the connection", () => "http://127.0.0.1:9/v1", "network", 5],
    ["has no such name", () => "http://no-such-host.invalid/v1", "network", 5],
    ["speaks no TLS", (url: string) => `${url.replace("http:", "https:")}/v1`, "network", 5],
  ] as const)("%s", async (...[, address, code, exitCode]) => {
    const one = await open();
    const outcome = await one.run(TRANSLATE, { variables: { OPENAI_BASE_URL: address(one.server.url) } });
    expectClear(outcome, code, exitCode);
    expect(one.leaks()).toEqual([]);
  });

  it.each([
    ["shows an expired certificate", { isExpired: true }, true],
    ["shows a certificate for another name", { host: "other.invalid" }, true],
    ["shows a certificate that nobody vouches for", {}, false],
  ] as const)("%s", async (...[, wishes, isKnown]) => {
    const { one, variables } = await openTls(wishes);
    const outcome = await one.run(TRANSLATE, isKnown ? { variables } : {});
    expectClear(outcome, "network", 5);
    expect(errorOf(outcome).error.message).toContain("could not be trusted");
    expect([one.server.log, one.leaks()]).toEqual([[], []]);
  });

  it("is, with a certificate that is vouched for", async () => {
    const { one, variables } = await openTls({});
    const outcome = await one.run(TRANSLATE, { variables });
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    expect(one.sent().flat()).toHaveLength(SENTENCES.length);
  });

  /** A service that speaks TLS, and what lets the command trust its certificate. */
  async function openTls(wishes: CertificateWishes) {
    const tls = selfSigned(wishes);
    const one = await customer({ engine: "openai", tls });
    writeText(one.home, "long.txt", SENTENCES);
    const file = join(one.home, "trusted.pem");
    writeFileSync(file, tls.cert);
    return { one, variables: { NODE_EXTRA_CA_CERTS: file } };
  }
});
