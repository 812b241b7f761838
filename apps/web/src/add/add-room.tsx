import { type ReactNode, useEffect } from "react";
import { Notice } from "../app/notice.tsx";
import { useText } from "../app/use-text.ts";
import { warmUp } from "../work/worker-client.ts";
import { AlignForm } from "./align-form.tsx";
import { DraftList } from "./draft-list.tsx";
import { DropZone } from "./drop-zone.tsx";
import { Progress } from "./progress.tsx";
import { TranslateForm } from "./translate-form.tsx";
import { useAdd } from "./use-add.ts";

function prepare(): void {
  warmUp();
  import("../export/tab-writer.ts").catch(() => undefined);
}

/** Where a text comes into the reading room. */
export default function AddRoom(): ReactNode {
  const { t } = useText();
  const adding = useAdd();
  const { drafts, now } = adding;
  // What aligning in the tab needs is fetched now, so that it works without the server later.
  useEffect(prepare, []);
  return (
    <section className="page add" aria-labelledby="add-title">
      <h1 id="add-title">{t("page.nav.add")}</h1>
      <DropZone onFiles={adding.takeFiles} onPaste={(text) => adding.takeText(text, `${t("page.add.pasted")}.txt`)} />
      {drafts.length > 0 && <DraftList drafts={drafts} onLanguage={adding.setLanguage} onRemove={adding.remove} />}
      {now.state === "failed" && <Notice failure={now.failure} />}
      {now.state === "cancelled" && <p role="status">{t("page.add.cancelled")}</p>}
      {now.state === "busy" && <Progress share={now.share} onCancel={adding.cancel} />}
      {now.state !== "busy" && drafts.length === 1 && <TranslateForm adding={adding} />}
      {now.state !== "busy" && drafts.length > 1 && <AlignForm adding={adding} />}
    </section>
  );
}
