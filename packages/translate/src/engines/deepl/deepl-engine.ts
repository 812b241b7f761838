import { SteleError } from "@stele/model";
import type { TextResult } from "deepl-node";
import type { Engine, EngineDescription, Translated, TranslationRequest, Usage } from "../../contract.ts";
import { quoteStart } from "../../errors.ts";
import type { Readiness } from "../../readiness.ts";
import { checkRequest, servePacks } from "../serve-packs.ts";
import { connectDeepl, type DeeplConnection } from "./deepl-client.ts";
import { sourceCode, targetCode } from "./deepl-codes.ts";
import { deeplError } from "./deepl-errors.ts";
import { createGlossaryFinder, type GlossaryRequest } from "./deepl-glossaries.ts";
import { checkInstructions, deeplOptions, deeplRequestBytes, regionFor } from "./deepl-request.ts";
import { BYTES_PER_REQUEST, type DeeplSettings, TEXTS_PER_REQUEST } from "./deepl-settings.ts";
import { splitLongText } from "./split-long-text.ts";

/** DeepL's sign of an account without a limit. */
const UNLIMITED = 1e12;

/**
 * The engine `deepl`. Making it neither loads the library nor touches the network; without a key it can be described
 * but its calls throw `auth-missing`.
 *
 * @throws SteleError `usage` for instructions that DeepL would refuse.
 */
export function createDeeplEngine(settings: DeeplSettings): Engine {
  checkInstructions(settings.instructions ?? []);
  const connection = connectDeepl(settings);
  const describe = describeDeepl(settings);
  const send = createSender(connection, settings);
  const engine: Engine = {
    name: "deepl",
    describe,
    translate(request, signal) {
      checkRequest(engine, request);
      return servePacks(request, send, { limits: describe.limits, signal });
    },
    usage: () => askUsage(connection),
    ready: async () => readiness(settings),
  };
  return engine;
}

function describeDeepl(settings: DeeplSettings): EngineDescription {
  const { modelType = "quality_optimized", region = "US", instructions = [] } = settings;
  return {
    label: "DeepL",
    sendsTextTo: hostOf(settings),
    isPaid: true,
    model: modelType,
    settings: { region, ...(instructions.length === 0 ? {} : { instructions: instructions.join("\n") }) },
    limits: {
      textsPerRequest: TEXTS_PER_REQUEST,
      bytesPerRequest: settings.bytesPerRequest ?? BYTES_PER_REQUEST,
      requestBytes: (request) => deeplRequestBytes(request, settings),
      concurrency: 4,
    },
    takes: { context: true, glossary: true, examples: false, tags: true },
    options: ["region"],
  };
}

function hostOf({ serverUrl = "", key = "" }: DeeplSettings): string {
  if (serverUrl !== "") return URL.canParse(serverUrl) ? new URL(serverUrl).host : serverUrl;
  return key.endsWith(":fx") ? "api-free.deepl.com" : "api.deepl.com";
}

function readiness({ key = "" }: DeeplSettings): Readiness {
  if (key === "") return { isReady: false, state: "key-missing", details: {} };
  return { isReady: true, state: key.endsWith(":fx") ? "free-key-set" : "key-set", details: {} };
}

async function askUsage(connection: DeeplConnection): Promise<Usage> {
  const { character } = await connection.call((client) => client.getUsage());
  if (character === undefined) return {};
  return { characters: { used: character.count, limit: character.limit >= UNLIMITED ? null : character.limit } };
}

type Sender = (pack: TranslationRequest) => AsyncGenerator<Translated, void, undefined>;

function createSender(connection: DeeplConnection, settings: DeeplSettings): Sender {
  const findGlossary = createGlossaryFinder(connection);
  const post = async (request: TranslationRequest): Promise<readonly TextResult[] | "too-large"> => {
    const { texts, source, target, glossary } = request;
    const id =
      glossary === undefined ? undefined : await findGlossary({ source, target, glossary } satisfies GlossaryRequest);
    const to = targetCode(target, regionFor(request, settings));
    return connection.call<readonly TextResult[] | "too-large">(
      (client) => client.translateText([...texts], sourceCode(source), to, deeplOptions(request, settings, id)),
      () => "too-large",
    );
  };
  return (pack) => sendPack(pack, { post, bytesPerRequest: settings.bytesPerRequest ?? BYTES_PER_REQUEST, settings });
}

interface SendTools {
  readonly post: (request: TranslationRequest) => Promise<readonly TextResult[] | "too-large">;
  readonly bytesPerRequest: number;
  readonly settings: DeeplSettings;
}

