import { type ErrorText, errorText } from "@stele/messages";
import type { ReactNode } from "react";
import type { Failure } from "../api/failure.ts";
import { useText } from "./use-text.ts";

/** A failure in the reader's words: what happened and what to do next. */
export function Notice({ failure, onRetry }: { failure: Failure; onRetry?: () => void }): ReactNode {
  const { t, language } = useText();
  const text = textOf(failure, { t, language });
  return (
    <div className="notice" role="alert">
      <p className="notice-message">{text.message}</p>
      <p className="notice-hint">{text.hint}</p>
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          {t("page.failure.again")}
        </button>
      )}
    </div>
  );
}

/** On the page some things are said otherwise than to the one who typed a command. */
function textOf(failure: Failure, ui: Parameters<typeof errorText>[1]): ErrorText {
  const { t } = ui;
  if (failure.code === "network") return { message: t("page.failure.offline"), hint: t("page.failure.offlineHint") };
  if (failure.details.reason === "too-large") {
    const limit = Math.floor(Number(failure.details.limitBytes) / 2 ** 20);
    return { message: t("page.failure.tooLarge", { limit }), hint: t("page.failure.tooLargeHint") };
  }
  const text = errorText(failure, ui);
  return failure.code === "not-found" ? { ...text, hint: t("page.failure.goneHint") } : text;
}
