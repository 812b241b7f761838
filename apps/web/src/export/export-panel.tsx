import { type ReactNode, useState } from "react";
import { Dialog } from "../app/dialog.tsx";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import type { ExportSource } from "./export-source.ts";
import { ShownPage } from "./shown-page.tsx";

/** What a text can be taken away as, with a look at it first. */
export default function ExportPanel({ source, onClose }: { source: ExportSource; onClose: () => void }): ReactNode {
  const { t } = useText();
  const formats = useLoaded("formats", source.formats);
  const [chosen, choose] = useState("html");
  return (
    <Dialog title={t("page.export.title")} onClose={onClose} isWide>
      {formats.state === "failed" && <Notice failure={formats.failure} onRetry={formats.again} />}
      {formats.state === "ready" && (
        <div className="export">
          <label>
            <span>{t("page.export.format")}</span>
            <select data-first value={chosen} onChange={(event) => choose(event.target.value)}>
              {formats.value.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Files key={`files ${chosen}`} source={source} format={chosen} />
          <Preview key={chosen} source={source} format={chosen} />
        </div>
      )}
    </Dialog>
  );
}

function Files({ source, format }: { source: ExportSource; format: string }): ReactNode {
  const { t } = useText();
  const files = useLoaded(format, () => source.files(format));
  if (files.state === "loading") return <p className="fine">{t("page.loading")}</p>;
  if (files.state === "failed") return <Notice failure={files.failure} onRetry={files.again} />;
  return (
    <p className="export-files">
      {files.value.map(({ name, href }) => (
        <a key={name} className="button primary" href={href} download={name}>
          {t("page.export.take", { name })}
        </a>
      ))}
    </p>
  );
}

function Preview({ source, format }: { source: ExportSource; format: string }): ReactNode {
  const { t } = useText();
  const preview = useLoaded(format, () => source.preview(format));
  if (preview.state !== "ready") return null;
  if (format === "html") return <ShownPage html={preview.value} title={t("page.export.preview")} />;
  return (
    <section aria-label={t("page.export.preview")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard. */}
      <pre className="preview" tabIndex={0}>
        {preview.value}
      </pre>
    </section>
  );
}