/** Sends a pack; halves it where it is too large, and sends each text alone where the number of answers is wrong. */
async function* sendPack(pack: TranslationRequest, tools: SendTools): AsyncGenerator<Translated, void, undefined> {
  const [only] = pack.texts;
  if (pack.texts.length === 1 && only !== undefined && isTooLong(pack, tools)) return yield* sendInParts(pack, tools);
  const results = await tools.post(pack);
  if (results === "too-large") return yield* sendHalves(pack, tools);
  if (results.length === pack.texts.length) return yield* readResults(results);
  if (pack.texts.length === 1) throw wrongCount(only ?? "", results.length);
  yield* sendSingly(pack, tools);
}

function isTooLong(pack: TranslationRequest, tools: SendTools): boolean {
  return deeplRequestBytes(pack, tools.settings) > tools.bytesPerRequest;
}

function* readResults(results: readonly TextResult[]): Generator<Translated, void, undefined> {
  for (const [index, { text, billedCharacters }] of results.entries()) {
    if (typeof text !== "string") throw malformedAnswer();
    const charged = typeof billedCharacters === "number" ? { charged: billedCharacters } : {};
    yield { index, text, ...charged, hasMore: index + 1 < results.length };
  }
}

async function* sendHalves(pack: TranslationRequest, tools: SendTools): AsyncGenerator<Translated, void, undefined> {
  const middle = Math.ceil(pack.texts.length / 2);
  if (middle === pack.texts.length)
    return yield* sendInParts(pack, { ...tools, bytesPerRequest: tools.bytesPerRequest / 2 });
  for (const [from, to] of [
    [0, middle],
    [middle, pack.texts.length],
  ] as const) {
    for await (const answer of sendPack({ ...pack, texts: pack.texts.slice(from, to) }, tools)) {
      yield { ...answer, index: answer.index + from };
    }
  }
}

async function* sendSingly(pack: TranslationRequest, tools: SendTools): AsyncGenerator<Translated, void, undefined> {
  let resent = [...pack.texts.join("")].length;
  try {
    for (const [index, text] of pack.texts.entries()) {
      for await (const answer of sendPack({ ...pack, texts: [text] }, tools)) {
        yield { ...answer, index, ...(resent > 0 ? { resentCharacters: resent } : {}) };
        resent = 0;
      }
    }
  } catch (thrown) {
    throw resent > 0 ? withResent(thrown, resent) : thrown;
  }
}

/** No answer is there to say that the whole pack may have been charged: the error says it. */
function withResent(thrown: unknown, resentCharacters: number): unknown {
  if (!(thrown instanceof SteleError)) return thrown;
  const { code, message, hint, details } = thrown;
  return new SteleError({ code, message, hint, details: { ...details, resentCharacters } });
}

/** One text that no request can hold is cut at sentence ends and its translations are joined again. */
async function* sendInParts(pack: TranslationRequest, tools: SendTools): AsyncGenerator<Translated, void, undefined> {
  const [text = ""] = pack.texts;
  const fits = (part: string) => !isTooLong({ ...pack, texts: [part] }, tools);
  const parts = splitLongText(text, fits);
  if (parts.length < 2) throw tooLong(text);
  const answers: Translated[] = [];
  for (const part of parts)
    for await (const answer of sendPack({ ...pack, texts: [part] }, tools)) answers.push(answer);
  const joint = pack.target === "zh-Hans" || pack.target === "zh-Hant" ? "" : " ";
  const charged = answers.reduce((sum, answer) => sum + (answer.charged ?? 0), 0);
  yield { index: 0, text: answers.map((answer) => answer.text.trim()).join(joint), charged };
}

function malformedAnswer() {
  return deeplError({
    code: "service-malformed",
    message: "DeepL sent an answer without a translation in it.",
    hint: "A proxy may answer in its place; run the same command again.",
    repeat: "once",
    mayBeCharged: true,
  });
}

function wrongCount(text: string, answers: number) {
  return deeplError({
    code: "service-malformed",
    message: `DeepL gave ${answers} translations for one text, ${quoteStart(text)}.`,
    hint: "What is finished is kept; run the same command later.",
    mayBeCharged: true,
    details: { answers },
  });
}

function tooLong(text: string) {
  return deeplError({
    code: "request-refused",
    message: `The text beginning ${quoteStart(text)} is too long for DeepL.`,
    hint: "Split it into several paragraphs.",
    details: { characters: text.length },
  });
}
