import {
  CEDICT_ATTRIBUTION,
  type Dictionary,
  openDictionary,
  pinyin,
  type Reading,
  romanise,
  suggestHanja,
  toSimplified,
  toTraditional,
} from "@stele/core";
import { loadCached } from "./cached-file.ts";
import { serveTasks } from "./serve-tasks.ts";
import type { DictionaryAnswer, HanjaTask, LookUpTask, ReadTask, ReadWork } from "./task.ts";

const READERS: Readonly<Record<ReadTask["as"], (task: ReadTask) => Promise<readonly Reading[]>>> = {
  pinyin: ({ text, language }) => pinyin(text, language === "zh-Hant" ? { language } : {}),
  romanisation: ({ text }) => romanise(text),
  simplified: async ({ text }) => (await toSimplified(text)).changes,
  traditional: async ({ text }) => (await toTraditional(text)).changes,
};

let dictionary: Promise<Dictionary> | undefined;

serveTasks<ReadWork[keyof ReadWork]["task"]>(async ({ task, files }) => {
  if (task.kind === "read") return READERS[task.as](task);
  if (task.kind === "hanja") return hanjaOf(task);
  if (task.kind === "look-up") return lookUp(task, files.dictionary);
  return warmUp(files.dictionary);
});

function hanjaOf({ words }: HanjaTask): Promise<ReadWork["hanja"]["answer"]> {
  return Promise.all(words.map(({ korean, chinese }) => suggestHanja(korean, chinese)));
}

async function lookUp({ text, at }: LookUpTask, address: string | undefined): Promise<DictionaryAnswer> {
  dictionary ??= open(address).catch((error: unknown) => {
    dictionary = undefined;
    throw error;
  });
  return { hit: (await dictionary).longestAt(text, at), attribution: CEDICT_ATTRIBUTION };
}

async function open(address: string | undefined): Promise<Dictionary> {
  if (address === undefined) throw new Error("The server has no dictionary.");
  return openDictionary(new TextDecoder().decode(await loadCached("dictionary", address)));
}

/** Reads a little in each way, and fetches the dictionary without opening it. */
async function warmUp(address: string | undefined): Promise<boolean> {
  await Promise.all([
    pinyin("一"),
    romanise("가"),
    suggestHanja("경제", "经济"),
    toSimplified("頭"),
    address === undefined ? undefined : loadCached("dictionary", address),
  ]);
  return true;
}
