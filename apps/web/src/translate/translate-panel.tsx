import { type ReactNode, useEffect, useRef, useState } from "react";
import { Progress } from "../add/progress.tsx";
import { type Failure, toFailure } from "../api/failure.ts";
import type { LanguageTag } from "../api/nouns.ts";
import { listEngines, translateText } from "../api/translation.ts";
import { Dialog } from "../app/dialog.tsx";
import { ENDONYMS, TEXT_LANGUAGES } from "../app/languages.ts";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import type { Reading } from "../reader/reading.ts";
import { Comparing } from "./comparing.tsx";
import { EngineChoice } from "./engine-choice.tsx";

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
  const chosen = engines.state === "ready" ? engines.value.find(({ name }) => name === engine) : undefined;
  const toggle = (tag: LanguageTag): void =>
    setTo(to.includes(tag) ? to.filter((other) => other !== tag) : [...to, tag].slice(-MOST_TARGETS));
  return (
    <Dialog title={t("page.translate.title")} onClose={onClose}>
      <fieldset className="targets" disabled={work.share !== undefined}>
        <legend>{t("page.translate.to")}</legend>
        {offered.map((tag) => (
          <label key={tag}>
            <input type="checkbox" checked={to.includes(tag)} onChange={() => toggle(tag)} />
            <span lang={tag}>{ENDONYMS[tag]}</span>
          </label>
        ))}
      </fieldset>
      <Comparing textId={textId} />
      {engines.state === "loading" && <p className="fine">{t("page.loading")}</p>}
      {engines.state === "failed" && <Notice failure={engines.failure} onRetry={engines.again} />}
      {engines.state === "ready" && <EngineChoice engines={engines.value} chosen={engine} onChoose={setEngine} />}
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

interface Translating {
  /** From 0 to 1 while it runs. */
  readonly share: number | undefined;
  readonly failure: Failure | undefined;
  /** It failed or was called off: what was answered by then is kept. */
  readonly wasStopped: boolean;
  start(order: Parameters<typeof translateText>[0]): void;
  cancel(): void;
}

/** `onStop`: what was answered by then costs nothing any more, so the estimate is made anew. */
function useTranslation(onDone: () => void, onStop: () => void): Translating {
  const [share, setShare] = useState<number>();
  const [stop, setStop] = useState<Failure>();
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const start: Translating["start"] = (order) => {
    const own = new AbortController();
    controller.current = own;
    const { signal } = own;
    setStop(undefined);
    setShare(0);
    translateText(order, { signal, onProgress: setShare })
      .then(onDone, (error: unknown) => {
        setStop(toFailure(error));
        onStop();
      })
      .finally(() => setShare(undefined));
  };
  const failure = stop?.code === "cancelled" ? undefined : stop;
  return { share, failure, wasStopped: stop !== undefined, start, cancel: () => controller.current?.abort() };
}
