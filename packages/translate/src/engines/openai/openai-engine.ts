import { readFile } from "node:fs/promises";
import { hashText, SteleError } from "@stele/model";
import type { Engine, EngineDescription, Translated, TranslationRequest } from "../../contract.ts";
import type { Readiness } from "../../readiness.ts";
import { checkRequest, servePacks } from "../serve-packs.ts";
import { openTally, type Tally } from "../tally.ts";
import { type Chat, type ChatMessage, createChat, hostOf } from "./chat.ts";
import { openaiMalformed } from "./openai-errors.ts";
import { baseUrlOf, isOnThisComputer, type OpenaiSettings } from "./openai-settings.ts";
import { DEFAULT_PROMPT, renderPrompt } from "./prompt.ts";
import { isDoubtful, readTranslations } from "./read-translations.ts";

/** Bytes of the texts of one request: what a small model still answers completely. */
const BYTES_PER_REQUEST = 8192;
const TEXTS_PER_REQUEST = 20;

/**
 * The engine `openai`: any service that speaks OpenAI's chat protocol. Nothing is sent before the first translation.
 *
 * @throws SteleError `config-invalid` for a prompt file that cannot be read.
 */
export async function createOpenaiEngine(settings: OpenaiSettings): Promise<Engine> {
  const template = settings.promptFile === undefined ? DEFAULT_PROMPT : await readPrompt(settings.promptFile);
  const describe = describeOpenai(settings, template);
  const tools = { chat: createChat(settings), template, host: hostOf(baseUrlOf(settings)) };
  const engine: Engine = {
    name: "openai",
    describe,
    translate(request, signal) {
      checkRequest(engine, request);
      if ((settings.model ?? "") === "") throw noModel();
      const send = (pack: TranslationRequest) => translatePack(pack, { ...tools, tally: openTally(pack) });
      return servePacks(request, send, { limits: describe.limits, signal });
    },
    ready: async () => readiness(settings),
  };
  return engine;
}

function describeOpenai(settings: OpenaiSettings, template: string): EngineDescription {
  const url = baseUrlOf(settings);
  const isLocal = isOnThisComputer(url);
  return {
    label: "OpenAI-compatible service",
    sendsTextTo: hostOf(url),
    isPaid: !isLocal,
    ...(settings.model === undefined ? {} : { model: settings.model }),
    settings: { service: hostOf(url), prompt: hashText(template) },
    limits: {
      textsPerRequest: settings.textsPerRequest ?? TEXTS_PER_REQUEST,
      bytesPerRequest: BYTES_PER_REQUEST,
      requestBytes: ({ texts }) => texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0),
      concurrency: settings.concurrency ?? (isLocal ? 1 : 4),
    },
    takes: { context: true, glossary: true, examples: true, tags: true },
    options: [],
  };
}

async function readPrompt(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text !== undefined && text.trim() !== "") return text;
  throw new SteleError({
    code: "config-invalid",
    message: `The prompt file ${file} cannot be read or is empty.`,
    hint: "Correct openai.promptFile, or take the setting away to use Stele's own prompt.",
    details: { file },
  });
}

function readiness(settings: OpenaiSettings): Readiness {
  const { model = "" } = settings;
  if (model === "") return { isReady: false, state: "model-unnamed", details: {} };
  return { isReady: true, state: "model-named", details: { model } };
}

function noModel(): SteleError {
  return new SteleError({
    code: "engine-not-ready",
    message: "No model is named for the OpenAI-compatible service.",
    hint: "Name one: npx stele config set openai.model NAME.",
    details: { engine: "openai" },
  });
}

interface PackTools {
  readonly chat: Chat;
  readonly tally: Tally;
  readonly template: string;
  readonly host: string;
}

/** Unreadable answers in a row, with nothing readable before, after which the model is taken to be unfit. */
const MOST_UNREADABLE = 3;

/**
 * Gives every answer of a pack. A sentence that the model refuses or garbles even alone is given empty, for the guard
 * to mark; where nothing at all can be read, that is no refusal.
 *
 * @throws SteleError `service-malformed`; then no answer was given.
 */
async function* translatePack(pack: TranslationRequest, tools: PackTools): AsyncGenerator<Translated, void, undefined> {
  const unreadable: number[] = [];
  let readable = 0;
  for await (const answer of translateSome(pack, tools)) {
    if (answer.text !== UNREADABLE) {
      readable += 1;
      yield answer;
      continue;
    }
    unreadable.push(answer.index);
    const isUnfit = pack.texts.length > 1 && unreadable.length >= Math.min(MOST_UNREADABLE, pack.texts.length);
    if (isUnfit && readable === 0) throw openaiMalformed(tools.host, "no translation that can be read");
  }
  for (const index of unreadable) yield { index, text: "" };
}

