import type { ReactNode } from "react";
import { readMatches } from "../api/corrections.ts";
import type { Bitext } from "../api/nouns.ts";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";

/** What is looked for in the memory. */
export interface MatchesProps {
  readonly bitext: Bitext;
  readonly bead: number;
  readonly onUse: (text: string) => void;
}

/** How the memory has texts like the row's source translated; nothing where it has none. */
export function Matches({ bitext, bead, onUse }: MatchesProps): ReactNode {
  const { t, language } = useText();
  const matches = useLoaded(`${bitext.id} ${bead}`, () => readMatches(bitext.id, bead));
  if (matches.state !== "ready" || matches.value.length === 0) return null;
  return (
    <section className="suggestion" aria-label={t("page.correct.matches")}>
      <p className="fine">{t("page.correct.matches")}</p>
      {matches.value.map(({ source, target, score }) => (
        <div key={`${source} ${target}`}>
          <p className="fine">
            {score.toLocaleString(language, { style: "percent" })} ·{" "}
            <span lang={bitext.source.article.language}>{source}</span>
          </p>
          <p className="suggested" lang={bitext.target.article.language}>
            {target}
          </p>
          <button type="button" onClick={() => onUse(target)}>
            {t("page.correct.useSuggestion")}
          </button>
        </div>
      ))}
    </section>
  );
}
