import {
  type Aligner,
  type Article,
  type BitextId,
  type Engine,
  type Home,
  type LanguageTag,
  openEngine,
  parseLanguageTag,
  type Side,
} from "@stele/core/node";
import { Hono } from "hono";
import { saveTranslation, sourceSide } from "../add-texts.ts";
import type { SuggestAnswer, TranslateEvents } from "../api-types.ts";
import { streamEvents, type Watching } from "../event-stream.ts";
import { badRequest, notFound } from "../refusal.ts";
import { type JsonObject, listIn, oneOf, readJson, stringIn, wholeNumberIn } from "../request-body.ts";
import { summaryOf } from "../text-answer.ts";
import { planText, spendingOf, type TranslationMeans, withEngine } from "../translate-text.ts";

/** A polytext has three languages. */
const MOST_TARGETS = 2;

interface Order {
  readonly article: Article;
  readonly title: string;
  readonly to: readonly LanguageTag[];
  readonly engine: string;
  readonly maxCharacters?: number;
  readonly unit?: "sentence" | "paragraph";
}

/** Translating texts of the library, watched by server-sent events, and single sentences again. */
export function translateRoutes(home: Home, aligner: () => Aligner): Hono {
  return new Hono()
    .post("/translate", async (context) => {
      const order = orderOf(await readJson(context), home);
      const means = { home, aligner: aligner() };
      // An engine that is not there or not allowed is said at once, not in an event.
      const engine = await openEngine(order.engine, home);
      return streamEvents<TranslateEvents>(context, (watching) =>
        translate({ order, engine }, means, watching).finally(() => engine.close?.()),
      );
    })
    .post("/suggest", async (context) => {
      const body = await readJson(context);
      return context.json(await suggest(body, { home, aligner: aligner() }, context.req.raw.signal));
    });
}

interface Job {
  readonly order: Order;
  readonly engine: Engine;
}

/** One language after the other, each kept when it is done. */
async function translate(
  { order, engine }: Job,
  means: TranslationMeans,
  { tell, signal }: Watching<TranslateEvents>,
): Promise<void> {
  const library = means.home.library();
  const spending = spendingOf(means.home, order.maxCharacters);
  const planFor = (to: readonly LanguageTag[]) =>
    planText({ ...order, engine, to, source: sourceSide(library, order.article), name: order.title }, means);
  if (engine.describe.isPaid) spending.reserve((await planFor(order.to).estimate()).firstTries);
  let charactersBilled = 0;
  for (const to of order.to) {
    const plan = planFor([to]);
    const { bitexts, counts } = await plan.run({
      spending,
      signal,
      onProgress: (done, total) => void tell("progress", { to, done, total }),
    });
    charactersBilled += counts.charactersBilled;
    for (const bitext of bitexts) {
      await saveTranslation(library, bitext, { aligner: means.aligner });
      await tell("language", { to, bitext: bitext.id, counts: bitext.report?.counts ?? null });
    }
  }
  await tell("done", { id: order.article.id, charactersBilled });
}

/** A bead's source sentences in another engine's words; the blocks around give it its context. */
async function suggest(body: JsonObject, means: TranslationMeans, signal: AbortSignal): Promise<SuggestAnswer> {
  const id = stringIn(body, "bitext") as BitextId;
  const bitext = means.home.library().bitext(id);
  if (bitext === undefined) throw notFound("bitext", id);
  const bead = bitext.beads[wholeNumberIn(body, "bead")];
  const sentences = bitext.source.sentences.slice(...(bead?.source ?? [0, 0]));
  if (sentences.length === 0) {
    throw badRequest("There is no source sentence to translate.", "Choose a row that has a sentence of the source.");
  }
  const to = [bitext.target.article.language];
  const source: Side = { ...bitext.source, sentences };
  const { bitexts } = await withEngine(stringIn(body, "engine"), means.home, (engine) => {
    const plan = planText({ source, to, engine, name: "suggestion", isFresh: true }, means);
    return plan.run({ signal, spending: spendingOf(means.home, capIn(body).maxCharacters) });
  });
  const target = bitexts[0]?.target;
  if (target === undefined) throw notFound("suggestion", id);
  const { text } = target.article;
  return {
    sentences: target.sentences.map(({ start, end }) => text.slice(start, end)),
    provenance: target.provenance,
  };
}

function orderOf(body: JsonObject, home: Home): Order {
  const { id, title } = summaryOf(home.library(), stringIn(body, "text"));
  const article = home.library().article(id);
  if (article === undefined) throw notFound("text", id);
  const to = listIn(body, "to").map((tag) => parseLanguageTag(stringIn({ tag }, "tag")));
  if (to.length === 0 || to.length > MOST_TARGETS || new Set(to).size < to.length) {
    throw badRequest("A text is translated into one or two languages.", "Name one or two different ones in `to`.");
  }
  return {
    article,
    title,
    to,
    engine: stringIn(body, "engine"),
    ...capIn(body),
    ...(body.unit === undefined ? {} : { unit: oneOf(body, "unit", ["sentence", "paragraph"]) }),
  };
}

function capIn(body: JsonObject): { readonly maxCharacters?: number } {
  return body.maxCharacters === undefined ? {} : { maxCharacters: wholeNumberIn(body, "maxCharacters") };
}
