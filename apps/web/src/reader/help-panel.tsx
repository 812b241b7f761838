import type { ReactNode } from "react";
import { Dialog } from "../app/dialog.tsx";
import { useText } from "../app/use-text.ts";
import { capOf, KEYMAP } from "./keymap.ts";

/** Every key of the reader. */
export default function HelpPanel({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useText();
  return (
    <Dialog title={t("page.keys.title")} onClose={onClose}>
      <dl className="keys">
        {KEYMAP.map(({ command, keys }) => (
          <div key={command}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{capOf(key)}</kbd>
              ))}
            </dt>
            <dd>{t(`page.keys.${command}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
