import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Certificate, selfSigned } from "../faults/certificate.ts";
import { always, CHANGES, type FaultPlan, only } from "../faults/fault.ts";
import { expectLastingFault, LASTING_FAULTS, oneOfEachCode } from "./lasting-faults.ts";
import { errorOf } from "./stele.ts";
import {
  type Customer,
  type CustomerOptions,
  customer,
  expectClear,
  sentences,
  TEXTS_PER_REQUEST,
  writeText,
} from "./translation.ts";

const SENTENCES = sentences(130);
const TRANSLATE = ["translate", "long.txt", "--to", "ko", "--json"];

async function open(options: CustomerOptions = {}): Promise<Customer> {
  const one = await customer(options);
  writeText(one.home, "long.txt", SENTENCES);
  return one;
}

describe.concurrent("a fault that stays ends the run; what is finished is kept, and the rest is sent the next time", () => {
  it.each(oneOfEachCode(LASTING_FAULTS.deepl))("$name", (fault) => expectLastingFault("deepl", fault));
});

describe.concurrent("a fault that passes is got over without a word", () => {
  it.each<readonly [string, FaultPlan]>([
    ["429 once", only(2, { kind: "status", status: 429 })],
    ["503 once", only(1, { kind: "status", status: 503 })],
    ["a reset in mid-answer", only(2, { kind: "reset", at: "middle" })],
    ["fewer translations once", only(3, { kind: "answers", change: CHANGES.fewer })],
    ["gzip", always({ kind: "gzip" })],
  ])("%s", async (_, plan) => {
    const one = await open();
    one.plan(plan);
    const outcome = await one.run(TRANSLATE);
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    const { sides } = JSON.parse(outcome.stdout);
    expect(sides[1].sentences).toHaveLength(SENTENCES.length);
  });
});

describe.concurrent("a service that closes each connection just when the next request comes on it", () => {
  it("is asked on new ones, and nothing is said to be charged in vain", async () => {
    const one = await open({ dropsRested: true });
    const outcome = await one.run(["translate", "long.txt", "--to", "ko"]);
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    expect(outcome.stderr).not.toContain("may have been charged");
    expect(one.sent().flat()).toHaveLength(SENTENCES.length);
  });

  it("or breaks off in the second half of a batch that it found too large: that half alone may have been charged", async () => {
    const one = await open();
    one.plan(({ number }) =>
      number === 1 ? { kind: "status", status: 413 } : number === 2 ? undefined : { kind: "reset", at: "start" },
    );
    const argv = [...TRANSLATE, "--concurrency", "1"];
    const stopped = await one.run(argv);
    const [, half, ...lost] = one.sent();
    expect(half).toHaveLength(TEXTS_PER_REQUEST / 2);
    const characters = [...lost.flat().join("")].length;
    expect(errorOf(stopped).error.hint).toContain(`: ${lost.length} (${characters} characters)`);
  });
});

describe.concurrent("a service that speaks TLS", () => {
  it.each([
    ["whose certificate is expired", { isExpired: true }, true],
    ["whose certificate is for another name", { host: "other.invalid" }, true],
    ["whose certificate nobody vouches for", {}, false],
  ] as const)("%s: no text and no key reaches it", async (...[, wishes, isKnown]) => {
    const tls = selfSigned(wishes);
    const one = await open({ tls });
    const variables = isKnown ? trust(one, tls) : {};
    const outcome = await one.run(TRANSLATE, { variables });
    expectClear(outcome, "network", 5);
    expect(errorOf(outcome).error.message).toContain("could not be trusted");
    expect([one.server.log, one.leaks()]).toEqual([[], []]);
  });

  it("whose certificate is vouched for is used", async () => {
    const tls = selfSigned();
    const one = await open({ tls });
    const outcome = await one.run(TRANSLATE, { variables: trust(one, tls) });
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    expect(one.sent().flat()).toHaveLength(SENTENCES.length);
  });
});

/** Lets the command trust this certificate. */
function trust({ home }: Customer, { cert }: Certificate): Readonly<Record<string, string>> {
  const file = join(home, "trusted.pem");
  writeFileSync(file, cert);
  return { NODE_EXTRA_CA_CERTS: file };
}

