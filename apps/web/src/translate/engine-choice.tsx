import { engineName, readinessText } from "@stele/messages";
import { type ReactNode, useId } from "react";
import type { Engine, Estimate } from "../api/translation.ts";
import { ENDONYMS } from "../app/languages.ts";
import { useText } from "../app/use-text.ts";

/** What can be chosen. */
export interface EngineChoiceProps {
  readonly engines: readonly Engine[];
  readonly chosen: string | undefined;
  readonly onChoose: (name: string) => void;
}

/** The engines, none chosen beforehand: where each sends the text and what it costs stands beside its name. */
export function EngineChoice({ engines, chosen, onChoose }: EngineChoiceProps): ReactNode {
  const { t } = useText();
  const name = useId();
  return (
    <fieldset className="engines">
      <legend>{t("page.translate.engine")}</legend>
      {engines.map((engine) => (
        <label key={engine.name} className="engine" data-ready={engine.isReady && engine.isAllowed}>
          <input
            type="radio"
            name={name}
            disabled={!(engine.isReady && engine.isAllowed)}
            checked={engine.name === chosen}
            onChange={() => onChoose(engine.name)}
          />
          <span className="engine-name">{engineName(engine, t)}</span>
          <span className="fine">
            {engine.sendsTextTo === null
              ? t("page.translate.stays")
              : t("page.translate.sendsTo", { host: engine.sendsTextTo })}
          </span>
          <Price engine={engine} />
        </label>
      ))}
    </fieldset>
  );
}

function Price({ engine }: { engine: Engine }): ReactNode {
  const { t } = useText();
  if (!engine.isAllowed) return <span className="fine">{t("page.translate.notAllowed")}</span>;
  if (!engine.isReady) return <span className="fine">{readinessText(engine, t)}</span>;
  const { estimate } = engine;
  return (
    <span className="fine">
      {!engine.isPaid && `${t("page.translate.free")} `}
      {estimate !== undefined && <Cost estimate={estimate} isPaid={engine.isPaid} />}
      {estimate !== undefined && estimate.emptyBefore > 0 && (
        <span className="shares">{t("page.translate.emptyBefore", { count: estimate.emptyBefore })}</span>
      )}
      {estimate?.languages !== undefined && estimate.languages.length > 1 && (
        <span className="shares">
          {estimate.languages.map((share) => (
            <span key={share.to}>
              <span lang={share.to}>{ENDONYMS[share.to]}</span>: <Cost estimate={share} isPaid={engine.isPaid} />
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

function Cost({ estimate, isPaid }: { estimate: Estimate; isPaid: boolean }): ReactNode {
  const { t, language } = useText();
  const { characters, cost } = estimate;
  const price = cost?.amount.toLocaleString(language, { style: "currency", currency: cost.currency });
  return (
    <>
      {t("page.translate.characters", { count: characters.toLocaleString(language) })}
      {isPaid && ` · ${price ?? t("page.translate.unknownPrice")}`}
    </>
  );
}
