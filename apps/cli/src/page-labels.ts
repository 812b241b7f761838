import type { PageLabels } from "@stele/core/node";
import { exportedLabels } from "@stele/messages";
import type { Session } from "./session.ts";

/** The words of an exported page, in the user's language. */
export function pageLabels({ t, language }: Session): PageLabels {
  return exportedLabels(t, language);
}
