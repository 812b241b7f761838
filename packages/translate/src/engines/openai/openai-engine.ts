import { readFile } from "node:fs/promises";
import { hashText, SteleError } from "@stele/model";
import type { Engine, EngineDescription, TranslationRequest } from "../../contract.ts";
import type { Readiness } from "../../readiness.ts";
import { checkRequest, servePacks } from "../serve-packs.ts";
import { openTally } from "../tally.ts";
import { createChat, hostOf } from "./chat.ts";
import { baseUrlOf, isOnThisComputer, type OpenaiSettings } from "./openai-settings.ts";
import { DEFAULT_PROMPT } from "./prompt.ts";
import { translatePack } from "./translate-pack.ts";

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
  const model = { chat: createChat(settings), template, host: hostOf(baseUrlOf(settings)), isProven: false };
  const engine: Engine = {
    name: "openai",
    describe,
    translate(request, signal) {
      checkRequest(engine, request);
      if ((settings.model ?? "") === "") throw noModel();
      const send = (pack: TranslationRequest) => translatePack(pack, { model, tally: openTally(pack) });
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
