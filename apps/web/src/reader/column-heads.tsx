import type { ReactNode } from "react";
import { ENDONYMS } from "../app/languages.ts";
import { useText } from "../app/use-text.ts";
import { provenanceKey } from "./provenance-key.ts";
import type { Reading } from "./reading.ts";
import { rivalName } from "./rival-name.ts";
import type { Session } from "./session.ts";

/** The head of each column: its language, where the text came from, and the cover for self-testing. */
export function ColumnHeads({ reading, session }: { reading: Reading; session: Session }): ReactNode {
  return (
    <thead className="heads">
      <tr className="row">
        {session.view.columns.map((side) => (
          <ColumnHead key={side} side={side} reading={reading} session={session} />
        ))}
      </tr>
    </thead>
  );
}

function ColumnHead({ side, reading, session }: { side: number; reading: Reading; session: Session }): ReactNode {
  const { t } = useText();
  const shown = reading.polytext.sides[side];
  if (shown === undefined) return null;
  const tag = shown.article.language;
  const isCovered = session.view.covered.has(side);
  return (
    <th scope="col" className="head">
      <span className="head-name" lang={tag}>
        {ENDONYMS[tag]}
      </span>
      <span className="head-origin">{rivalName(reading.polytext, side) ?? t(provenanceKey(shown.provenance))}</span>
      <button
        type="button"
        className="head-cover"
        aria-pressed={isCovered}
        onClick={() => session.toggleCover(side)}
        aria-label={t("page.reader.coverSide", { language: t(`page.language.${tag}`) })}
      >
        {isCovered ? t("page.reader.uncover") : t("page.reader.cover")}
      </button>
    </th>
  );
}
