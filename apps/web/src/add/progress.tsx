import type { ReactNode } from "react";
import { useText } from "../app/use-text.ts";

/** How far the work is, and the way out of it. `share` is from 0 to 1; undefined where it is not known. */
export function Progress({ share, onCancel }: { share: number | undefined; onCancel: () => void }): ReactNode {
  const { t } = useText();
  return (
    <div className="progress">
      <progress aria-label={t("page.add.progress")} {...(share === undefined ? {} : { value: share, max: 1 })} />
      <button type="button" onClick={onCancel}>
        {t("page.add.cancel")}
      </button>
    </div>
  );
}
