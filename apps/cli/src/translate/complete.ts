import type { LanguageTag, Polytext } from "@stele/core";
import type { ReadFile } from "@stele/core/node";
import { checkRows } from "../languages.ts";
import type { Session } from "../session.ts";
import type { Limits } from "./agree.ts";
import { heldReport, report, saySpent } from "./report.ts";
import { weighAndRun } from "./weigh-and-run.ts";

/** A text, the translations at hand and the languages wanted. */
export interface Incomplete {
  readonly source: ReadFile;
  readonly translations: readonly ReadFile[];
  readonly to: readonly LanguageTag[];
  /** The engine for what is missing; without it one that is free and ready. */
  readonly engine?: string;
  readonly limits: Limits;
}

/** Brings a text and its translations into rows; what is wanted and not at hand is translated. */
export async function completeParallel(wanted: Incomplete, session: Session): Promise<Polytext> {
  const { parallel, sideOf } = await session.core();
  const { source, translations, to } = wanted;
  const given = translations.map((translation) => sideOf(translation).article.language);
  const missing = to.filter((language) => !given.includes(language));
  await checkRows([...given, ...missing], session);
  const made = missing.length === 0 ? [] : await translateMissing(wanted, missing, session);
  return parallel(source, {
    to,
    translations,
    signal: session.io.signal,
    translate: async (_, language) => {
      const bitext = made.find(({ target }) => target.article.language === language);
      if (bitext === undefined) throw new TypeError(`no translation into ${language} was made`);
      return bitext;
    },
  });
}

async function translateMissing(
  { source, engine: name, limits }: Incomplete,
  to: readonly LanguageTag[],
  session: Session,
) {
  const { chooseEngine, planTranslation, sideOf } = await session.core();
  const home = await session.home();
  const side = sideOf(source);
  const engine = await chooseEngine(name, { from: side.article.language, to }, home);
  const sourceMarks = source.marks ?? [];
  const planned = planTranslation({ source: side, sourceMarks, to, engine, name: source.name }, home);
  const { bitexts, counts } = await weighAndRun({ planned, engine, limits, run: planned.run }, session);
  await saySpent(counts, session);
  await report(bitexts.map(heldReport), false, session);
  return bitexts;
}
