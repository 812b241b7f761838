import { glueOf } from "@stele/core";
import { engineName } from "@stele/messages";
import { type ReactNode, useState } from "react";
import { type Failure, toFailure } from "../api/failure.ts";
import type { Bitext } from "../api/nouns.ts";
import { type Engine, listEngines, suggest } from "../api/translation.ts";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import { addedIn } from "../reader/differences.ts";
import { Marked } from "../search/marked.tsx";
import { CapLine } from "../translate/cap-line.tsx";

/** What is translated anew. */
export interface SuggestionProps {
  readonly bitext: Bitext | undefined;
  readonly bead: number;
  /** What stands there now; differences are marked against it. */
  readonly current: string;
  readonly onUse: (text: string) => void;
}

/** Another engine's words for the source of the row; an engine is asked only when its button is pressed. */
export function Suggestion({ bitext, bead, current, onUse }: SuggestionProps): ReactNode {
  const { t } = useText();
  const engines = useLoaded("engines", (signal) => listEngines("", [], signal));
  const [found, setFound] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const language = bitext?.target.article.language ?? "en";
  const ask = (engine: Engine): void => {
    setFailure(undefined);
    suggest(bitext?.id ?? "", bead, engine.name).then(
      (sentences) => setFound(sentences.join(glueOf(language))),
      (error: unknown) => setFailure(toFailure(error)),
    );
  };
  const ready =
    engines.state === "ready" ? engines.value.engines.filter((engine) => engine.isReady && engine.isAllowed) : [];
  if (ready.length === 0 || bitext === undefined) return null;
  return (
    <section className="suggestion" aria-label={t("page.correct.suggest")}>
      <p className="fine">{t("page.correct.suggest")}</p>
      {ready.map((engine) => (
        <button type="button" key={engine.name} onClick={() => ask(engine)}>
          {engineName(engine, t)}
          <span className="fine">{engine.sendsTextTo ?? t("page.translate.stays")}</span>
        </button>
      ))}
      {engines.state === "ready" && <CapLine caps={engines.value.caps} />}
      {failure !== undefined && <Notice failure={failure} />}
      {found !== undefined && (
        <div role="status">
          <p className="suggested">
            <Marked text={found} spans={addedIn(found, current, language)} language={language} />
          </p>
          <button type="button" onClick={() => onUse(found)}>
            {t("page.correct.useSuggestion")}
          </button>
        </div>
      )}
    </section>
  );
}
