import { describe, expect, it } from "vitest";
import type { Fault, FaultPlan } from "../faults/fault.ts";
import { type Customer, customer, expectClear, sentences, writeText } from "./translation.ts";

const LINES = sentences(60);
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--json"];
/** Sentences that the engine puts into one request. */
const A_REQUEST = 20;
const HARD = LINES[27] ?? "";

async function open(): Promise<Customer> {
  const one = await customer({ engine: "openai" });
  writeText(one.home, "news.txt", LINES);
  return one;
}

function reply(message: object, finish: string): Fault {
  return { kind: "body", body: JSON.stringify({ choices: [{ finish_reason: finish, message }] }) };
}

const REFUSED = reply({ role: "assistant", content: null, refusal: "I cannot help with that." }, "stop");
const FILTERED = reply({ role: "assistant", content: "" }, "content_filter");
const CUT = reply({ role: "assistant", content: '{"translations":[{"id":"s1","te' }, "length");
const FILTERED_BEFORE: Fault = {
  kind: "status",
  status: 400,
  body: '{"error":{"code":"content_filter","message":"The prompt was filtered."}}',
};
const EMPTY: Fault = { kind: "body", body: '{"choices":[]}' };

/** The fault wherever a request holds this sentence. */
function wherever(one: Customer, sentence: string, fault: Fault): FaultPlan {
  return () => (one.server.log.at(-1)?.texts.includes(sentence) === true ? fault : undefined);
}

describe.concurrent("a sentence that a model does not translate", () => {
  it.each([
    ["but refuses", REFUSED],
    ["but filters", FILTERED],
    ["but never lets in", FILTERED_BEFORE],
    ["but always cuts", CUT],
  ])("%s stays empty, the others are kept, and the next time it alone is asked for", async (_, fault) => {
    const one = await open();
    one.plan(wherever(one, HARD, fault));
    const partial = await one.run(TRANSLATE);
    expect(partial.exitCode, partial.stderr).toBe(12);
    const { sides, pairs } = JSON.parse(partial.stdout);
    expect(sides[1].sentences).toHaveLength(LINES.length - 1);
    expect(pairs[0].report.counts).toMatchObject({ empty: 1, kept: LINES.length - 1 });
    const before = one.sent().length;
    one.plan(undefined);
    expect((await one.run(TRANSLATE)).exitCode).toBe(0);
    expect(one.sent(before)).toEqual([[HARD]]);
    expect(one.leaks()).toEqual([]);
  });
});

describe.concurrent("a service that takes no more than some sentences at a time", () => {
  it.each<readonly [string, Fault]>([
    ["413", { kind: "status", status: 413 }],
    [
      "400 for the length of its context",
      { kind: "status", status: 400, body: '{"error":{"code":"context_length_exceeded"}}' },
    ],
  ])("and says %s: is sent half as much, and is never asked for the same again", async (_, fault) => {
    const one = await open();
    one.plan(() => ((one.server.log.at(-1)?.texts.length ?? 0) > A_REQUEST / 4 ? fault : undefined));
    const outcome = await one.run(TRANSLATE);
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    const taken = one.sent().filter(({ length }) => length <= A_REQUEST / 4);
    expect(taken.flat().toSorted()).toEqual(LINES.toSorted());
    expect(one.server.translations().every(({ body }) => "response_format" in (body as object))).toBe(true);
  });
});

describe.concurrent("a model that gives nothing at all", () => {
  it.each([
    ["because it refuses", "request-refused", 6, REFUSED],
    ["because everything is filtered", "request-refused", 6, FILTERED],
    ["because every answer is cut", "service-malformed", 5, CUT],
    ["because there is nothing to choose from", "service-malformed", 5, EMPTY],
  ] as const)(
    "%s ends the run after a few requests; another time all is sent",
    async (...[, code, exitCode, fault]) => {
      const one = await open();
      one.plan(() => fault);
      const stopped = await one.run(TRANSLATE);
      expectClear(stopped, code, exitCode);
      expect(one.sent().length).toBeLessThanOrEqual(A_REQUEST);
      const before = one.sent().length;
      one.plan(undefined);
      expect((await one.run(TRANSLATE)).exitCode).toBe(0);
      expect(one.sent(before).flat()).toEqual(LINES);
    },
  );
});