/** Stands for an answer that cannot be read; no model says a lone surrogate. */
const UNREADABLE = "\ud800";

/**
 * Asks, checks and gives what is good; asks once more for what is missing or doubtful, and gives that, too, for the
 * guard to judge. What is good is given first, so that it is kept whatever happens to the second question.
 */
async function* translateSome(pack: TranslationRequest, tools: PackTools): AsyncGenerator<Translated, void, undefined> {
  const ids = pack.texts.map((_, index) => `s${index + 1}`);
  const first = await ask(pack, messagesFor(pack, ids, tools.template), tools);
  if (first === undefined && pack.texts.length > 1) return yield* translateHalves(pack, tools);
  if (first === undefined) {
    const again = await repair(pack, { ids, doubtful: [0], first: new Map() }, tools);
    return yield { index: 0, text: again.get("s1") ?? UNREADABLE };
  }
  const answerOf = (index: number) => first.get(ids[index] ?? "");
  const doubtful = [...ids.keys()].filter((index) => isDoubtful(pack.texts[index] ?? "", answerOf(index), pack));
  const good = [...ids.keys()].filter((index) => !doubtful.includes(index));
  for (const index of good) yield { index, text: answerOf(index) ?? "", hasMore: index !== good.at(-1) };
  if (doubtful.length === 0) return;
  const second = await repair(pack, { ids, doubtful, first }, tools);
  for (const index of doubtful) {
    const repaired = second.get(ids[index] ?? "");
    const isUsed = answerOf(index) === undefined || !isDoubtful(pack.texts[index] ?? "", repaired, pack);
    yield { index, text: (isUsed ? repaired : answerOf(index)) ?? "", hasMore: index !== doubtful.at(-1) };
  }
}

/** Undefined where the answer cannot be read, or was cut because it was too long: then it was paid for in vain. */
async function ask(
  { texts }: TranslationRequest,
  messages: readonly ChatMessage[],
  { chat, tally }: PackTools,
): Promise<ReadonlyMap<string, string> | undefined> {
  const { content, isCut, tokens } = await tally.send(texts, () => chat(messages));
  tally.add(tokens);
  const answers = isCut ? undefined : readTranslations(content);
  if (answers === undefined) tally.lose(texts);
  return answers;
}

function messagesFor(pack: TranslationRequest, ids: readonly string[], template: string): readonly ChatMessage[] {
  const sentences = pack.texts.map((text, index) => ({ id: ids[index] ?? "", text }));
  return [
    { role: "system", content: renderPrompt(template, pack) },
    { role: "user", content: JSON.stringify({ sentences }) },
  ];
}

/** An answer too long or garbled: half as much at a time. */
async function* translateHalves(
  pack: TranslationRequest,
  tools: PackTools,
): AsyncGenerator<Translated, void, undefined> {
  if (!tools.tally.maySendAgain(pack.texts)) throw openaiMalformed(tools.host, "no translation that can be read");
  const middle = Math.ceil(pack.texts.length / 2);
  for (const [from, to] of [
    [0, middle],
    [middle, pack.texts.length],
  ] as const) {
    for await (const answer of translateSome({ ...pack, texts: pack.texts.slice(from, to) }, tools)) {
      yield { ...answer, index: answer.index + from };
    }
  }
}

interface Doubts {
  readonly ids: readonly string[];
  readonly doubtful: readonly number[];
  readonly first: ReadonlyMap<string, string>;
}

/** Nothing where a cap forbids to ask once more, or where again nothing can be read. */
async function repair(
  pack: TranslationRequest,
  { ids, doubtful, first }: Doubts,
  tools: PackTools,
): Promise<ReadonlyMap<string, string>> {
  const part = { ...pack, texts: doubtful.map((index) => pack.texts[index] ?? "") };
  if (!tools.tally.maySendAgain(part.texts)) return new Map();
  const again = doubtful.map((index) => ids[index] ?? "");
  const given = again.map((id) => ({ id, text: first.get(id) ?? "" }));
  const messages: readonly ChatMessage[] = [
    ...messagesFor(part, again, tools.template),
    { role: "assistant", content: JSON.stringify({ translations: given }) },
    { role: "user", content: REPAIR },
  ];
  tools.tally.add({ repairs: 1 });
  return (await ask(part, messages, tools)) ?? new Map();
}

const REPAIR =
  "These translations are missing, empty, not in the target language, or hold something besides the translation. Give them again: every id once, only the translation, as the same JSON.";
