import type { ReactNode } from "react";
import type { ConcordanceHit, FoundAt } from "../api/nouns.ts";
import { hrefOf } from "../app/route.ts";
import { useText } from "../app/use-text.ts";
import { Marked } from "./marked.tsx";

/** Texts with their counterparts, leading to where they stand. */
export function HitList({ hits }: { hits: readonly ConcordanceHit[] }): ReactNode {
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <HitItem key={`${hit.language} ${hit.text}`} hit={hit} />
      ))}
    </ol>
  );
}

function HitItem({ hit }: { hit: ConcordanceHit }): ReactNode {
  const { t } = useText();
  const { counterparts } = hit;
  return (
    <li className="hit">
      <p className="hit-text">
        <Marked text={hit.text} spans={hit.spans} language={hit.language} />
      </p>
      <div className="hit-others">
        {counterparts.length === 0 && <p className="hit-text">{t("page.reader.gap")}</p>}
        {counterparts.map(({ text, spans, language, lowScore }) => (
          <p key={`${language} ${text}`} className="hit-text hit-other">
            <Marked text={text} spans={spans} language={language} />
            {lowScore && <span className="fine"> · {t("page.reader.low")}</span>}
          </p>
        ))}
      </div>
      <Places hit={hit} />
    </li>
  );
}

/** Links shown of a text that stands in very many places. */
const MOST_LINKS = 12;

/** A title for the first place of a text, numbers for its others. */
function Places({ hit: { places, memories } }: { hit: ConcordanceHit }): ReactNode {
  const shown = places.slice(0, MOST_LINKS);
  const times = (at: number): number => shown.slice(0, at).filter(({ textId }) => textId === shown[at]?.textId).length;
  return (
    <p className="hit-place fine">
      {places.length === 0 && memories.join(", ")}
      {shown.map((place, at) => (
        <a key={`${place.bitextId} ${place.bead}`} href={hrefOfPlace(place)}>
          {times(at) === 0 ? place.title : `(${times(at) + 1})`}
        </a>
      ))}
      {places.length > MOST_LINKS && <span>+{places.length - MOST_LINKS}</span>}
    </p>
  );
}

function hrefOfPlace({ textId, bitextId, bead }: FoundAt): string {
  return hrefOf({ room: "text", id: textId, bead: { bitext: bitextId, index: bead } });
}
