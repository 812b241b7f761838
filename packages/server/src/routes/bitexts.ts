import { type Aligner, type ArticleId, type BitextId, type Home, type Library, StaleRevision } from "@stele/core/node";
import { type Context, Hono } from "hono";
import type {
  BitextAnswer,
  CorrectionAnswer,
  HistoryAnswer,
  MatchesAnswer,
  ReasonsAnswer,
  StaleAnswer,
} from "../api-types.ts";
import { asWished } from "../compact.ts";
import { parseOperations } from "../corrections/parse-operation.ts";
import { restoreRevision } from "../corrections/restore-revision.ts";
import { saveCorrection } from "../corrections/save-correction.ts";
import { errorBody } from "../error-response.ts";
import { matchesOf } from "../matches.ts";
import { reasonsOf } from "../reasons.ts";
import { badRequest, notFound } from "../refusal.ts";
import { type JsonObject, listIn, numberOfQuery, optionalString, readJson, wholeNumberIn } from "../request-body.ts";
import { answerFor } from "../text-answer.ts";

/** Whom history names where the page does not say. */
const READER = "reader";
const LONGEST_AUTHOR = 100;

/** Bitexts: reading, correcting, history, and why a bead is doubtful. */
export function bitextRoutes(home: Home, aligner: () => Aligner): Hono {
  return new Hono()
    .get("/:id", (context) => {
      const bitext = bitextAt(home.library(), context.req.param("id"), context.req.query("revision"));
      return context.json<BitextAnswer>({ bitext });
    })
    .post("/:id", async (context) => {
      const body = await readJson(context);
      const correction = {
        bitext: context.req.param("id") as BitextId,
        seen: wholeNumberIn(body, "seen", 1),
        operations: parseOperations(listIn(body, "operations")),
        author: authorIn(body),
        realign: body.realign !== false,
      };
      return changed(context, home.library(), () => saveCorrection(home.library(), correction, aligner()));
    })
    .get("/:id/history", (context) => context.json(historyOf(home.library(), context.req.param("id"))))
    .post("/:id/restore", async (context) => {
      const body = await readJson(context);
      const restoring = {
        bitext: context.req.param("id") as BitextId,
        revision: wholeNumberIn(body, "revision", 1),
        ...(body.seen === undefined ? {} : { seen: wholeNumberIn(body, "seen", 1) }),
        author: authorIn(body),
      };
      return changed(context, home.library(), () => restoreRevision(home.library(), restoring, aligner()));
    })
    .get("/:id/matches", (context) => {
      const bitext = bitextAt(home.library(), context.req.param("id"), undefined);
      const matches = matchesOf(home.library(), bitext, numberOfQuery(context, "bead", 0));
      return context.json<MatchesAnswer>({ matches });
    })
    .get("/:id/reasons", async (context) => {
      const bitext = bitextAt(home.library(), context.req.param("id"), undefined);
      const reasons = await reasonsOf(bitext, aligner());
      return context.json<ReasonsAnswer>({ revision: bitext.revision, reasons });
    });
}

/** Does a change and answers with the text as it is now, or with both versions where somebody was faster. */
async function changed(context: Context, library: Library, change: () => Promise<ArticleId>): Promise<Response> {
  try {
    const id = await change();
    const text = answerFor(library, id);
    const revisions = text.bitexts.map((bitext) => [bitext.id, bitext.revision] as const);
    const answer: CorrectionAnswer = { ...text, revisions: Object.fromEntries(revisions) };
    return context.json(asWished(context, answer));
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error;
    const answer: StaleAnswer = { ...errorBody(error), refused: error.refused, stored: error.stored };
    return context.json(answer, 409);
  }
}

function bitextAt(library: Library, id: string, revision: string | undefined) {
  const number = revision === undefined ? undefined : Number(revision);
  if (number !== undefined && !Number.isSafeInteger(number)) {
    throw badRequest(`"${revision}" is not a revision.`, "Revisions are counted from 1.");
  }
  const bitext = library.bitext(id as BitextId, number);
  if (bitext === undefined) throw notFound("bitext", id);
  return bitext;
}

function historyOf(library: Library, id: string): HistoryAnswer {
  const history = library.history(id as BitextId);
  if (history.length === 0) throw notFound("bitext", id);
  return {
    revisions: history.map(({ revision, author, savedAt, beads }) => ({
      revision,
      author,
      saved: savedAt.toISOString(),
      beads,
    })),
  };
}

function authorIn(body: JsonObject): string {
  const author = optionalString(body, "author")?.trim() ?? READER;
  if (author.length > LONGEST_AUTHOR) {
    throw badRequest("The author's name is too long.", `Use at most ${LONGEST_AUTHOR} characters.`);
  }
  return author === "" ? READER : author;
}
