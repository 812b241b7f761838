import type { DeepLClient, TextResult } from "deepl-node";
import type { Engine, EngineDescription, Translated, TranslationRequest, Usage } from "../../contract.ts";
import { quoteStart } from "../../errors.ts";
import type { Readiness } from "../../readiness.ts";
import { checkRequest, servePacks } from "../serve-packs.ts";
import { openTally, type Tally } from "../tally.ts";
import { connectDeepl, type DeeplConnection } from "./deepl-client.ts";
import { sourceCode, targetCode } from "./deepl-codes.ts";
import { deeplError } from "./deepl-errors.ts";
import { createGlossaryFinder } from "./deepl-glossaries.ts";
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
  const { character } = await connection.ask((client) => client.getUsage());
  if (character === undefined) return {};
  return { characters: { used: character.count, limit: character.limit >= UNLIMITED ? null : character.limit } };
}

type Sender = (pack: TranslationRequest) => AsyncGenerator<Translated, void, undefined>;

function createSender(connection: DeeplConnection, settings: DeeplSettings): Sender {
  const findGlossary = createGlossaryFinder(connection);
  const bytesPerRequest = settings.bytesPerRequest ?? BYTES_PER_REQUEST;
  return (pack) => {
    const tally = openTally(pack);
    const post = async (request: TranslationRequest): Promise<Posted> => {
      const { texts, source, target, glossary } = request;
      const id = glossary === undefined ? undefined : await findGlossary({ source, target, glossary });
      const to = targetCode(target, regionFor(request, settings));
      const call = (client: DeepLClient) =>
        client.translateText([...texts], sourceCode(source), to, deeplOptions(request, settings, id));
      return tally.send(texts, () => connection.call<Posted>(call, () => "too-large"));
    };
    return sendPack(pack, { post, tally, bytesPerRequest, settings });
  };
}

/** What came back of a request. */
type Posted = readonly TextResult[] | "too-large";

interface SendTools {
  readonly post: (request: TranslationRequest) => Promise<Posted>;
  readonly tally: Tally;
  readonly bytesPerRequest: number;
  readonly settings: DeeplSettings;
}

/** Sends a pack; halves it where it is too large, and sends each text alone where the number of answers is wrong. */
async function* sendPack(pack: TranslationRequest, tools: SendTools): AsyncGenerator<Translated, void, undefined> {
  const [only] = pack.texts;
  if (pack.texts.length === 1 && only !== undefined && isTooLong(pack, tools)) return yield* sendInParts(pack, tools);
  const results = await tools.post(pack);
  if (results === "too-large") return yield* sendHalves(pack, tools);
  if (results.length === pack.texts.length) return yield* readResults(results, pack, tools);
  tools.tally.lose(pack.texts);
  const error = wrongCount(pack.texts, results.length);
  if (pack.texts.length === 1) throw error;
  tools.tally.checkCap(pack.texts, error);
  yield* sendSingly(pack, tools);
}

function isTooLong(pack: TranslationRequest, tools: SendTools): boolean {
  return deeplRequestBytes(pack, tools.settings) > tools.bytesPerRequest;
}

function* readResults(
  results: readonly TextResult[],
  { texts }: TranslationRequest,
  { tally }: SendTools,
): Generator<Translated, void, undefined> {
  for (const [index, { text, billedCharacters }] of results.entries()) {
    if (typeof text !== "string") {
      tally.lose(texts.slice(index));
      throw malformedAnswer();
    }
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
  for (const [index, text] of pack.texts.entries()) {
    for await (const answer of sendPack({ ...pack, texts: [text] }, tools)) yield { ...answer, index };
  }
}

/** One text that no request can hold is cut at sentence ends and its translations are joined again. */
async function* sendInParts(pack: TranslationRequest, tools: SendTools): AsyncGenerator<Translated, void, undefined> {
  const [text = ""] = pack.texts;
  const fits = (part: string) => !isTooLong({ ...pack, texts: [part] }, tools);
  const parts = splitLongText(text, fits);
  if (parts.length < 2) throw tooLong(text);
  const answers: Translated[] = [];
  for (const part of parts) {
    try {
      for await (const answer of sendPack({ ...pack, texts: [part] }, tools)) answers.push(answer);
    } catch (thrown) {
      // Half a text is no answer: the parts that came are paid for and of no use.
      for (const paid of parts.slice(0, answers.length)) tools.tally.lose([paid]);
      throw thrown;
    }
  }
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

function wrongCount([first = "", ...more]: readonly string[], answers: number) {
  const asked = more.length === 0 ? `one text, ${quoteStart(first)}` : `${more.length + 1} texts`;
  return deeplError({
    code: "service-malformed",
    message: `DeepL gave ${answers} translations for ${asked}.`,
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
