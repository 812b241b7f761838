import {
  type ArticleId,
  ankiCards,
  type Card,
  csvCards,
  type Home,
  type KeptSentence,
  parseLanguageTag,
  tabSeparated,
} from "@stele/core/node";
import { Hono } from "hono";
import type { SentencesAnswer, WordsAnswer } from "../api-types.ts";
import { type Download, sendDownload } from "../download.ts";
import { badRequest, notFound } from "../refusal.ts";
import { type JsonObject, oneOf, optionalString, readJson, stringIn } from "../request-body.ts";

const LONGEST_WORD = 200;

/** What saved sentences are written as. */
const CARD_FILES: Readonly<Record<string, CardFile>> = {
  anki: { name: "sentences.txt", mediaType: "text/plain", write: ankiCards },
  csv: { name: "sentences.csv", mediaType: "text/csv", write: csvCards },
  tsv: {
    name: "sentences.tsv",
    mediaType: "text/tab-separated-values",
    write: (cards) => tabSeparated(cards.map(({ sentence, translation, word = "" }) => [sentence, translation, word])),
  },
};

interface CardFile extends Omit<Download, "chunks"> {
  readonly write: (cards: readonly Card[]) => Iterable<string>;
}

/** The words that a reader marked. */
export function wordRoutes(home: Home): Hono {
  return new Hono()
    .get("/", (context) => {
      const language = context.req.query("language");
      const words = home.library().words.list(language === undefined ? undefined : parseLanguageTag(language));
      return context.json<WordsAnswer>({ words });
    })
    .put("/", async (context) => {
      const body = await readJson(context);
      const note = optionalString(body, "note");
      home.library().words.mark({
        language: parseLanguageTag(stringIn(body, "language")),
        word: wordOf(stringIn(body, "word")),
        state: oneOf(body, "state", ["known", "learning"]),
        ...(note === undefined ? {} : { note }),
      });
      return context.json({ ok: true });
    })
    .delete("/", (context) => {
      const { language = "", word = "" } = context.req.query();
      home.library().words.unmark(parseLanguageTag(language), wordOf(word));
      return context.json({ ok: true });
    });
}

/** The sentences that a reader keeps, and the same as cards. */
export function sentenceRoutes(home: Home): Hono {
  return new Hono()
    .get("/", (context) => {
      const sentences = home.library().sentences.list();
      const format = context.req.query("format") ?? "json";
      if (format === "json") return context.json<SentencesAnswer>({ sentences: sentences.map(sentenceOf) });
      const file = Object.hasOwn(CARD_FILES, format) ? CARD_FILES[format] : undefined;
      if (file === undefined) {
        const known = Object.keys(CARD_FILES).join(", ");
        throw badRequest(`Sentences are not written as "${format}".`, `Use json, ${known}.`, { format });
      }
      const { write, ...download } = file;
      return sendDownload(context, { ...download, chunks: write(sentences.map(cardOf)) });
    })
    .post("/", async (context) => {
      const id = home.library().sentences.save(draftOf(await readJson(context)));
      return context.json({ id }, 201);
    })
    .delete("/:id", (context) => {
      const id = Number(context.req.param("id"));
      if (!Number.isSafeInteger(id)) throw notFound("saved sentence", context.req.param("id"));
      home.library().sentences.remove(id);
      return context.json({ id });
    });
}

function draftOf(body: JsonObject) {
  const word = optionalString(body, "word");
  const textId = optionalString(body, "textId");
  return {
    sourceLanguage: parseLanguageTag(stringIn(body, "sourceLanguage")),
    source: stringIn(body, "source"),
    targetLanguage: parseLanguageTag(stringIn(body, "targetLanguage")),
    target: stringIn(body, "target"),
    ...(word === undefined ? {} : { word }),
    ...(textId === undefined ? {} : { textId: textId as ArticleId }),
  };
}

function sentenceOf({ savedAt, ...sentence }: KeptSentence): SentencesAnswer["sentences"][number] {
  return { ...sentence, saved: savedAt.toISOString() };
}

function cardOf({ source, target, word }: KeptSentence): Card {
  return { sentence: source, translation: target, ...(word === undefined ? {} : { word }) };
}

function wordOf(word: string): string {
  const trimmed = word.trim();
  if (trimmed !== "" && trimmed.length <= LONGEST_WORD) return trimmed;
  throw badRequest("There is no word to mark.", `A word has 1 to ${LONGEST_WORD} characters.`);
}
