import { createMeter, type Engine, retry } from "@stele/translate";
import { createEngine, type OpenaiSettings } from "@stele/translate/engines";
import { afterEach, describe, expect, it } from "vitest";
import { always, CHANGES, type Fault, only } from "../../../tests/faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { manySentences, run, SENTENCES, textsOf, toKorean } from "./support/collect.ts";

const servers: FaultsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function open(settings: Partial<OpenaiSettings> = {}): Promise<{ engine: Engine; server: FaultsServer }> {
  const server = await startFaultsServer();
  servers.push(server);
  const openai = { baseUrl: `${server.url}/v1`, key: "secret", model: "pretended", timeoutMs: 30_000, ...settings };
  return { engine: await createEngine("openai", { openai }), server };
}

function reply(content: string, finish = "stop"): Fault {
  return { kind: "body", body: JSON.stringify({ choices: [{ message: { content }, finish_reason: finish }] }) };
}

const GOOD = '{"translations":[{"id":"s1","text":"다리가 열렸다."}]}';
const REFUSAL: Fault = {
  kind: "body",
  body: JSON.stringify({
    choices: [{ message: { content: null, refusal: "I cannot." }, finish_reason: "content_filter" }],
  }),
};

describe("an answer is checked, and asked for once more", () => {
  it.each(["fewer", "empty", "halfEmpty", "sourceReturned", "otherLanguage"] as const)(
    "where it is %s",
    async (change) => {
      const { engine, server } = await open();
      server.plan(only(1, { kind: "answers", change: CHANGES[change] }));
      const outcome = await run(engine, toKorean(SENTENCES));
      expect(outcome.error).toBeUndefined();
      expect(server.log).toHaveLength(2);
      expect(textsOf(outcome).every((text) => /^[\p{Script=Hangul}\p{P}\d.,\s]+$/u.test(text))).toBe(true);
    },
  );

  it("only for the sentences in doubt, and what is good is given before", async () => {
    const { engine, server } = await open();
    server.plan(({ number }) => {
      if (number === 1) return { kind: "answers", change: CHANGES.halfEmpty };
      return { kind: "status", status: 401 };
    });
    const outcome = await run(engine, toKorean(SENTENCES));
    expect(outcome.answers.map(({ index }) => index)).toEqual([0, 2, 4]);
    expect(outcome.error?.code).toBe("auth-rejected");
    expect(server.log[1]?.texts).toEqual([SENTENCES[1], SENTENCES[3]]);
  });

  it.each([
    ["refuses without a word", REFUSAL],
    ["refuses in words", reply("I'm sorry, but I can't help with that.")],
    ["is cut every time", reply('{"translations":[{"id":"s1","te', "length")],
  ])("and a sentence that the model %s is left empty, the others are kept", async (_, fault) => {
    const { engine, server } = await open();
    const isHard = () => server.log.at(-1)?.texts.includes(SENTENCES[2] ?? "") === true;
    server.plan(() => (isHard() ? fault : undefined));
    const outcome = await run(engine, toKorean(SENTENCES));
    expect(outcome.error).toBeUndefined();
    const texts = textsOf(outcome);
    expect(texts.map((text) => text === "")).toEqual([false, false, true, false, false]);
    // The sentence alone is asked for once more, and no further.
    expect(
      server.log.filter((request) => request.texts.length === 1 && request.texts[0] === SENTENCES[2]),
    ).toHaveLength(2);
  });

  it("and a model that can do nothing ends the run with few requests, nothing of it kept", async () => {
    const { engine, server } = await open();
    server.plan(always(reply("Lorem ipsum dolor.")));
    const { error, answers } = await run(engine, toKorean(manySentences(20)));
    expect([error?.code, answers]).toEqual(["service-malformed", []]);
    expect(server.log.length).toBeLessThan(15);
  });

  it("and what stays bad is handed on for the guard", async () => {
    const { engine, server } = await open();
    server.plan(always({ kind: "answers", change: CHANGES.sourceReturned }));
    expect(textsOf(await run(engine, toKorean(SENTENCES)))).toEqual(SENTENCES);
    expect(server.log).toHaveLength(2);
  });

  it("with more ids than were asked for, the strange ones are ignored", async () => {
    const { engine, server } = await open();
    server.plan(only(1, { kind: "answers", change: CHANGES.more }));
    expect((await run(engine, toKorean(SENTENCES))).answers).toHaveLength(5);
    expect(server.log).toHaveLength(1);
  });

  it("half as much at a time where it was too long or garbled", async () => {
    const { engine, server } = await open();
    server.plan(only(1, reply('{"translations":[{"id":"s1","te', "length")));
    const meter = createMeter();
    const { answers } = await run(retry(engine, { meter }), toKorean(SENTENCES));
    expect(answers).toHaveLength(5);
    expect(server.log.map(({ texts }) => texts.length)).toEqual([5, 3, 2]);
    expect(meter.read()).toMatchObject({ requests: 3, charactersMaybeBilled: [...SENTENCES.join("")].length });
  });

  it.each([
    ["a fence", '```json\n{"translations":[{"id":"s1","text":"다리가 열렸다."}]}\n```'],
    ["thoughts", '<think>Hm.</think>{"translations":[{"id":"s1","text":"다리가 열렸다."}]}'],
    ["thoughts with braces and no beginning", `Is {this} {"translations":[]}? </think>\n${GOOD}`],
    ["thoughts in two parts", `<think>A</think><think>{"id":"s1"}</think>${GOOD}`],
    [
      "a draft in a fence before the answer in a fence",
      `\`\`\`json\n{"draft":1}\n\`\`\`\nNow:\n\`\`\`\n${GOOD}\n\`\`\``,
    ],
    ["a remark with braces", `Result {final}: ${GOOD} Hope this {helps}.`],
    ["numbers for ids", '{"translations":[{"id":1,"text":"다리가 열렸다."}]}'],
    ["texts by id", '{"translations":{"s1":"다리가 열렸다."}}'],
    ["texts by id alone", '{"s1":"다리가 열렸다."}'],
    ["one entry and no list", '{"id":"s1","text":"다리가 열렸다."}'],
    ["another name", '{"translations":[{"id":"S1","translation":"다리가 열렸다."}]}'],
    [
      "strange names",
      '{"__proto__":{"id":"s1","text":"x"},"translations":[{"id":"s1","text":"다리가 열렸다."},null,7,{"id":"constructor"}]}',
    ],
    ["a sentence", 'Here you are: {"translations":[{"id":"s1","text":"다리가 열렸다."}]}'],
    ["a bare list", '[{"id":"s1","text":"다리가 열렸다."}]'],
  ])("but not for %s around it", async (_, content) => {
    const { engine, server } = await open();
    server.plan(always(reply(content)));
    expect(textsOf(await run(engine, toKorean(["The bridge opened."])))).toEqual(["다리가 열렸다."]);
    expect(server.log).toHaveLength(1);
  });
});
