import type { ReactNode } from "react";
import type { Hit } from "../api/search.ts";
import { hrefOf } from "../app/route.ts";
import { useText } from "../app/use-text.ts";
import { Marked } from "./marked.tsx";

/** Places with their counterparts, each leading to where it stands. */
export function HitList({ hits }: { hits: readonly Hit[] }): ReactNode {
  return (
    <ol className="hits">
      {hits.map((hit, index) => (
        <HitItem key={index} hit={hit} />
      ))}
    </ol>
  );
}

function HitItem({ hit }: { hit: Hit }): ReactNode {
  const { t } = useText();
  const { place, other } = hit;
  return (
    <li className="hit">
      <p className="hit-text">
        <Marked text={hit.text} spans={hit.spans} language={hit.language} />
      </p>
      <p className="hit-text hit-other">
        {other === undefined ? (
          t("page.reader.gap")
        ) : (
          <Marked text={other.text} spans={hit.otherSpans} language={other.language} />
        )}
      </p>
      <p className="hit-place fine">
        {place !== undefined && (
          <a href={hrefOf({ room: "text", id: place.textId, bead: { bitext: place.bitextId, index: place.bead } })}>
            {place.title}
          </a>
        )}
        {hit.lowScore && <span> · {t("page.reader.low")}</span>}
      </p>
    </li>
  );
}
