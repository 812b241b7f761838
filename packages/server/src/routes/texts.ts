import { type Aligner, type ArticleId, type Home, sideOf, type TextSummary } from "@stele/core/node";
import { type Context, Hono } from "hono";
import { type AddOptions, addPolytext, addTexts, addTranslation } from "../add-texts.ts";
import type { AddEvents, TextItem, TextList } from "../api-types.ts";
import { asWished } from "../compact.ts";
import { streamEvents } from "../event-stream.ts";
import { givenIn } from "../given-texts.ts";
import { polytextIn, readGiven } from "../read-given.ts";
import { notFound } from "../refusal.ts";
import { answerFor, summaryOf, wishOf } from "../text-answer.ts";

/** The texts of the library: listing, adding, reading, removing and bringing back. */
export function textRoutes(home: Home, aligner: () => Aligner): Hono {
  return new Hono()
    .get("/", (context) => {
      const library = home.library();
      const isRemoved = context.req.query("removed") === "1";
      const texts = (isRemoved ? library.removedTexts() : library.texts()).map(itemOf);
      return context.json<TextList>({ texts });
    })
    .post("/", async (context) => {
      const library = home.library();
      const given = await givenIn(context);
      const polytext = polytextIn(given);
      const texts = polytext === undefined ? await readGiven(given) : [];
      return added(context, async (watching) => {
        const options = { aligner: aligner(), ...watching };
        const { id } =
          polytext === undefined ? await addTexts(library, texts, options) : addPolytext(library, polytext);
        return itemOf(summaryOf(library, id));
      });
    })
    .post("/:id/translations", async (context) => {
      const library = home.library();
      const { id } = summaryOf(library, context.req.param("id"));
      const article = library.article(id);
      if (article === undefined) throw notFound("text", id);
      const targets = (await readGiven(await givenIn(context))).map((text) => sideOf(text));
      return added(context, async (watching) => {
        for (const target of targets) {
          await addTranslation(library, { article, target }, { aligner: aligner(), ...watching });
        }
        return itemOf(summaryOf(library, id));
      });
    })
    .get("/:id", (context) => {
      const { to, bitexts } = context.req.query();
      const answer = answerFor(home.library(), context.req.param("id"), wishOf(to, bitexts));
      return context.json(asWished(context, answer));
    })
    .delete("/:id", (context) => {
      const id = context.req.param("id") as ArticleId;
      home.library().removeText(id);
      return context.json({ id });
    })
    .post("/:id/restore", (context) => {
      const id = context.req.param("id") as ArticleId;
      home.library().restoreText(id);
      return context.json({ id });
    });
}

/** Answers with the text that was added, or with the way to it for a client that asks for events. */
function added(
  context: Context,
  add: (options: Omit<AddOptions, "aligner">) => Promise<TextItem>,
): Promise<Response> | Response {
  if (context.req.header("accept")?.includes("text/event-stream") !== true) {
    return add({ signal: context.req.raw.signal }).then((item) => context.json(item, 201));
  }
  return streamEvents<AddEvents>(context, async ({ tell, signal }) => {
    await tell("done", await add({ signal, onProgress: (share) => void tell("progress", { share }) }));
  });
}

/** A text as the list shows it. */
function itemOf(summary: TextSummary): TextItem {
  const { id, title, languages, savedAt, changedAt, removedAt, sentences, bitexts } = summary;
  const [first] = languages;
  return {
    id,
    title,
    languages,
    created: savedAt.toISOString(),
    updated: changedAt.toISOString(),
    ...(removedAt === undefined ? {} : { removed: removedAt.toISOString() }),
    sentences: first === undefined ? 0 : (sentences[first] ?? 0),
    bitexts,
  };
}
