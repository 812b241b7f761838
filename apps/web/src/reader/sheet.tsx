import type { ReactNode } from "react";
import { ENDONYMS } from "../app/languages.ts";
import { useText } from "../app/use-text.ts";
import type { Lit } from "./counterparts.ts";
import { type Lamp, usePinned } from "./lamp.ts";
import { type Reading, readSentence } from "./reading.ts";

/** On a narrow window: what the other languages say of the lit sentence, in a sheet at the lower edge. */
export function Sheet(props: { reading: Reading; lamp: Lamp; columns: readonly number[] }): ReactNode {
  const { reading, lamp, columns } = props;
  const { t } = useText();
  // Not what a mouse passes over: the sheet would grow under it and take the click.
  const lit = usePinned(lamp);
  const others = columns.slice(1);
  return (
    <aside className="sheet" aria-label={t("page.reader.counterparts")} aria-live="polite">
      {lit === undefined ? (
        <p className="sheet-hint">{t("page.reader.tapHint")}</p>
      ) : (
        <>
          <button
            type="button"
            className="sheet-close"
            onClick={() => lamp.pin(undefined)}
            aria-label={t("page.close")}
          >
            ×
          </button>
          {others.map((side) => (
            <SheetSide key={side} reading={reading} lit={lit} side={side} />
          ))}
        </>
      )}
    </aside>
  );
}

function SheetSide({ reading, lit, side }: { reading: Reading; lit: Lit; side: number }): ReactNode {
  const { t } = useText();
  const tag = reading.polytext.sides[side]?.article.language ?? "en";
  const [from, to] = lit.ranges[side] ?? [0, 0];
  const texts = Array.from(
    { length: to - from },
    (_, at) => readSentence(reading, { side, sentence: from + at })?.text,
  );
  return (
    <div className="sheet-side">
      <p className="sheet-name" lang={tag}>
        {ENDONYMS[tag]}
      </p>
      {texts.length === 0 ? (
        <p className="sheet-gap">{t("page.reader.gap")}</p>
      ) : (
        <p className="run" lang={tag}>
          {texts.join(tag.startsWith("zh") ? "" : " ")}
        </p>
      )}
    </div>
  );
}
