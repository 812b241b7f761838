import type { ReactNode } from "react";
import { useText } from "../app/use-text.ts";
import type { Adding } from "./use-add.ts";

/** One text alone: keep it as it is. */
export function TranslateForm({ adding }: { adding: Adding }): ReactNode {
  const { t } = useText();
  return (
    <div className="choices">
      <p className="fine">{t("page.add.more")}</p>
      <div className="choice">
        <button type="button" onClick={adding.putInLibrary}>
          {t("page.add.keepAlone")}
        </button>
      </div>
    </div>
  );
}
