import type { ReactNode } from "react";
import { type BeadReasons, readReasons } from "../api/corrections.ts";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import { type Lamp, useLit } from "../reader/lamp.ts";
import type { Reading } from "../reader/reading.ts";
import { doubtOf } from "./doubts.ts";

/** Why the lit row is doubtful, in words. */
export default function Doubt({ reading, lamp }: { reading: Reading; lamp: Lamp }): ReactNode {
  const lit = useLit(lamp);
  const row = lit !== undefined && reading.lowRows.has(lit.row) ? lit.row : undefined;
  const place = row === undefined ? undefined : doubtOf(reading, row);
  return place === undefined ? null : <Reasons key={place.pair} reading={reading} {...place} />;
}

function Reasons({ reading, pair, beads }: { reading: Reading; pair: number; beads: readonly number[] }): ReactNode {
  const { t } = useText();
  const bitext = reading.polytext.pairs[pair];
  const reasons = useLoaded(`${bitext?.id} ${bitext?.revision}`, () => readReasons(bitext?.id ?? ""));
  if (reasons.state !== "ready") return null;
  const own = reasons.value.filter(({ bead }) => beads.includes(bead));
  return (
    <p className="dock-part doubt" role="status">
      <strong>{t("page.reader.low")}</strong>{" "}
      {own.map((one) => (
        <Words key={one.bead} reasons={one} isMarked={bitext?.beads[one.bead]?.fixed === true} />
      ))}
    </p>
  );
}

/** From five digits on a figure is grouped; a year is not. */
function legible(figure: string, language: string): string {
  return /^\d{5,15}$/u.test(figure) ? Number(figure).toLocaleString(language) : figure;
}

const TWICE = 1.7;
const HALF = 0.6;
/** Chosen on our gold: few beads that are right have so little of their words linked, and many that are wrong. */
const FEW = 0.15;

function Words({ reasons, isMarked }: { reasons: BeadReasons; isMarked: boolean }): ReactNode {
  const { t, language } = useText();
  const { missingFigures, addedFigures, lengthFactor, linkedShare } = reasons;
  const factor = lengthFactor?.toLocaleString(language, { maximumFractionDigits: 1 }) ?? "";
  const words = [
    ...(isMarked ? [t("page.doubt.marked")] : []),
    ...(lengthFactor === null ? [t("page.reader.gap")] : []),
    ...missingFigures.map((figure) => t("page.doubt.missing", { figure: legible(figure, language) })),
    ...addedFigures.map((figure) => t("page.doubt.added", { figure: legible(figure, language) })),
    ...(lengthFactor !== null && lengthFactor > TWICE ? [t("page.doubt.long", { factor })] : []),
    ...(lengthFactor !== null && lengthFactor < HALF ? [t("page.doubt.short", { factor })] : []),
    ...(linkedShare !== null && linkedShare < FEW ? [t("page.doubt.words")] : []),
  ];
  return <span>{(words.length === 0 ? [t("page.doubt.neighbours")] : words).join(" · ")}</span>;
}
