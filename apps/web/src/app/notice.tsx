import { errorText } from "@stele/messages";
import type { ReactNode } from "react";
import type { Failure } from "../api/failure.ts";
import { useText } from "./use-text.ts";

/** A failure in the reader's words: what happened and what to do next. */
export function Notice({ failure, onRetry }: { failure: Failure; onRetry?: () => void }): ReactNode {
  const { t, language } = useText();
  const text =
    failure.code === "network"
      ? { message: t("page.failure.offline"), hint: t("page.failure.offlineHint") }
      : errorText(failure, { t, language });
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
