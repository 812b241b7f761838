import { describe, expect, it } from "vitest";
import { errorOf, filesHolding } from "./stele.ts";
import { customer, expectClear, sentences, writeText } from "./translation.ts";

const LINES = sentences(30);
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--json"];
/** Nobody listens there. */
const NOWHERE = "127.0.0.1:9";
const SECRET = "proxy-pass-word";

describe.concurrent("a proxy that is down", () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["of Stele's own setting", { DEEPL_PROXY_URL: `http://${NOWHERE}` }],
    ["with a password in its address", { DEEPL_PROXY_URL: `http://me:${SECRET}@${NOWHERE}` }],
    ["of the system", { HTTP_PROXY: `http://me:${SECRET}@${NOWHERE}`, NO_PROXY: "" }],
  ])("%s is one sentence, and nothing goes past it", async (_, variables) => {
    const one = await customer();
    writeText(one.home, "news.txt", LINES);
    const outcome = await one.run(TRANSLATE, { variables });
    expectClear(outcome, "network", 5);
    expect(errorOf(outcome).error.hint).toContain("proxy");
    expect([one.server.log, filesHolding(SECRET, one.home), outcome.stderr.includes(SECRET)]).toEqual([[], [], false]);
    expect((await one.run(TRANSLATE)).exitCode).toBe(0);
  });
});

describe.concurrent("a network that is switched off", () => {
  it.each(["deepl", "openai"] as const)("refuses %s before anything is sent", async (engine) => {
    const one = await customer({ engine });
    writeText(one.home, "news.txt", LINES);
    const address = "https://translation.invalid/v1";
    const variables = { STELE_OFFLINE: "1", DEEPL_SERVER_URL: address, OPENAI_BASE_URL: address };
    expectClear(await one.run(TRANSLATE, { variables }), "engine-refused-by-policy", 7);
    expect(one.server.log).toEqual([]);
  });

  it("asks no mirror of models for anything", async () => {
    const one = await customer();
    for (const argv of [
      ["models", "add", "en-ko", "--offline"],
      ["models", "list", "--available"],
    ]) {
      expectClear(await one.run([...argv, "--json"], { variables: { STELE_OFFLINE: "1" } }), "network", 5);
    }
    expect(one.server.log).toEqual([]);
  });
});

describe.concurrent("a clock that is set back a year", () => {
  it("makes a chat service be asked for nothing twice, and what is new comes as ever", async () => {
    const one = await customer({ engine: "openai" });
    writeText(one.home, "news.txt", LINES);
    expect((await one.run(TRANSLATE)).exitCode).toBe(0);
    const before = one.sent().length;
    writeText(one.home, "news.txt", [...LINES, "One more came later."]);
    const past = "const now = Date.now; Date.now = () => now() - 31536000000;";
    const variables = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(past)}` };
    const outcome = await one.run(TRANSLATE, { variables });
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    expect(one.sent(before)).toEqual([["One more came later."]]);
  });
});
