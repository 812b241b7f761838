import {
  type Aligner,
  type EngineStatus,
  type Estimate,
  engineFacts,
  engineStatuses,
  type Home,
  type LanguageTag,
} from "@stele/core/node";
import { Hono } from "hono";
import { sourceSide } from "../add-texts.ts";
import type { EngineItem, EnginesAnswer, EstimateItem } from "../api-types.ts";
import { notFound } from "../refusal.ts";
import { summaryOf, wishOf } from "../text-answer.ts";
import { ownCaps, planText, withEngine } from "../translate-text.ts";

/** The engines: where each sends text, whether it is ready and allowed, and what a text would cost. */
export function engineRoutes(home: Home, aligner: () => Aligner): Hono {
  return new Hono().get("/", async (context) => {
    const { text, to } = context.req.query();
    const targets = wishOf(to).to ?? [];
    const weigh = async (status: EngineStatus): Promise<EngineItem> => {
      const isAsked = text !== undefined && targets.length > 0;
      if (!isAsked || !status.readiness.isReady || !status.isAllowed) return engineFacts(status);
      return {
        ...engineFacts(status),
        estimate: await estimateOf(status.name, { text, to: targets }, { home, aligner }),
      };
    };
    const engines = await Promise.all((await engineStatuses(home)).map(weigh));
    return context.json<EnginesAnswer>({ engines, caps: ownCaps(home) });
  });
}

interface Question {
  readonly text: string;
  readonly to: readonly LanguageTag[];
}

interface Means {
  readonly home: Home;
  readonly aligner: () => Aligner;
}

async function estimateOf(engine: string, { text, to }: Question, { home, aligner }: Means): Promise<EstimateItem> {
  const library = home.library();
  const { id, title } = summaryOf(library, text);
  const article = library.article(id);
  if (article === undefined) throw notFound("text", id);
  const source = sourceSide(library, article);
  const means = { home, aligner: aligner() };
  return withEngine(engine, home, async (opened) => {
    const weigh = async (wanted: readonly LanguageTag[]): Promise<Omit<EstimateItem, "languages">> =>
      estimateItem(await planText({ source, to: wanted, engine: opened, name: title }, means).estimate());
    const languages = await Promise.all(to.map(async (tag) => ({ to: tag, ...(await weigh([tag])) })));
    return { ...(await weigh(to)), languages };
  });
}

function estimateItem(estimate: Estimate): Omit<EstimateItem, "languages"> {
  const { texts, characters, requests, fromAnswers, fromMemory, duplicates, emptyBefore, cost } = estimate;
  const price = cost === undefined ? {} : { cost };
  return { texts, characters, requests, fromAnswers, fromMemory, duplicates, emptyBefore, ...price };
}
