import type { ReactNode } from "react";
import { hrefOf } from "../app/route.ts";
import { useStore } from "../app/store.ts";
import { useText } from "../app/use-text.ts";
import { Reader } from "../reader/reader.tsx";
import { titleOf } from "../reader/reading.ts";
import { tabText } from "./tab-text.ts";

/** The text that was aligned in this tab. */
export default function TabRoom(): ReactNode {
  const { t } = useText();
  const polytext = useStore(tabText);
  if (polytext !== undefined) return <Reader id="tab" title={titleOf(polytext)} polytext={polytext} />;
  return (
    <section className="page">
      <h1>{t("page.add.tabTitle")}</h1>
      <p className="empty">
        {t("page.add.tabEmpty")} <a href={hrefOf({ room: "add" })}>{t("page.nav.add")}</a>
      </p>
    </section>
  );
}
