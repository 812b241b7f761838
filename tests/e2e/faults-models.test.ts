import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mirrorOf } from "../../packages/translate/test/support/model-mirror.ts";
import { type Certificate, selfSigned } from "../faults/certificate.ts";
import { always, type Fault } from "../faults/fault.ts";
import { errorOf } from "./stele.ts";
import { type Customer, type CustomerOptions, customer, expectClear } from "./translation.ts";

/** Files of a few thousand bytes that no engine could run: what is tried here is how they come. */
const MIRROR = mirrorOf({ from: "en", to: "ko", version: "1.0" });
const ADD = ["models", "add", "en-ko", "--json"];

/** Short is the patience only where waiting is what is tried. */
function open({ code, ...options }: CustomerOptions & { readonly code?: string } = {}): Promise<Customer> {
  return customer({ mirror: MIRROR, timeoutMs: code === "timeout" ? 1000 : 30_000, ...options });
}

/** Nothing half is in place, and no key came out or went to the server. */
function expectNothingAdded(one: Customer): void {
  expect(existsSync(join(one.home, "cache/stele/models/en_ko"))).toBe(false);
  expect(one.server.log.filter(({ authorization }) => authorization !== "")).toEqual([]);
}

/** One of each code: what sets the faults of a code apart is tried beside the store of models. */
describe.concurrent("a mirror of models that fails for good is one clear sentence", () => {
  it.each<readonly [string, string, number, Fault]>([
    ["429", "rate-limited", 3, { kind: "status", status: 429 }],
    ["404", "service-address", 7, { kind: "status", status: 404 }],
    ["500", "service-failed", 5, { kind: "status", status: 500 }],
    ["a reset in mid-answer", "network", 5, { kind: "reset", at: "middle" }],
    ["half a list", "service-malformed", 5, { kind: "cut-json" }],
    ["silence", "timeout", 5, { kind: "silence" }],
    ["a redirect to nowhere", "network", 5, { kind: "redirect", status: 307, to: "http://127.0.0.1:9/" }],
  ])("%s", async (...[, code, exitCode, fault]) => {
    const one = await open({ code });
    one.server.plan(always(fault));
    const outcome = await one.run(ADD);
    expectClear(outcome, code, exitCode);
    expectNothingAdded(one);
    expect(one.leaks()).toEqual([]);
  });
});

describe.concurrent("a mirror of models that speaks TLS", () => {
  it.each([
    ["whose certificate is expired", { isExpired: true }, true],
    ["whose certificate is for another name", { host: "other.invalid" }, true],
    ["whose certificate nobody vouches for", {}, false],
  ] as const)("%s is not used, and not asked again", async (...[, wishes, isKnown]) => {
    const tls = selfSigned(wishes);
    const one = await open({ tls });
    const outcome = await one.run(ADD, { variables: isKnown ? trust(one, tls) : {} });
    expectClear(outcome, "network", 5);
    expect(errorOf(outcome).error.message).toContain("could not be trusted");
    expect([one.server.log, one.leaks()]).toEqual([[], []]);
  });

  it("whose certificate is vouched for sends its files", async () => {
    const tls = selfSigned();
    const one = await open({ tls });
    const outcome = await one.run(ADD, { variables: trust(one, tls) });
    // What no engine can run is refused only when all of it is there.
    expectClear(outcome, "model-invalid", 7);
    expect(new Set(files(one).map(({ path }) => path)).size).toBe(Object.keys(MIRROR.files).length);
  });
});

/** Lets the command trust this certificate. */
function trust({ home }: Customer, { cert }: Certificate): Readonly<Record<string, string>> {
  const file = join(home, "trusted.pem");
  writeFileSync(file, cert);
  return { NODE_EXTRA_CA_CERTS: file };
}

function files({ server }: Customer) {
  return server.log.filter(({ path }) => path.startsWith("/attachments/"));
}

describe.concurrent("a mirror of models that is not there", () => {
  it.each([
    ["refuses the connection", () => "http://127.0.0.1:9", "network"],
    ["has no such name", () => "http://no-such-host.invalid", "network"],
    ["speaks no TLS", (url: string) => url.replace("http:", "https:"), "network"],
  ] as const)("%s", async (...[, address, code]) => {
    const one = await open();
    const outcome = await one.run([...ADD, "--records-url", `${address(one.server.url)}/v1/buckets/main`]);
    expectClear(outcome, code, 5);
    expect([one.server.log, one.leaks()]).toEqual([[], []]);
  });

  it("or whose files are where nobody is", async () => {
    const one = await open({ mirror: { ...MIRROR, attachmentsUrl: "http://no-such-host.invalid/" } });
    const outcome = await one.run(ADD);
    expectClear(outcome, "network", 5);
    expect(errorOf(outcome).error.message).toContain("no-such-host.invalid");
    expectNothingAdded(one);
    expect(one.leaks()).toEqual([]);
  });
});

describe.concurrent("a download that breaks off", () => {
  const HALF: Fault = { kind: "reset", at: "middle", afterMs: 300 };
  const NEVER: Fault = { kind: "reset", at: "start" };

  it.each<readonly [string, string, number, Fault]>([
    ["is reset", "network", 5, NEVER],
    ["fails", "service-failed", 5, { kind: "status", status: 503 }],
    ["falls silent", "timeout", 5, { kind: "silence" }],
    ["is gone", "not-found", 6, { kind: "status", status: 404 }],
  ])(
    "in the third file, which then %s: what came is kept, and the next time only the rest is fetched",
    async (...[, code, exitCode, fault]) => {
      const one = await open({ code });
      let asked = 0;
      one.server.plan(({ path }) => {
        if (!path.startsWith("/attachments/")) return undefined;
        asked += 1;
        return asked < 3 ? undefined : asked === 3 ? HALF : fault;
      });
      const stopped = await one.run(ADD);
      expectClear(stopped, code, exitCode);
      expectNothingAdded(one);
      const [first, second, third] = files(one).map(({ path }) => path);
      const before = files(one).length;
      one.server.plan(undefined);
      const finished = await one.run(ADD);
      expectClear(finished, "model-invalid", 7);
      const again = files(one).slice(before);
      expect(again.map(({ path }) => path)).not.toContain(first);
      expect(again.map(({ path }) => path)).not.toContain(second);
      expect(again[0]).toMatchObject({ path: third, range: expect.stringMatching(/^bytes=[1-9]\d*-$/u) });
      expect(again).toHaveLength(2);
      expect(one.leaks()).toEqual([]);
    },
  );
});
