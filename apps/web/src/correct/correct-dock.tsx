import type { ReactNode } from "react";
import { Notice } from "../app/notice.tsx";
import { useText } from "../app/use-text.ts";
import { capOf } from "../reader/keymap.ts";
import { CORRECT_KEYMAP } from "./correct-keymap.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { HistoryDialog } from "./history-dialog.tsx";
import { StaleDialog } from "./stale-dialog.tsx";
import { type Correcting, type DockProps, useCorrecting } from "./use-correcting.ts";

/** The correction mode's bar at the lower edge, with its dialogs. */
export default function CorrectDock(props: DockProps): ReactNode {
  const { t } = useText();
  const { reading, session, lamp, onReload } = props;
  const correcting = useCorrecting(props);
  const { now, corrector, dialog, open } = correcting;
  return (
    <section className="dock-part correct" aria-label={t("page.correct.title")}>
      {now.failure !== undefined && <Notice failure={now.failure} onRetry={corrector.dismiss} />}
      <div className="correct-bar">
        <PairChoice {...props} correcting={correcting} />
        <Actions correcting={correcting} />
        <div className="group">
          <button type="button" disabled={now.undo.length === 0} onClick={() => correcting.run("undo")}>
            {t("page.correct.undo")}
          </button>
          <button type="button" disabled={now.redo.length === 0} onClick={() => correcting.run("redo")}>
            {t("page.correct.redo")}
          </button>
          <button type="button" onClick={() => open("history")}>
            {t("page.correct.history")}
          </button>
          <button type="button" onClick={() => session.setCorrecting(false)}>
            {t("page.correct.leave")}
            <span className="cap" aria-hidden="true">
              {capOf("Escape")}
            </span>
          </button>
        </div>
        <p className="correct-status" role="status">
          {correcting.anchor === undefined ? t(`page.correct.${now.status}`) : t("page.correct.anchored")}
        </p>
      </div>
      {dialog === "edit" && <EditDialog reading={reading} lamp={lamp} correcting={correcting} />}
      {dialog === "history" && <HistoryDialog correcting={correcting} />}
      {now.stale !== undefined && <StaleDialog stale={now.stale} corrector={corrector} onReload={onReload} />}
    </section>
  );
}

function Actions({ correcting }: { correcting: Correcting }): ReactNode {
  const { t } = useText();
  return (
    <div className="group">
      {CORRECT_KEYMAP.map(({ command, keys }) => (
        <button
          type="button"
          key={command}
          disabled={correcting.spot === undefined}
          onClick={() => correcting.run(command)}
        >
          {t(`page.correct.${command}`)}
          <span className="cap" aria-hidden="true">
            {capOf(keys[0] ?? "")}
          </span>
        </button>
      ))}
    </div>
  );
}

/** With three languages a correction on the first side needs to know which pair it is about. */
function PairChoice({ reading, correcting }: DockProps & { correcting: Correcting }): ReactNode {
  const { t } = useText();
  const pairs = reading.pairSides
    .map(([source, target], index) => ({ source, target, index }))
    .filter(({ source }) => source === 0);
  if (pairs.length < 2) return null;
  const languageOf = (side: number) => reading.polytext.sides[side]?.article.language ?? "en";
  return (
    <select
      aria-label={t("page.correct.pair")}
      value={correcting.spot?.pair ?? correcting.chosen}
      onChange={(event) => correcting.choose(Number(event.target.value))}
    >
      {pairs.map(({ source, target, index }) => (
        <option key={index} value={index}>
          {t(`page.language.${languageOf(source)}`)} – {t(`page.language.${languageOf(target)}`)}
        </option>
      ))}
    </select>
  );
}
