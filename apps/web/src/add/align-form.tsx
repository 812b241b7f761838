import type { ReactNode } from "react";
import { useText } from "../app/use-text.ts";
import { alignObstacle } from "./draft.ts";
import type { Adding } from "./use-add.ts";

/** Two or three texts: align them here, or keep them in the library. */
export function AlignForm({ adding }: { adding: Adding }): ReactNode {
  const { t } = useText();
  const obstacle = alignObstacle(adding.drafts);
  return (
    <div className="choices">
      {obstacle !== undefined && <p className="notice">{t(`page.add.obstacle.${obstacle}`)}</p>}
      <div className="choice">
        <button
          type="button"
          className="primary"
          disabled={obstacle !== undefined}
          onClick={() => adding.putInLibrary(false)}
        >
          {t("page.add.keep")}
        </button>
        <p className="fine">{t("page.add.keepNote")}</p>
      </div>
      <div className="choice">
        <button type="button" disabled={obstacle !== undefined} onClick={adding.alignInTab}>
          {t("page.add.alignHere")}
        </button>
        <p className="fine">{t("page.add.alignHereNote")}</p>
      </div>
    </div>
  );
}
