import type { Band } from "./bands.ts";

/** Height of a bar at the upper and the lower edge, in CSS pixels. */
const BAR = 5;

/** Draws beads between two bars, in the colours of the page as they are now. */
export function drawBands(canvas: HTMLCanvasElement, bands: readonly Band[]): void {
  const { width, height } = canvas.getBoundingClientRect();
  const scale = window.devicePixelRatio;
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const colours: Readonly<Record<Band["kind"], string>> = {
    sure: style.getPropertyValue("--edge"),
    doubtful: style.getPropertyValue("--doubt"),
    gap: style.getPropertyValue("--seal"),
    approved: style.getPropertyValue("--good"),
  };
  for (const band of bands) {
    context.fillStyle = colours[band.kind];
    context.globalAlpha = band.kind === "sure" ? 0.25 + 0.5 * (band.score ?? 0.5) : 1;
    drawBand(context, band, { width, height });
  }
}

function drawBand(context: CanvasRenderingContext2D, band: Band, size: { width: number; height: number }): void {
  const at = (share: number): number => share * size.width;
  const hair = 0.5;
  const [top, bottom] = [BAR + 2, size.height - BAR - 2];
  context.fillRect(at(band.source[0]), 0, Math.max(hair, at(band.source[1]) - at(band.source[0]) - hair), BAR);
  context.fillRect(
    at(band.target[0]),
    size.height - BAR,
    Math.max(hair, at(band.target[1]) - at(band.target[0]) - hair),
    BAR,
  );
  if (band.kind === "gap") return;
  context.beginPath();
  context.moveTo(at(band.source[0]), top);
  context.lineTo(Math.max(at(band.source[0]) + hair, at(band.source[1]) - hair), top);
  context.lineTo(Math.max(at(band.target[0]) + hair, at(band.target[1]) - hair), bottom);
  context.lineTo(at(band.target[0]), bottom);
  context.closePath();
  context.fill();
}
