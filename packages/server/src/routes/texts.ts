import {
  type Aligner,
  type ArticleId,
  type Bitext,
  type BitextId,
  choosePolytext,
  type Home,
  type Library,
  type Polytext,
  parseLanguageTag,
  type Side,
  sideOf,
  type TextSummary,
  type TextWish,
} from "@stele/core/node";
import { type Context, Hono } from "hono";
import { type AddOptions, addPolytext, addTexts, addTranslation } from "../add-texts.ts";
import type { AddEvents, Compact, CompactPolytext, TextAnswer, TextItem, TextList } from "../api-types.ts";
import { streamEvents } from "../event-stream.ts";
import { givenIn, polytextIn, readGiven } from "../given-texts.ts";
import { notFound } from "../refusal.ts";

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

/** The languages of a query such as `ko,zh-Hans`, or its bitexts; empty where there is neither. */
export function wishOf(to: string | undefined, bitexts?: string): TextWish {
  return {
    ...(to === undefined || to === "" ? {} : { to: to.split(",").map((tag) => parseLanguageTag(tag)) }),
    ...(bitexts === undefined || bitexts === "" ? {} : { bitexts: bitexts.split(",") as BitextId[] }),
  };
}

/**
 * A text that is on the list, in rows.
 *
 * @throws SteleError `not-found`, for a removed text too.
 */
export function answerFor(library: Library, id: string, wish: TextWish = {}): TextAnswer {
  const summary = summaryOf(library, id);
  const article = library.article(summary.id);
  if (article === undefined) throw notFound("text", id);
  const bitexts = library.bitextsOf(summary.id);
  return {
    id: summary.id,
    title: summary.title,
    bitexts: bitexts.map(bitextItem),
    polytext: withStoredPairs(
      choosePolytext({ article, side: () => library.side(summary.id) }, bitexts, wish),
      bitexts,
    ),
  };
}

/**
 * Rows come of pairs that were reconciled with each other; what is shown and corrected are the beads as they are kept,
 * so that an operation means the bead that its index names in the library.
 */
function withStoredPairs(polytext: Polytext, bitexts: readonly Bitext[]): Polytext {
  return { ...polytext, pairs: polytext.pairs.map((pair) => bitexts.find(({ id }) => id === pair.id) ?? pair) };
}

/** The same answer, or with `?compact=1` each side once: pairs then name their sides by index. */
export function asWished<A extends TextAnswer>(context: Context, answer: A): A | Compact<A> {
  return context.req.query("compact") === "1" ? { ...answer, polytext: compactPolytext(answer.polytext) } : answer;
}

function compactPolytext({ sides, rows, pairs }: Polytext): CompactPolytext {
  const indexOf = (side: Side): number => sides.findIndex(({ article }) => article.id === side.article.id);
  return {
    sides,
    rows,
    pairs: pairs.map(({ source, target, ...pair }) => ({ ...pair, source: indexOf(source), target: indexOf(target) })),
  };
}

function bitextItem({ id, source, target, revision }: Bitext): TextAnswer["bitexts"][number] {
  return {
    id,
    source: source.article.language,
    target: target.article.language,
    provenance: target.provenance,
    revision,
  };
}

/**
 * A text on the list.
 *
 * @throws SteleError `not-found`, for a removed text too.
 */
export function summaryOf(library: Library, id: string): TextSummary {
  const summary = library.text(id as ArticleId);
  if (summary === undefined || summary.removedAt !== undefined) throw notFound("text", id);
  return summary;
}
