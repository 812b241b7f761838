import type { ReactNode } from "react";
import { Dialog } from "../app/dialog.tsx";
import { useText } from "../app/use-text.ts";
import { CORRECT_KEYMAP } from "../correct/correct-keymap.ts";
import { capOf, KEYMAP } from "./keymap.ts";

/** Every key of the reader. */
export default function HelpPanel({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useText();
  return (
    <Dialog title={t("page.keys.title")} onClose={onClose} isWide>
      <dl className="keys">
        {KEYMAP.map(({ command, keys }) => (
          <KeyItem key={command} keys={keys} what={t(`page.keys.${command}`)} />
        ))}
      </dl>
      <h3>{t("page.correctKeys.title")}</h3>
      <dl className="keys">
        {CORRECT_KEYMAP.map(({ command, keys }) => (
          <KeyItem key={command} keys={keys} what={t(`page.correctKeys.${command}`)} />
        ))}
        <KeyItem keys={["Ctrl Z"]} what={t("page.correctKeys.undo")} />
        <KeyItem keys={["Ctrl Y"]} what={t("page.correctKeys.redo")} />
        <KeyItem keys={["Escape"]} what={t("page.correctKeys.leave")} />
      </dl>
    </Dialog>
  );
}

function KeyItem({ keys, what }: { keys: readonly string[]; what: string }): ReactNode {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{capOf(key)}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  );
}
