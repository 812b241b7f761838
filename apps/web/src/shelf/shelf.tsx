import type { ReactNode } from "react";
import { listTexts, removeText, restoreText, type TextSummary } from "../api/texts.ts";
import { ENDONYMS } from "../app/languages.ts";
import { late } from "../app/late.tsx";
import { Notice } from "../app/notice.tsx";
import { hrefOf } from "../app/route.ts";
import { toast } from "../app/toast.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import { lastBookmark } from "../reader/bookmark.ts";
import { RemovedTexts } from "./removed-texts.tsx";

const Unfinished = late(() => import("../translate/unfinished-list.tsx"));

/** The library's texts. */
export function Shelf(): ReactNode {
  const { t } = useText();
  const texts = useLoaded("texts", listTexts);
  return (
    <section className="page shelf" aria-labelledby="shelf-title">
      <h1 id="shelf-title">{t("page.shelf.title")}</h1>
      {texts.state === "ready" && <Resume texts={texts.value} />}
      {texts.state === "ready" && texts.value.length > 0 && <Unfinished onDone={texts.again} />}
      {texts.state === "loading" && <p className="waiting">{t("page.loading")}</p>}
      {texts.state === "failed" && <Notice failure={texts.failure} onRetry={texts.again} />}
      {texts.state === "ready" && texts.value.length === 0 && <EmptyShelf />}
      {texts.state === "ready" && texts.value.length > 0 && (
        <ul className="texts">
          {texts.value.map((text) => (
            <TextItem key={text.id} text={text} onChange={texts.again} />
          ))}
        </ul>
      )}
      {texts.state === "ready" && <RemovedTexts onChange={texts.again} />}
    </section>
  );
}

/** The way back to where one stopped, as long as the text is still there. */
function Resume({ texts }: { texts: readonly TextSummary[] }): ReactNode {
  const { t } = useText();
  const last = lastBookmark();
  const text = texts.find(({ id }) => id === last?.id);
  if (last === undefined || text === undefined || last.row === 0) return null;
  return (
    <a className="resume" href={hrefOf({ room: "text", id: last.id })}>
      <span className="resume-title">{t("page.shelf.resume")}</span>
      <span lang={text.languages[0]}>{text.title}</span>
      <span className="resume-place">{t("page.shelf.resumeAt", { row: last.row + 1, rows: last.rows })}</span>
    </a>
  );
}

function EmptyShelf(): ReactNode {
  const { t } = useText();
  return (
    <div className="empty">
      <p>{t("page.shelf.empty")}</p>
      <p>{t("page.shelf.emptyHint")}</p>
      <p>
        <a className="button primary" href={hrefOf({ room: "add" })}>
          {t("page.nav.add")}
        </a>
      </p>
    </div>
  );
}

function TextItem({ text, onChange }: { text: TextSummary; onChange: () => void }): ReactNode {
  const { t, language } = useText();
  const remove = (): void => {
    const undo = { name: t("page.shelf.undo"), run: () => void restoreText(text.id).then(onChange, onChange) };
    removeText(text.id).then(
      () => {
        onChange();
        toast(t("page.shelf.removed"), undo);
      },
      () => toast(t("page.failure.offline")),
    );
  };
  const [first] = text.languages;
  return (
    <li className="text-item">
      <a href={hrefOf({ room: "text", id: text.id })} lang={first} className="text-title">
        {text.title === "" ? t("page.shelf.untitled") : text.title}
      </a>
      <p className="text-facts">
        {text.languages.map((tag) => (
          <span key={tag} lang={tag} className="tag">
            {ENDONYMS[tag]}
          </span>
        ))}
        {text.sentences !== undefined && <span>{t("page.shelf.sentences", { count: text.sentences })}</span>}
        {text.updated !== undefined && (
          <time dateTime={text.updated}>
            {new Date(text.updated).toLocaleDateString(language, { dateStyle: "medium" })}
          </time>
        )}
        <button type="button" className="quiet text-remove" onClick={remove}>
          {t("page.shelf.remove")}
          <span className="aside"> {text.title}</span>
        </button>
      </p>
    </li>
  );
}
