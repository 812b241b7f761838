import { sentenceLine } from "@stele/core";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import type { Bead, Bitext, LanguageTag } from "../api/nouns.ts";
import { Dialog } from "../app/dialog.tsx";
import { ENDONYMS } from "../app/languages.ts";
import { useText } from "../app/use-text.ts";
import { type Reading, rowOfBead } from "../reader/reading.ts";
import { type Band, bandAt, bandsOf, stretchesOf } from "./bands.ts";
import { drawBands } from "./draw-bands.ts";

/** What the map shows and where it leads. */
export interface MapPanelProps {
  readonly reading: Reading;
  readonly onRow: (row: number) => void;
  readonly onClose: () => void;
}

/** The whole text as a picture, a pair each: the source above, the target below, beads between them. */
export default function MapPanel({ reading, onRow, onClose }: MapPanelProps): ReactNode {
  const { t } = useText();
  return (
    <Dialog title={t("page.map.title")} onClose={onClose} isWide>
      <p className="map-legend fine">
        <span data-kind="sure">{t("page.map.sure")}</span>
        <span data-kind="doubtful">{t("page.map.doubtful")}</span>
        <span data-kind="gap">{t("page.map.gap")}</span>
        <span data-kind="approved">{t("page.map.approved")}</span>
      </p>
      {reading.polytext.pairs.map((pair, index) => (
        <PairMap key={pair.id} reading={reading} pair={pair} index={index} onRow={onRow} />
      ))}
    </Dialog>
  );
}

interface PairMapProps extends Omit<MapPanelProps, "onClose"> {
  readonly pair: Bitext;
  readonly index: number;
}

function PairMap({ reading, pair, index, onRow }: PairMapProps): ReactNode {
  const { t } = useText();
  const bands = bandsOf(pair);
  const count = (kind: Band["kind"]): number => bands.filter((band) => band.kind === kind).length;
  const go = (bead: number): void => {
    const row = pair.beads[bead] && rowOfBead(reading, index, pair.beads[bead]);
    if (row !== undefined) onRow(row);
  };
  const facts = { beads: bands.length, doubtful: count("doubtful"), gaps: count("gap") };
  return (
    <figure className="map">
      <figcaption>
        <Endonym tag={pair.source.article.language} /> – <Endonym tag={pair.target.article.language} />{" "}
        <span className="map-facts fine">{t("page.map.facts", facts)}</span>
      </figcaption>
      <Picture bands={bands} label={t("page.map.facts", facts)} onBead={go} />
      <Stretches {...{ reading, pair, index, bands }} onBead={go} />
    </figure>
  );
}

function Endonym({ tag }: { tag: LanguageTag }): ReactNode {
  return <span lang={tag}>{ENDONYMS[tag]}</span>;
}

function Picture({
  bands,
  label,
  onBead,
}: {
  bands: readonly Band[];
  label: string;
  onBead: (bead: number) => void;
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const draw = (): void => drawBands(element, bands);
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [bands]);
  const click = (event: MouseEvent<HTMLCanvasElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const band = bandAt(bands, (event.clientX - box.left) / box.width);
    if (band !== undefined) onBead(band.bead);
  };
  // The list below says the same and is reached by keys; the picture is for the pointer.
  return <canvas ref={canvas} className="map-picture" role="img" aria-label={label} onClick={click} />;
}

const MOST_STRETCHES = 200;

function Stretches(props: {
  reading: Reading;
  pair: Bitext;
  index: number;
  bands: readonly Band[];
  onBead: (bead: number) => void;
}): ReactNode {
  const { t } = useText();
  const { reading, pair, index, bands, onBead } = props;
  return (
    <ul className="map-stretches">
      {stretchesOf(bands)
        .slice(0, MOST_STRETCHES)
        .map(({ from, to, kind }) => {
          const bead = pair.beads[from];
          const rowOf = (own: Bead | undefined): number => ((own && rowOfBead(reading, index, own)) ?? 0) + 1;
          const first = rowOf(bead);
          const last = rowOf(pair.beads[to - 1]);
          const side = bead !== undefined && bead.source[0] < bead.source[1] ? "source" : "target";
          const sentence = pair[side].sentences[bead?.[side][0] ?? 0];
          return (
            <li key={from}>
              <button type="button" data-kind={kind} onClick={() => onBead(from)}>
                <span>{t(`page.map.${kind}`)}</span>
                <span>
                  {first === last
                    ? t("page.map.rowAt", { row: first })
                    : t("page.map.rowsAt", { from: first, to: last })}
                </span>
                <span lang={pair[side].article.language} className="map-opening">
                  {sentence && sentenceLine(pair[side].article, sentence)}
                </span>
              </button>
            </li>
          );
        })}
    </ul>
  );
}
