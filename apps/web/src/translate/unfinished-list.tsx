import { engineName } from "@stele/messages";
import type { ReactNode } from "react";
import { Progress } from "../add/progress.tsx";
import { listUnfinished, type Unfinished } from "../api/translation.ts";
import { ENDONYMS } from "../app/languages.ts";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import { useTranslation } from "./use-translation.ts";

/** Whose translations are listed. */
export interface UnfinishedListProps {
  /** Default: every text's. */
  readonly textId?: string;
  readonly onDone: () => void;
}

/** Translations that ended before their end, each of which goes on with one click. */
export default function UnfinishedList({ textId, onDone }: UnfinishedListProps): ReactNode {
  const runs = useLoaded("unfinished", listUnfinished);
  if (runs.state !== "ready") return null;
  const shown = runs.value.filter(({ text }) => textId === undefined || text === textId);
  if (shown.length === 0) return null;
  const done = (): void => {
    runs.again();
    onDone();
  };
  return (
    <ul className="unfinished">
      {shown.map((run) => (
        <UnfinishedItem key={`${run.text} ${run.to}`} run={run} onDone={done} onStop={runs.again} />
      ))}
    </ul>
  );
}

function UnfinishedItem(props: { run: Unfinished; onDone: () => void; onStop: () => void }): ReactNode {
  const { run, onDone, onStop } = props;
  const { t } = useText();
  const { share, failure, start, cancel } = useTranslation(onDone, onStop);
  const { title, answered, texts } = run;
  const values = { title, language: ENDONYMS[run.to], answered, texts };
  return (
    <li>
      <p>
        {t("page.translate.unfinished", { ...values, engine: engineName({ name: run.engine, label: run.engine }, t) })}
      </p>
      {failure !== undefined && <Notice failure={failure} />}
      {share === undefined ? (
        <button
          type="button"
          className="primary"
          onClick={() => start({ text: run.text, to: [run.to], engine: run.engine })}
        >
          {t("page.translate.resume")}
        </button>
      ) : (
        <Progress share={share} onCancel={cancel} />
      )}
    </li>
  );
}
