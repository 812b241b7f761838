import { SteleError } from "@stele/model";
import { mayBeCharged } from "../../around/retry-policy.ts";
import type { Translated, TranslationRequest } from "../../contract.ts";
import type { Tally } from "../tally.ts";
import type { Chat, ChatMessage } from "./chat.ts";
import { openaiRefused, openaiUnfit } from "./openai-errors.ts";
import { renderPrompt } from "./prompt.ts";
import { isDoubtful, readTranslations } from "./read-translations.ts";

/** The model that is talked to, and what is known of it. */
export interface Model {
  readonly chat: Chat;
  readonly template: string;
  readonly host: string;
  /** True as soon as something that it said could be read; then it is never taken to be unfit. */
  isProven: boolean;
}

interface PackTools {
  readonly model: Model;
  readonly tally: Tally;
}

/** Sentences in a row without a readable answer, of a model that never gave one, after which it is taken to be unfit. */
const MOST_UNREADABLE = 3;

/**
 * Gives every answer of a pack. A sentence that the model refuses or garbles even alone is given empty, for the guard
 * to mark; where nothing at all can be read of a model, that is no matter of a sentence.
 *
 * @throws SteleError `service-malformed`, or `request-refused` where the model said no; then no answer was given.
 */
export async function* translatePack(
  pack: TranslationRequest,
  tools: PackTools,
): AsyncGenerator<Translated, void, undefined> {
  const { model } = tools;
  const unreadable: Translated[] = [];
  for await (const answer of translateSome(pack, tools)) {
    if (!isUnreadable(answer)) {
      model.isProven = true;
      yield answer;
      continue;
    }
    unreadable.push(answer);
    const isEnough = pack.texts.length > 1 && unreadable.length >= Math.min(MOST_UNREADABLE, pack.texts.length);
    if (isEnough && !model.isProven) throw unfit(unreadable, model);
  }
  for (const { index } of unreadable) yield { index, text: "" };
}

/** Stand for an answer that cannot be read, and for a refusal; no model says a lone surrogate. */
const [GARBLED, REFUSED] = ["\ud800", "\ud801"] as const;

function isUnreadable({ text }: Translated): boolean {
  return text === GARBLED || text === REFUSED;
}

function unfit(unreadable: readonly Translated[], { host }: Model): SteleError {
  return unreadable.every(({ text }) => text === REFUSED) ? openaiRefused(host) : openaiUnfit(host);
}

/**
 * Asks, checks and gives what is good; asks once more for what is missing or doubtful, and gives that, too, for the
 * guard to judge. What is good is given first, so that it is kept whatever happens to the second question.
 */
async function* translateSome(pack: TranslationRequest, tools: PackTools): AsyncGenerator<Translated, void, undefined> {
  const ids = pack.texts.map((_, index) => `s${index + 1}`);
  const first = await ask(pack, messagesFor(pack, ids, tools.model.template), tools);
  if (isWhy(first)) return yield* askOtherwise(pack, first, tools);
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

/** Why there are no answers; the error is that of a request which was too long. */
type Why = typeof GARBLED | typeof REFUSED | SteleError;
/** What came of an asking: answers by their ids, or why there are none. */
type Asked = ReadonlyMap<string, string> | Why;

/** No answers where they cannot be read, or were cut because they were too long: then they were paid for in vain. */
async function ask(
  { texts }: TranslationRequest,
  messages: readonly ChatMessage[],
  { model, tally }: PackTools,
): Promise<Asked> {
  const reply = await tally.send(texts, () => model.chat(messages)).catch(errorOfLength);
  if (reply instanceof SteleError) return reply;
  const { content, isCut, isRefused, tokens } = reply;
  tally.add(tokens);
  const answers = isCut || isRefused ? undefined : readTranslations(content);
  if (answers !== undefined) return answers;
  tally.lose(texts);
  return isRefused ? REFUSED : GARBLED;
}

function isWhy(asked: Asked): asked is Why {
  return typeof asked === "string" || asked instanceof SteleError;
}

/** @throws whatever else went wrong. */
function errorOfLength(thrown: unknown): SteleError {
  if (thrown instanceof SteleError && thrown.details.isTooLarge === true) return thrown;
  throw thrown;
}

/** Of several texts half as much at a time, where that may be paid again; one alone is asked for once more. */
async function* askOtherwise(
  pack: TranslationRequest,
  why: Why,
  tools: PackTools,
): AsyncGenerator<Translated, void, undefined> {
  const isRefusedForLength = why instanceof SteleError;
  if (pack.texts.length > 1) {
    const isLost = !isRefusedForLength || mayBeCharged(why);
    if (isLost) tools.tally.checkCap(pack.texts, isRefusedForLength ? why : openaiUnfit(tools.model.host));
    return yield* translateHalves(pack, tools);
  }
  if (isRefusedForLength) throw why;
  const again = await repair(pack, { ids: ["s1"], doubtful: [0], first: new Map() }, tools);
  yield { index: 0, text: again.get("s1") ?? why };
}

function messagesFor(pack: TranslationRequest, ids: readonly string[], template: string): readonly ChatMessage[] {
  const sentences = pack.texts.map((text, index) => ({ id: ids[index] ?? "", text }));
  return [
    { role: "system", content: renderPrompt(template, pack) },
    { role: "user", content: JSON.stringify({ sentences }) },
  ];
}

/** Half as much at a time. */
async function* translateHalves(
  pack: TranslationRequest,
  tools: PackTools,
): AsyncGenerator<Translated, void, undefined> {
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
  if (!tools.tally.mayAskTwice(part.texts)) return new Map();
  const again = doubtful.map((index) => ids[index] ?? "");
  const given = again.map((id) => ({ id, text: first.get(id) ?? "" }));
  const messages: readonly ChatMessage[] = [
    ...messagesFor(part, again, tools.model.template),
    { role: "assistant", content: JSON.stringify({ translations: given }) },
    { role: "user", content: REPAIR },
  ];
  tools.tally.add({ repairs: 1 });
  const asked = await ask(part, messages, tools);
  return isWhy(asked) ? new Map() : asked;
}

const REPAIR =
  "These translations are missing, empty, not in the target language, or hold something besides the translation. Give them again: every id once, only the translation, as the same JSON.";
