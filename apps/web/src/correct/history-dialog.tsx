import { authorName } from "@stele/messages";
import type { ReactNode } from "react";
import { readHistory } from "../api/corrections.ts";
import { Dialog } from "../app/dialog.tsx";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import type { Correcting } from "./use-correcting.ts";

/** Every revision of the pair, the latest first, each to be restored. */
export function HistoryDialog({ correcting }: { correcting: Correcting }): ReactNode {
  const { t, language } = useText();
  const { bitext, corrector, open } = correcting;
  const id = bitext?.id ?? "";
  const history = useLoaded(`${id} ${bitext?.revision}`, () => readHistory(id));
  const restore = (revision: number): void => {
    void corrector.restore(id, revision, bitext?.revision ?? revision);
    open(undefined);
  };
  return (
    <Dialog title={t("page.correct.history")} onClose={() => open(undefined)}>
      {history.state === "failed" && <Notice failure={history.failure} onRetry={history.again} />}
      {history.state === "ready" && (
        <ol className="history">
          {history.value.toReversed().map(({ revision, author, saved }) => (
            <li key={revision}>
              <span>{t("page.correct.revision", { revision })}</span>
              <span className="fine">
                {authorName(author, t)} ·{" "}
                {new Date(saved).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" })}
              </span>
              {revision === bitext?.revision ? (
                <span className="fine">{t("page.correct.current")}</span>
              ) : (
                <button type="button" onClick={() => restore(revision)}>
                  {t("page.correct.restore")}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
