import type { ReactNode } from "react";
import { useText } from "../app/use-text.ts";
import type { Adding } from "./use-add.ts";

/** One text alone: go on to translate it, or keep it as it is. */
export function TranslateForm({ adding }: { adding: Adding }): ReactNode {
  const { t } = useText();
  return (
    <div className="choices">
      <p className="fine">{t("page.add.more")}</p>
      <div className="choice">
        <button type="button" className="primary" onClick={() => adding.putInLibrary(true)}>
          {t("page.add.translate")}
        </button>
        <p className="fine">{t("page.add.translateNote")}</p>
      </div>
      <div className="choice">
        <button type="button" onClick={() => adding.putInLibrary(false)}>
          {t("page.add.keepAlone")}
        </button>
      </div>
    </div>
  );
}
