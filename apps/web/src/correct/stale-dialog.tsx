import { sentenceLine } from "@stele/core";
import { authorName } from "@stele/messages";
import type { ReactNode } from "react";
import type { Bitext, SideName } from "../api/nouns.ts";
import { Dialog } from "../app/dialog.tsx";
import { useText } from "../app/use-text.ts";
import type { Corrector, CorrectorState } from "./corrector.ts";
import { firstDifference } from "./first-difference.ts";

/** What was refused and who decides. */
export interface StaleDialogProps {
  readonly stale: NonNullable<CorrectorState["stale"]>;
  readonly corrector: Corrector;
  readonly onReload: () => void;
}

/** Somebody else was faster: both versions, and the choice between them. */
export function StaleDialog({ stale, corrector, onReload }: StaleDialogProps): ReactNode {
  const { t } = useText();
  const { refused, stored, change } = stale;
  const place = firstDifference(refused, stored);
  const drop = (): void => {
    corrector.dismiss();
    onReload();
  };
  const insist = (): void => {
    corrector.dismiss();
    void corrector.save({ ...change, seen: stored.revision });
  };
  return (
    <Dialog title={t("page.correct.staleTitle")} onClose={drop} isWide>
      <p>{t("page.correct.staleText", { revision: stored.revision, author: authorName(stored.author, t) })}</p>
      <div className="versions">
        <Version title={t("page.correct.theirs")} bitext={stored} bead={place} />
        <Version title={t("page.correct.mine")} bitext={refused} bead={place} />
      </div>
      <div className="dialog-actions">
        <button type="button" className="primary" onClick={drop}>
          {t("page.correct.takeTheirs")}
        </button>
        <button type="button" onClick={insist}>
          {t("page.correct.insist")}
        </button>
      </div>
    </Dialog>
  );
}

function Version({ title, bitext, bead: index }: { title: string; bitext: Bitext; bead: number }): ReactNode {
  const bead = bitext.beads[index];
  const textOf = (side: SideName): string =>
    bitext[side].sentences
      .slice(...(bead?.[side] ?? [0, 0]))
      .map((sentence) => sentenceLine(bitext[side].article, sentence))
      .join(" ");
  return (
    <section className="version">
      <h3>{title}</h3>
      <p lang={bitext.source.article.language}>{textOf("source")}</p>
      <p lang={bitext.target.article.language}>{textOf("target")}</p>
    </section>
  );
}
