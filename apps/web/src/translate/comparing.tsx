import type { ReactNode } from "react";
import { readBitext } from "../api/corrections.ts";
import type { Bitext, LanguageTag, Side } from "../api/nouns.ts";
import { listTexts } from "../api/texts.ts";
import { ENDONYMS } from "../app/languages.ts";
import { hrefOf } from "../app/route.ts";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";

/** Two translations into one language. */
interface Rivals {
  readonly language: LanguageTag;
  readonly bitexts: readonly [Bitext, Bitext];
}

/** Where a language was translated twice: both beside each other, their differences marked. */
export function Comparing({ textId }: { textId: string }): ReactNode {
  const { t } = useText();
  const rivals = useLoaded(textId, () => findRivals(textId));
  if (rivals.state !== "ready" || rivals.value.length === 0) return null;
  return (
    <p className="fine comparing">
      {t("page.translate.compare")}
      {rivals.value.map(({ language, bitexts }) => {
        const ids = bitexts.map(({ id }) => id).join(",");
        return (
          <a key={ids} href={hrefOf({ room: "text", id: textId, bitexts: ids })}>
            <span lang={language}>{ENDONYMS[language]}</span>:{" "}
            {bitexts.map(({ target }) => makerOf(target)).join(" / ")}
          </a>
        );
      })}
    </p>
  );
}

async function findRivals(textId: string): Promise<readonly Rivals[]> {
  const text = (await listTexts()).find(({ id }) => id === textId);
  const all = await Promise.all((text?.bitexts ?? []).map(readBitext));
  const own = all.filter(({ source }) => source.article.id === textId);
  return own.flatMap((first, at) =>
    own.slice(at + 1).flatMap((second) => {
      const { language } = first.target.article;
      return second.target.article.language === language ? [{ language, bitexts: [first, second] as const }] : [];
    }),
  );
}

/** Who or what made a side. */
function makerOf({ provenance: { origin } }: Side): string {
  return origin.kind === "engine" ? origin.engine : origin.name;
}