describe.concurrent("a service that is not there", () => {
  it.each([
    ["refuses the connection", () => "http://127.0.0.1:9", "network", 5],
    ["has no such name", () => "http://no-such-host.invalid", "network", 5],
    ["speaks no TLS", (url: string) => url.replace("http:", "https:"), "network", 5],
    ["is no address", () => "nonsense", "service-address", 7],
  ] as const)("%s", async (...[, address, code, exitCode]) => {
    const one = await open();
    const outcome = await one.run(TRANSLATE, { variables: { DEEPL_SERVER_URL: address(one.server.url) } });
    expectClear(outcome, code, exitCode);
    expect(one.leaks()).toEqual([]);
  });

  it("sends elsewhere, where neither text nor key follows", async () => {
    const [one, elsewhere] = [await open(), await open()];
    one.plan(always({ kind: "redirect", status: 307, to: `${elsewhere.server.url}/v2/translate` }));
    const outcome = await one.run(TRANSLATE);
    expect(elsewhere.server.log).toEqual([]);
    expectClear(outcome, "service-address", 7);
    expect(one.leaks()).toEqual([]);
  });

  it("rejects a wrong key before any text is sent", async () => {
    const one = await open();
    one.account.key = "another";
    const outcome = await one.run(TRANSLATE);
    expectClear(outcome, "auth-rejected", 2);
    expect([one.sent(), one.leaks()]).toEqual([[], []]);
  });

  it("cannot be asked without a key", async () => {
    const one = await open();
    const outcome = await one.run(TRANSLATE, { variables: { DEEPL_API_KEY: "" } });
    expectClear(outcome, "auth-missing", 2);
    expect(one.server.log).toEqual([]);
  });
});

describe.concurrent("a bad answer", () => {
  const bad = async (
    change: (answers: readonly string[], texts: readonly string[]) => readonly string[],
    ...flags: string[]
  ) => {
    const one = await open();
    writeText(one.home, "two.txt", ["The harbour was closed on Monday.", "It opened again on Tuesday."]);
    one.plan(always({ kind: "answers", change }));
    return { one, outcome: await one.run(["translate", "two.txt", "--to", "ko", ...flags]) };
  };

  it.each([
    ["an empty one is partial", CHANGES.empty, [], 12, /2 empty/],
    ["the source returned is marked", CHANGES.sourceReturned, [], 0, /the source was copied/],
    ["the source returned is a failed check when strict", CHANGES.sourceReturned, ["--strict"], 8, /copied/],
    ["another language is a failed check when strict", CHANGES.otherLanguage, ["--strict"], 8, /not in the language/],
  ] as const)("%s", async (...[, change, flags, exitCode, says]) => {
    const { outcome } = await bad(change, ...flags);
    expect([outcome.exitCode, says.test(outcome.stderr)], outcome.stderr).toEqual([exitCode, true]);
  });

  it("is tried once more alone, and no more", async () => {
    const { one } = await bad(CHANGES.sourceReturned);
    expect(one.sent().map((texts) => texts.length)).toEqual([2, 1, 1]);
  });
});

describe.concurrent("what came back empty", () => {
  it.each([
    ["deepl", "sentence"],
    ["openai", "sentence"],
    ["deepl", "paragraph"],
    ["openai", "paragraph"],
  ] as const)(
    "from %s by the %s is asked for again by the same command, as its estimate says, and then no more",
    async (engine, unit) => {
      const one = await open({ engine });
      const paragraphs = ["The harbour was closed on Monday. It opened again on Tuesday.", "Nobody swims. Few fish."];
      writeText(one.home, "two.txt", [paragraphs.join("\n\n")]);
      const argv = ["translate", "two.txt", "--to", "ko", "--unit", unit];
      const isLost = (text = "") => /Nobody|fish/u.test(text);
      const change = (answers: readonly string[], texts: readonly string[]) =>
        answers.map((answer, index) => (isLost(texts[index]) ? "" : answer));
      one.plan(always({ kind: "answers", change }));
      expect((await one.run(argv)).exitCode).toBe(12);
      const foreseen = JSON.parse((await one.run([...argv, "--dry-run", "--json"])).stdout);
      one.plan(undefined);
      const before = one.sent().length;
      const again = await one.run(argv);
      // What costs nothing, as a chat service on this computer, is sent without an estimate.
      const isSaid = again.stderr.includes("came back empty before");
      expect([again.exitCode, isSaid], again.stderr).toEqual([0, engine === "deepl"]);
      const sent = one.sent(before);
      expect(foreseen).toMatchObject({ emptyBefore: sent.length, texts: sent.flat().length, requests: sent.length });
      expect((await one.run(argv)).exitCode).toBe(0);
      expect(one.sent(before)).toEqual(sent);
    },
  );
});
