import { SteleError } from "@stele/model";
import { createFetch, type Fetch } from "../proxied-fetch.ts";
import { readText } from "../read-text.ts";
import {
  type HttpFailure,
  httpError,
  isTooLarge,
  openaiHuge,
  openaiMalformed,
  openaiTimedOut,
  openaiUnreachable,
} from "./openai-errors.ts";
import { baseUrlOf, OPENAI_TIMEOUT_MS, type OpenaiSettings } from "./openai-settings.ts";

/** One message of a conversation. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** What a model said. */
interface ChatReply {
  readonly content: string;
  /** True where the answer ended because it was too long. */
  readonly isCut: boolean;
  /** True where the model, or a filter in front of it, said no. */
  readonly isRefused: boolean;
  /** What the service says it read and wrote; nothing where it does not say. */
  readonly tokens: { readonly tokensSent?: number; readonly tokensBack?: number };
}

/** Talks to the service. */
export type Chat = (messages: readonly ChatMessage[]) => Promise<ChatReply>;

/** Far more than the translations of the largest request, thoughts of the model included. */
const MOST_ANSWER_BYTES = 8 * 1024 * 1024;

/** The shape of an answer, for services that can be held to one. */
const SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["translations"],
  properties: {
    translations: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["id", "text"],
        properties: { id: { type: "string" }, text: { type: "string" } },
      },
    },
  },
} as const;

/** Fields that some services refuse; one that was refused is left out from then on. */
const OPTIONAL_FIELDS = {
  response_format: { type: "json_schema", json_schema: { name: "translations", strict: true, schema: SCHEMA } },
  temperature: 0,
} as const;

/** Opens a conversation with the service; nothing is sent yet. */
export function createChat(settings: OpenaiSettings): Chat {
  const refused = new Set<string>();
  const accepted = new Set<string>();
  const url = `${baseUrlOf(settings)}/chat/completions`;
  const ask = createFetch(settings.proxies);
  return async (messages) => {
    for (;;) {
      const fields = Object.entries(OPTIONAL_FIELDS).filter(([name]) => !refused.has(name));
      const body = { model: settings.model, messages, stream: false, ...Object.fromEntries(fields) };
      const answer = await post(url, body, { settings, ask });
      const names = fields.map(([name]) => name);
      if (!("status" in answer)) {
        for (const name of names) accepted.add(name);
        return readReply(answer.body, hostOf(url));
      }
      if (isFiltered(answer)) return { content: "", isCut: false, isRefused: true, tokens: {} };
      const disliked = isTooLarge(answer) ? undefined : dislikedField(answer, names, accepted);
      if (disliked === undefined) {
        throw httpError(answer, hostOf(url));
      }
      refused.add(disliked);
    }
  };
}

/** Some filters refuse the whole request: another one, with other sentences, may pass. */
function isFiltered({ status, said }: HttpFailure): boolean {
  return status === 400 && /"(?:code|type)"\s*:\s*"content_(?:filter|policy_violation)"/u.test(said);
}

/** The field that a service refused: the one it names, else, of a service that has taken none yet, the schema. */
function dislikedField(
  { status, said }: HttpFailure,
  names: readonly string[],
  accepted: ReadonlySet<string>,
): string | undefined {
  if (!REFUSALS.has(status)) return undefined;
  const named = names.find((name) => said.includes(name));
  if (named !== undefined) return named;
  return names.find((name) => name === "response_format" && (ABOUT_SCHEMA.test(said) || !accepted.has(name)));
}

/** Bad request, unprocessable, not implemented: how services say that they do not know a field. */
const REFUSALS: ReadonlySet<number> = new Set([400, 422, 501]);
const ABOUT_SCHEMA = /schema|structured|grammar|json[ _]?(?:mode|object)/iu;

/** The service's host, for messages. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

async function post(
  url: string,
  body: object,
  { settings, ask }: { readonly settings: OpenaiSettings; readonly ask: Fetch },
): Promise<HttpFailure | { readonly body: unknown }> {
  const { key = "", timeoutMs = OPENAI_TIMEOUT_MS } = settings;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await ask(url, {
      method: "POST",
      // A redirect would take text and key to a place that nobody chose.
      redirect: "manual",
      // On a connection that rested and is being closed nobody can tell whether the request was read.
      headers: {
        "content-type": "application/json",
        connection: "close",
        ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      signal,
    });
    const { status, headers } = response;
    const text = await readText(response, MOST_ANSWER_BYTES);
    if (text === undefined) throw openaiHuge(hostOf(url));
    if (!response.ok) return { status, said: text.slice(0, 2000), retryAfter: headers.get("retry-after") };
    return { body: parseJson(text, hostOf(url)) };
  } catch (thrown) {
    if (thrown instanceof SteleError) throw thrown;
    throw signal.aborted ? openaiTimedOut(hostOf(url)) : openaiUnreachable(thrown, hostOf(url));
  }
}

function parseJson(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw openaiMalformed(host, text.trimStart().startsWith("<") ? "a web page" : "something that is not JSON");
  }
}

function readReply(body: unknown, host: string): ChatReply {
  const { choices, usage } = (body ?? {}) as { choices?: unknown; usage?: unknown };
  const choice = (Array.isArray(choices) ? choices[0] : undefined) as Choice | null | undefined;
  if (typeof choice?.message !== "object" || choice.message === null) throw openaiMalformed(host, "no message");
  return {
    content: contentOf(choice.message.content),
    isCut: choice.finish_reason === "length",
    isRefused: isRefusal(choice),
    tokens: tokensIn(usage),
  };
}

/** One of the answers that a service may give to choose from. */
interface Choice {
  readonly message?: { readonly content?: unknown; readonly refusal?: unknown } | null;
  readonly finish_reason?: unknown;
}

function isRefusal({ message, finish_reason: reason }: Choice): boolean {
  return reason === "content_filter" || (typeof message?.refusal === "string" && message.refusal !== "");
}

function tokensIn(usage: unknown): ChatReply["tokens"] {
  const { prompt_tokens: sent, completion_tokens: back } = (usage ?? {}) as Readonly<Record<string, unknown>>;
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
  return { ...(isCount(sent) ? { tokensSent: sent } : {}), ...(isCount(back) ? { tokensBack: back } : {}) };
}

/** A text, or a list of parts; a model that refuses says nothing there. */
function contentOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: unknown) => (part as { text?: unknown } | null)?.text)
    .filter((text) => typeof text === "string")
    .join("");
}
