import type { ReactNode } from "react";
import { Dialog } from "../app/dialog.tsx";
import { AIDS, type Aid, changeSettings, settings } from "../app/settings.ts";
import { useStore } from "../app/store.ts";
import { useText } from "../app/use-text.ts";
import type { Reading } from "../reader/reading.ts";
import { languageOfAid } from "./aid-language.ts";

/** Switches for what helps reading; each is remembered. */
export default function AidsPanel({ reading, onClose }: { reading: Reading; onClose: () => void }): ReactNode {
  const { t } = useText();
  const { aids, words, studied } = useStore(settings);
  const languages = reading.polytext.sides.map(({ article }) => article.language);
  const offered = AIDS.filter((aid) => languages.some((tag) => tag.startsWith(languageOfAid(aid))));
  const toggle = (aid: Aid): void => {
    changeSettings({ aids: aids.includes(aid) ? aids.filter((other) => other !== aid) : [...aids, aid] });
  };
  return (
    <Dialog title={t("page.aids.title")} onClose={onClose}>
      <ul className="switches">
        <li>
          <label>
            <input type="checkbox" data-first checked={words} onChange={() => changeSettings({ words: !words })} />
            <span>{t("page.aids.words")}</span>
          </label>
        </li>
        <li>
          <label>
            <input type="checkbox" checked={studied} onChange={() => changeSettings({ studied: !studied })} />
            <span>{t("page.aids.studied")}</span>
          </label>
        </li>
        {offered.map((aid) => (
          <li key={aid}>
            <label>
              <input type="checkbox" checked={aids.includes(aid)} onChange={() => toggle(aid)} />
              <span>{t(`page.aids.${aid}`)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
