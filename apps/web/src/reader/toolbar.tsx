import type { ReactNode } from "react";
import { ENDONYMS } from "../app/languages.ts";
import { changeSettings, LAYOUTS, settings } from "../app/settings.ts";
import { useStore } from "../app/store.ts";
import { useText } from "../app/use-text.ts";
import type { Reading } from "./reading.ts";
import { rivalName } from "./rival-name.ts";
import type { Session } from "./session.ts";
import type { Perform } from "./use-commands.ts";

/** What the toolbar works on. */
export interface ToolbarProps {
  readonly reading: Reading;
  readonly session: Session;
  readonly perform: Perform;
  readonly isCorrectable: boolean;
}

/** The reader's tools: languages, layout, size, doubtful places. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { t } = useText();
  const low = props.reading.lowRows.size;
  return (
    <div role="toolbar" aria-label={t("page.reader.tools")} className="toolbar">
      <SideChoice {...props} />
      <LayoutChoice />
      <SizeChoice perform={props.perform} />
      <div className="group">
        {low > 0 && (
          <button type="button" onClick={() => props.perform("nextLow")}>
            {t("page.reader.nextLow", { count: low })}
          </button>
        )}
        {props.isCorrectable && (
          <button type="button" aria-pressed={props.session.view.isCorrecting} onClick={() => props.perform("correct")}>
            {t("page.correct.title")}
          </button>
        )}
        {props.isCorrectable && (
          <button type="button" onClick={() => props.perform("translate")}>
            {t("page.translate.title")}
          </button>
        )}
        {(["map", "export", "aids"] as const).map((command) => (
          <button type="button" key={command} onClick={() => props.perform(command)}>
            {t(`page.${command}.title`)}
          </button>
        ))}
        <button type="button" onClick={() => props.perform("help")} aria-label={t("page.keys.title")}>
          ?
        </button>
      </div>
    </div>
  );
}

function SideChoice({ reading, session }: ToolbarProps): ReactNode {
  const { t } = useText();
  return (
    <fieldset className="group">
      <legend className="aside">{t("page.reader.sides")}</legend>
      {reading.polytext.sides.map((side, index) => (
        <button
          type="button"
          key={side.article.id}
          lang={side.article.language}
          title={rivalName(reading.polytext, index)}
          aria-pressed={session.columns.includes(index)}
          onClick={() => session.toggleSide(index)}
        >
          {ENDONYMS[side.article.language]}
        </button>
      ))}
      <button type="button" onClick={session.flip} title={t("page.keys.flip")} aria-label={t("page.keys.flip")}>
        ⇄
      </button>
    </fieldset>
  );
}

function LayoutChoice(): ReactNode {
  const { t } = useText();
  const { layout } = useStore(settings);
  return (
    <fieldset className="group">
      <legend className="aside">{t("page.layout.label")}</legend>
      {LAYOUTS.map((name) => (
        <button
          type="button"
          key={name}
          aria-pressed={layout === name}
          onClick={() => changeSettings({ layout: name })}
        >
          {t(`page.layout.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}

function SizeChoice({ perform }: { perform: Perform }): ReactNode {
  const { t } = useText();
  const { width } = useStore(settings);
  return (
    <fieldset className="group">
      <legend className="aside">{t("page.reader.type")}</legend>
      <button type="button" className="small-a" onClick={() => perform("smaller")} aria-label={t("page.keys.smaller")}>
        A
      </button>
      <button type="button" className="big-a" onClick={() => perform("bigger")} aria-label={t("page.keys.bigger")}>
        A
      </button>
      <button
        type="button"
        onClick={() => changeSettings({ width: (width + 1) % 3 })}
        aria-label={t("page.reader.width")}
        title={t("page.reader.width")}
      >
        ↔
      </button>
    </fieldset>
  );
}
