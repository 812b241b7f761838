import type { PageLabels } from "@stele/core/node";
import type { Session } from "./session.ts";

/** The words of an exported page, in the user's language. */
export function pageLabels({ t, language }: Session): PageLabels {
  return {
    language,
    turn: t("cli.exportedPage.turn"),
    hide: t("cli.exportedPage.hide"),
    larger: t("cli.exportedPage.larger"),
    smaller: t("cli.exportedPage.smaller"),
    counterpart: t("cli.exportedPage.counterpart"),
    keys: t("cli.exportedPage.keys"),
  };
}
