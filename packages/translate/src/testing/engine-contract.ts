import { type LanguageTag, SteleError } from "@stele/model";
import type { Engine, Translated, TranslationRequest } from "../contract.ts";
import { readinessOf } from "../readiness.ts";

/** What the contract suite is run on. */
export interface ContractSubject {
  /** A new engine each time, ready to translate. */
  readonly createEngine: () => Promise<Engine>;
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** Some sentences in the source language, each once. */
  readonly sentences: readonly string[];
}

/** One thing that every engine must do; `check` throws `check-failed` where it does not. */
export interface ContractCase {
  readonly title: string;
  readonly check: (subject: ContractSubject) => Promise<void>;
}

/** The contract of `Engine`, for any test runner: run every case on every engine. */
export const ENGINE_CONTRACT: readonly ContractCase[] = [
  { title: "answers every text exactly once", check: answersEach },
  { title: "answers nothing to no texts", check: answersNothing },
  { title: "gives blank texts back and puts outer blanks back around answers", check: keepsBlanks },
  { title: "takes more texts than one request holds", check: takesMany },
  { title: "writes to nothing it is given", check: writesNothing },
  { title: "refuses one language as source and target", check: refusesSameLanguage },
  { title: "refuses an option it does not know", check: refusesOption },
  { title: "sends nothing once the signal is given", check: heedsAbort },
  { title: "keeps what came before an abort", check: keepsBeforeAbort },
  { title: "serves two requests at the same time", check: servesTwo },
  { title: "says what it is and whether it is ready", check: describesItself },
];

function expectThat(holds: boolean, what: string): asserts holds {
  if (holds) return;
  throw new SteleError({
    code: "check-failed",
    message: `The engine breaks its contract: ${what}.`,
    hint: "Correct the engine.",
  });
}

function requestOf(subject: ContractSubject, texts: readonly string[]): TranslationRequest {
  return { texts, source: subject.source, target: subject.target };
}

async function withEngine(subject: ContractSubject, work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await subject.createEngine();
  try {
    await work(engine);
  } finally {
    await engine.close?.();
  }
}

async function collect(answers: AsyncIterable<Translated>): Promise<readonly Translated[]> {
  const all: Translated[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}

async function codeOf(work: () => AsyncIterable<Translated>): Promise<string> {
  try {
    await collect(work());
    return "none";
  } catch (thrown) {
    return thrown instanceof SteleError ? thrown.code : "not a SteleError";
  }
}

function expectEachOnce(answers: readonly Translated[], texts: readonly string[]): void {
  const indexes = answers.map(({ index }) => index).sort((a, b) => a - b);
  const expected = [...texts.keys()].join();
  expectThat(indexes.join() === expected, `indexes ${indexes.join()} for ${texts.length} texts`);
}

async function answersEach(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const answers = await collect(engine.translate(requestOf(subject, subject.sentences)));
    expectEachOnce(answers, subject.sentences);
    for (const { index, text } of answers) {
      expectThat(text.trim() !== "", `an empty answer to text ${index}`);
      expectThat(text !== subject.sentences[index], `text ${index} came back as it was`);
    }
  });
}

async function answersNothing(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const answers = await collect(engine.translate(requestOf(subject, [])));
    expectThat(answers.length === 0, `${answers.length} answers to no texts`);
  });
}

async function keepsBlanks(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const [sentence = ""] = subject.sentences;
    const texts = ["", "  \n", `\n ${sentence}  `];
    const answers = await collect(engine.translate(requestOf(subject, texts)));
    expectEachOnce(answers, texts);
    const textOf = (index: number) => answers.find((answer) => answer.index === index)?.text ?? "";
    expectThat(textOf(0) === "" && textOf(1) === "  \n", "a blank text came back changed");
    expectThat(/^\n \S[\s\S]*\S {2}$/u.test(textOf(2)), `outer blanks were not kept: ${JSON.stringify(textOf(2))}`);
  });
}

async function takesMany(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const { textsPerRequest } = engine.describe.limits;
    const [sentence = ""] = subject.sentences;
    const texts = Array.from({ length: textsPerRequest + 3 }, (_, at) => subject.sentences[at] ?? sentence);
    expectEachOnce(await collect(engine.translate(requestOf(subject, texts))), texts);
  });
}

async function writesNothing(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const request = Object.freeze({
      ...requestOf(subject, Object.freeze(subject.sentences.slice(0, 2))),
      options: Object.freeze({}),
      contexts: Object.freeze(["", ""]),
    });
    expectEachOnce(await collect(engine.translate(request)), request.texts);
  });
}

async function refusesSameLanguage(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const request = { ...requestOf(subject, subject.sentences), target: subject.source };
    const code = await codeOf(() => engine.translate(request));
    expectThat(code === "language-same", `${code} for one language twice`);
  });
}

async function refusesOption(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const request = { ...requestOf(subject, subject.sentences), options: { "no-such-option": "1" } };
    const code = await codeOf(() => engine.translate(request));
    expectThat(code === "usage", `${code} for an unknown option`);
  });
}

async function heedsAbort(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const code = await codeOf(() => engine.translate(requestOf(subject, subject.sentences), AbortSignal.abort()));
    expectThat(code === "cancelled", `${code} for a signal given before`);
  });
}

async function keepsBeforeAbort(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const stop = new AbortController();
    const { textsPerRequest, concurrency } = engine.describe.limits;
    const [sentence = ""] = subject.sentences;
    const count = (2 * concurrency + 1) * textsPerRequest;
    const texts = Array.from({ length: count }, (_, at) => `${sentence} ${at + 1}`);
    const came: Translated[] = [];
    const code = await codeOf(async function* () {
      for await (const answer of engine.translate(requestOf(subject, texts), stop.signal)) {
        came.push(answer);
        stop.abort();
        yield answer;
      }
    });
    expectThat(code === "cancelled", `${code} after an abort in the middle`);
    expectThat(came.length >= 1 && came.length < count, `${came.length} answers after an abort`);
  });
}

async function servesTwo(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const request = requestOf(subject, subject.sentences);
    const both = await Promise.all([collect(engine.translate(request)), collect(engine.translate(request))]);
    for (const answers of both) expectEachOnce(answers, subject.sentences);
  });
}

async function describesItself(subject: ContractSubject): Promise<void> {
  await withEngine(subject, async (engine) => {
    const { label, limits } = engine.describe;
    expectThat(/^[a-z]+$/u.test(engine.name) && label !== "", "no name or label");
    expectThat(limits.textsPerRequest >= 1 && limits.concurrency >= 1, "limits below one");
    expectThat((await readinessOf(engine)).isReady, "it is not ready");
  });
}
