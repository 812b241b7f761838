/** Scrolls a row under the head of the page. Twice, because rows far away have an estimated height at first. */
export function scrollToRow(row: number): void {
  const go = (): void => document.getElementById(`row-${row}`)?.scrollIntoView({ block: "start", behavior: "instant" });
  go();
  requestAnimationFrame(() => requestAnimationFrame(go));
}

/** The first row that is wholly under the head of the page; undefined where none is in the window. */
export function topRow(grid: HTMLElement): number | undefined {
  const top = grid.querySelector(".heads")?.getBoundingClientRect().bottom ?? 0;
  const box = grid.getBoundingClientRect();
  const x = box.left + box.width / 2;
  for (let y = Math.max(top, 0) + 12; y < window.innerHeight; y += 12) {
    const row = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-row]");
    if (row?.dataset.row !== undefined && grid.contains(row)) return Number(row.dataset.row);
  }
  return undefined;
}
