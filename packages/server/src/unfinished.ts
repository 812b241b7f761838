import type { Library, Run, TextSummary } from "@stele/core/node";
import type { UnfinishedRun } from "./api-types.ts";

/** As far back as runs are looked at. */
const MOST_RUNS = 500;

/**
 * Translations of texts of the library whose last run ended before its end, and whose language the text still lacks.
 * A run that was called off or failed counts where something was answered; one whose process is gone always does.
 */
export function unfinishedRuns(library: Library): readonly UnfinishedRun[] {
  const texts = library.texts();
  const last = new Map<string, Run>();
  for (const run of library.runs.list(MOST_RUNS)) {
    const key = JSON.stringify([run.input, run.source, run.target]);
    if (!last.has(key)) last.set(key, run);
  }
  return [...last.values()].filter(isUnfinished).flatMap((run) => {
    const text = texts.find((one) => isOf(run, one));
    return text === undefined ? [] : [itemOf(run, text)];
  });
}

function isUnfinished({ state, answered }: Run): boolean {
  return state === "interrupted" || ((state === "cancelled" || state === "failed") && answered > 0);
}

/** Runs know a text by its title. */
function isOf({ input, source, target }: Run, { title, languages }: TextSummary): boolean {
  return title === input && languages[0] === source && !languages.includes(target);
}

function itemOf({ target, engine, answered, texts }: Run, { id, title }: TextSummary): UnfinishedRun {
  return { text: id, title, to: target, engine, answered, texts };
}
