import { type ReactNode, useState } from "react";
import { Progress } from "../add/progress.tsx";
import type { LanguageTag } from "../api/nouns.ts";
import { listEngines } from "../api/translation.ts";
import { Dialog } from "../app/dialog.tsx";
import { ENDONYMS, TEXT_LANGUAGES } from "../app/languages.ts";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import type { Reading } from "../reader/reading.ts";
import { CapLine } from "./cap-line.tsx";
import { Comparing } from "./comparing.tsx";
import { EngineChoice } from "./engine-choice.tsx";
import UnfinishedList from "./unfinished-list.tsx";
import { useTranslation } from "./use-translation.ts";

/** What is translated. */
export interface TranslatePanelProps {
  readonly reading: Reading;
  readonly textId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** More do not fit beside the source. */
const MOST_TARGETS = 2;

/** Choose languages and engine, see where the text would go and what it costs, watch it, call it off. */
export default function TranslatePanel({ reading, textId, onDone, onClose }: TranslatePanelProps): ReactNode {
  const { t } = useText();
  const languages = reading.polytext.sides.map(({ article }) => article.language);
  const offered = TEXT_LANGUAGES.filter((tag) => tag !== languages[0]);
  const [to, setTo] = useState<readonly LanguageTag[]>(() =>
    offered.filter((tag) => !languages.includes(tag)).slice(0, 1),
  );
  const [engine, setEngine] = useState<string>();
  const engines = useLoaded(`${textId} ${to.join()}`, (signal) => listEngines(textId, to, signal));
  const work = useTranslation(onDone, engines.again);
  const chosen = engines.state === "ready" ? engines.value.engines.find(({ name }) => name === engine) : undefined;
  const toggle = (tag: LanguageTag): void =>
    setTo(to.includes(tag) ? to.filter((other) => other !== tag) : [...to, tag].slice(-MOST_TARGETS));
  return (
    <Dialog title={t("page.translate.title")} onClose={onClose}>
      {work.share === undefined && <UnfinishedList textId={textId} onDone={onDone} />}
      <fieldset className="targets" disabled={work.share !== undefined}>
        <legend>{t("page.translate.to")}</legend>
        {offered.map((tag, index) => (
          <label key={tag}>
            <input
              type="checkbox"
              {...(index === 0 ? { "data-first": true } : {})}
              checked={to.includes(tag)}
              onChange={() => toggle(tag)}
            />
            <span lang={tag}>{ENDONYMS[tag]}</span>
          </label>
        ))}
      </fieldset>
      <Comparing textId={textId} />
      {engines.state === "loading" && <p className="fine">{t("page.loading")}</p>}
      {engines.state === "failed" && <Notice failure={engines.failure} onRetry={engines.again} />}
      {engines.state === "ready" && (
        <>
          <EngineChoice engines={engines.value.engines} chosen={engine} onChoose={setEngine} />
          <CapLine caps={engines.value.caps} estimate={chosen?.estimate} />
        </>
      )}
      {work.failure !== undefined && <Notice failure={work.failure} />}
      {work.share === undefined ? (
        <div className="dialog-actions">
          <button
            type="button"
            className="primary"
            disabled={chosen === undefined || to.length === 0}
            onClick={() => work.start({ text: textId, to, engine: engine ?? "" })}
          >
            {t(work.wasStopped ? "page.translate.resume" : "page.translate.start")}
          </button>
          <p className="fine">{t("page.translate.kept")}</p>
        </div>
      ) : (
        <Progress share={work.share} onCancel={work.cancel} />
      )}
    </Dialog>
  );
}
