import { formatName } from "@stele/messages";
import { type ReactNode, useState } from "react";
import { Dialog } from "../app/dialog.tsx";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import type { ExportSource } from "./export-source.ts";
import type { PageChoices } from "./page-choices.ts";
import { ShownPage } from "./shown-page.tsx";

/** What a text can be taken away as, with a look at it first. */
export default function ExportPanel({ source, onClose }: { source: ExportSource; onClose: () => void }): ReactNode {
  const { t, language } = useText();
  const formats = useLoaded("formats", source.formats);
  const [chosen, choose] = useState("html");
  const [extras, setExtras] = useState({ hasLinks: source.canLink, hasReadings: false });
  const wanted: Wanted = { source, format: chosen, wishes: { ui: language, ...extras } };
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
                  {formatName(name, t)}
                </option>
              ))}
            </select>
          </label>
          {chosen === "html" && <PageExtras canLink={source.canLink} extras={extras} onChange={setExtras} />}
          <Files key={`files ${keyOf(wanted)}`} {...wanted} />
          <Preview key={keyOf(wanted)} {...wanted} />
        </div>
      )}
    </Dialog>
  );
}

interface Wanted {
  readonly source: ExportSource;
  readonly format: string;
  readonly wishes: PageChoices;
}

function keyOf({ format, wishes }: Wanted): string {
  return format === "html" ? `${format} ${JSON.stringify(wishes)}` : format;
}

type Extras = Omit<PageChoices, "ui">;

/** What a page can have inside its sentences. */
function PageExtras(props: { canLink: boolean; extras: Extras; onChange: (extras: Extras) => void }): ReactNode {
  const { canLink, extras, onChange } = props;
  const { t } = useText();
  const box = (name: keyof Extras, label: string): ReactNode => (
    <label className="choice">
      <input
        type="checkbox"
        checked={extras[name]}
        onChange={(event) => onChange({ ...extras, [name]: event.target.checked })}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <div className="export-extras">
      {canLink && box("hasLinks", t("page.export.links"))}
      {box("hasReadings", t("page.export.readings"))}
    </div>
  );
}

function Files({ source, format, wishes }: Wanted): ReactNode {
  const { t } = useText();
  const files = useLoaded(format, () => source.files(format, wishes));
  if (files.state === "loading") return <p className="fine">{t("page.loading")}</p>;
  if (files.state === "failed") return <Notice failure={files.failure} onRetry={files.again} />;
  return (
    <p className="export-files">
      {files.value.map(({ name, href }) => (
        <a key={name} className={files.value.length === 1 ? "button primary" : "button"} href={href} download={name}>
          {t("page.export.take", { name })}
        </a>
      ))}
    </p>
  );
}

function Preview({ source, format, wishes }: Wanted): ReactNode {
  const { t } = useText();
  const preview = useLoaded(format, () => source.preview(format, wishes));
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
