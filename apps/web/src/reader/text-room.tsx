import type { ReactNode } from "react";
import { readText } from "../api/texts.ts";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import { Reader } from "./reader.tsx";

/** A text of the library, opened. */
export function TextRoom({ id, row }: { id: string; row: number | undefined }): ReactNode {
  const { t } = useText();
  const text = useLoaded(id, (signal) => readText(id, signal));
  if (text.state === "loading") return <p className="waiting">{t("page.loading")}</p>;
  if (text.state === "failed") {
    return (
      <section className="page">
        <h1>{t("page.shelf.title")}</h1>
        <Notice failure={text.failure} onRetry={text.again} />
      </section>
    );
  }
  return <Reader id={id} polytext={text.value} {...(row === undefined ? {} : { row })} />;
}
