import { type ReactNode, useState } from "react";
import type { Changed } from "../api/corrections.ts";
import type { Polytext } from "../api/nouns.ts";
import { type OpenedText, readText } from "../api/texts.ts";
import { Notice } from "../app/notice.tsx";
import type { TextRoute } from "../app/route.ts";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import { Reader } from "./reader.tsx";
import { titleOf } from "./reading.ts";

/** A text of the library, opened. */
export function TextRoom({ route }: { route: TextRoute }): ReactNode {
  const { t } = useText();
  const text = useLoaded(`${route.id} ${route.bitexts ?? ""}`, (signal) =>
    readText(route.id, { signal, ...(route.bitexts === undefined ? {} : { bitexts: route.bitexts }) }),
  );
  if (text.state === "loading") return <p className="waiting">{t("page.loading")}</p>;
  if (text.state === "failed") {
    return (
      <section className="page">
        <h1>{t("page.shelf.title")}</h1>
        <Notice failure={text.failure} onRetry={text.again} />
      </section>
    );
  }
  return <OpenText route={route} text={text.value} onReload={text.again} />;
}

function OpenText(props: { route: TextRoute; text: OpenedText; onReload: () => void }): ReactNode {
  const { route, text, onReload } = props;
  const [opened, setOpened] = useState(text);
  const [polytext, setPolytext] = useState<Polytext>(text.polytext);
  if (opened !== text) {
    setOpened(text);
    setPolytext(text.polytext);
  }
  const onChanged = (changed: Changed): void => setPolytext(changed.polytext);
  return (
    <Reader
      id={route.id}
      title={text.title === "" ? titleOf(polytext) : text.title}
      polytext={polytext}
      correction={{ onChanged, onReload }}
      opensTranslation={route.isNew === true}
      {...(route.row === undefined ? {} : { row: route.row })}
      {...(route.bead === undefined ? {} : { bead: route.bead })}
    />
  );
}
