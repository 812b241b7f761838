import {
  type Aligner,
  CEDICT_ATTRIBUTION,
  parseLanguageTag,
  pinyin,
  type Reading,
  romanise,
  suggestHanja,
  toSimplified,
  toTraditional,
} from "@stele/core/node";
import { Hono } from "hono";
import type { DictionaryAnswer, HanjaAnswer, LinksAnswer, ReadingsAnswer, ReadingsRequest } from "../api-types.ts";
import { readDictionary } from "../read-dictionary.ts";
import { badRequest } from "../refusal.ts";
import { isObject, listIn, numberOfQuery, oneOf, readJson, stringIn } from "../request-body.ts";

type Read = (text: string, language: ReadingsRequest["language"]) => Promise<readonly Reading[]>;

/** More texts or words than a screen holds. */
const MOST_TEXTS = 1000;

const READERS: { readonly [K in ReadingsRequest["kind"]]: Read } = {
  pinyin: (text, language) => pinyin(text, language === undefined ? {} : { language }),
  romanisation: (text) => romanise(text),
  simplified: async (text) => (await toSimplified(text)).changes,
  traditional: async (text) => (await toTraditional(text)).changes,
};
const KINDS = Object.keys(READERS) as ReadingsRequest["kind"][];

/** How texts are read, what a Chinese word means, and which words of two texts say the same. */
export function readingRoutes(aligner: () => Aligner): Hono {
  return new Hono()
    .post("/readings", async (context) => {
      const body = await readJson(context);
      const read = READERS[oneOf(body, "kind", KINDS)];
      const language = body.language === undefined ? undefined : oneOf(body, "language", ["zh-Hans", "zh-Hant"]);
      const texts = limited(listIn(body, "texts")).map((text) => stringIn({ text }, "text"));
      const readings = await Promise.all(texts.map((text) => read(text, language)));
      return context.json<ReadingsAnswer>({ readings });
    })
    .post("/hanja", async (context) => {
      const words = limited(listIn(await readJson(context), "words"));
      const suggestions = await Promise.all(words.map(async (word) => (await hanjaOf(word)) ?? null));
      return context.json<HanjaAnswer>({ suggestions });
    })
    .post("/links", async (context) => {
      const body = await readJson(context);
      const languages = {
        source: parseLanguageTag(stringIn(body, "from")),
        target: parseLanguageTag(stringIn(body, "to")),
      };
      const links = aligner().linkWords(stringIn(body, "source"), stringIn(body, "target"), languages);
      return context.json<LinksAnswer>({ links });
    })
    .get("/dictionary", async (context) => {
      const text = context.req.query("text") ?? "";
      const dictionary = await readDictionary();
      const hit = dictionary.longestAt(text, numberOfQuery(context, "at", 0)) ?? null;
      return context.json<DictionaryAnswer>({ hit, attribution: CEDICT_ATTRIBUTION });
    });
}

function hanjaOf(word: unknown) {
  const { korean, chinese } = isObject(word) ? word : {};
  return suggestHanja(stringIn({ korean }, "korean"), stringIn({ chinese }, "chinese"));
}

function limited(list: readonly unknown[]): readonly unknown[] {
  if (list.length <= MOST_TEXTS) return list;
  throw badRequest(`At most ${MOST_TEXTS} are read at once.`, "Ask in several requests.", { count: list.length });
}
