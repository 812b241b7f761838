import { type ReactNode, useState } from "react";
import { listRemoved, restoreText } from "../api/texts.ts";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";

/** The texts that were deleted, asked for when the list is opened; each can be brought back at any time. */
export function RemovedTexts({ onChange }: { onChange: () => void }): ReactNode {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="removed" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("page.shelf.removedTexts")}</summary>
      {isOpen && <RemovedList onChange={onChange} />}
    </details>
  );
}

function RemovedList({ onChange }: { onChange: () => void }): ReactNode {
  const { t } = useText();
  const texts = useLoaded("removed", listRemoved);
  const restore = (id: string): void => {
    const after = (): void => {
      texts.again();
      onChange();
    };
    restoreText(id).then(after, after);
  };
  if (texts.state === "loading") return <p className="fine">{t("page.loading")}</p>;
  if (texts.state === "failed") return <Notice failure={texts.failure} onRetry={texts.again} />;
  if (texts.value.length === 0) return <p className="fine">{t("page.shelf.noRemoved")}</p>;
  return (
    <ul>
      {texts.value.map(({ id, title, languages }) => (
        <li key={id}>
          <span lang={languages[0]}>{title}</span>
          <button type="button" onClick={() => restore(id)}>
            {t("page.shelf.restore")}
            <span className="aside"> {title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
