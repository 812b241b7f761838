import type { ReactNode } from "react";
import type { LanguageTag } from "../api/nouns.ts";
import { ENDONYMS, TEXT_LANGUAGES } from "../app/languages.ts";
import { useText } from "../app/use-text.ts";
import type { Draft } from "./draft.ts";

/** What the list can change. */
export interface DraftListProps {
  readonly drafts: readonly Draft[];
  readonly onLanguage: (key: number, language: LanguageTag | "auto") => void;
  readonly onRemove: (key: number) => void;
}

/** The texts that wait, each with its language to correct; the first is the source. */
export function DraftList({ drafts, onLanguage, onRemove }: DraftListProps): ReactNode {
  const { t } = useText();
  return (
    <ol className="drafts">
      {drafts.map((draft, index) => (
        <li key={draft.key} className="draft">
          <div className="draft-head">
            <span className="draft-name">{draft.name}</span>
            <span className="fine">{t(index === 0 ? "page.add.source" : "page.add.translation")}</span>
            <LanguageSelect draft={draft} onLanguage={onLanguage} />
            <button
              type="button"
              className="quiet"
              onClick={() => onRemove(draft.key)}
              aria-label={t("page.add.remove", { name: draft.name })}
            >
              ×
            </button>
          </div>
          <p className="draft-opening" lang={draft.language === "auto" ? undefined : draft.language}>
            {draft.opening}
          </p>
        </li>
      ))}
    </ol>
  );
}

function LanguageSelect({ draft, onLanguage }: Pick<DraftListProps, "onLanguage"> & { draft: Draft }): ReactNode {
  const { t } = useText();
  return (
    <select
      aria-label={t("page.add.languageOf", { name: draft.name })}
      value={draft.language}
      onChange={(event) => onLanguage(draft.key, TEXT_LANGUAGES.find((tag) => tag === event.target.value) ?? "auto")}
    >
      <option value="auto">{t("page.add.auto")}</option>
      {TEXT_LANGUAGES.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {ENDONYMS[tag]}
        </option>
      ))}
    </select>
  );
}
