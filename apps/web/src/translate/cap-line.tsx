import type { ReactNode } from "react";
import type { Caps, Estimate } from "../api/translation.ts";
import { useText } from "../app/use-text.ts";

/** What one run may send at most, and what happens above it; aloud where the estimate is above it. */
export function CapLine({ caps, estimate }: { caps: Caps | undefined; estimate?: Estimate | undefined }): ReactNode {
  const { t, language } = useText();
  if (caps === undefined) return null;
  const count = caps.maxCharacters.toLocaleString(language);
  const currency = estimate?.cost?.currency;
  const money = (amount: number): string =>
    amount.toLocaleString(language, currency === undefined ? {} : { style: "currency", currency });
  const isAbove = estimate !== undefined && passes(estimate, caps);
  return (
    <div className="cap-line">
      <p className="fine">
        {caps.maxCost === undefined
          ? t("page.translate.cap", { count })
          : t("page.translate.capCost", { count, cost: money(caps.maxCost) })}
      </p>
      {isAbove && <p role="status">{t("page.translate.aboveCap")}</p>}
    </div>
  );
}

function passes(
  { characters, cost }: Pick<Estimate, "characters" | "cost">,
  { maxCharacters, maxCost }: Caps,
): boolean {
  return characters > maxCharacters || (maxCost !== undefined && cost !== undefined && cost.amount > maxCost);
}
