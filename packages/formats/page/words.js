// Where words stand: "9 0.3.5 1.0.2;…" is a confidence, then side, start and length in base 36.
function linksOf(row) {
  const links = (row.dataset.l ?? "").split(";").filter((link) => link !== "");
  return links.map((link) => {
    const [confidence, ...spans] = link.split(" ");
    return {
      confidence: Number(confidence),
      spans: spans.map((span) => {
        const [side, start, length] = span.split(".").map((part) => Number.parseInt(part, 36));
        return { side, start, end: start + length };
      }),
    };
  });
}

const meets = (one, other) => one.side === other.side && one.start < other.end && other.start < one.end;

// A word in two languages brings in the third by the links that share it.
function groupAt(links, place) {
  const first = links.filter(({ spans }) => spans.some((span) => meets(span, place)));
  const spans = first.flatMap((link) => link.spans);
  return links.filter(
    (link) => first.includes(link) || link.spans.some((one) => spans.some((span) => meets(one, span))),
  );
}

// The texts of a cell without the readings above them, each with its offset.
function* textsOf(cell) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let offset = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.localName === "rt") continue;
    yield { node, offset };
    offset += node.data.length;
  }
}

function rangesOf(cell, { start, end }) {
  const ranges = [];
  for (const { node, offset } of textsOf(cell)) {
    const from = Math.max(0, start - offset);
    const to = Math.min(node.data.length, end - offset);
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
  }
  return ranges;
}

const canMark = "highlights" in CSS;
const marks = canMark ? ["w1", "w2", "w3", "word"].map((name) => [name, new Highlight()]) : [];
for (const [name, mark] of marks) CSS.highlights.set(name, mark);

/** Underlines the linked words of a row in `lines`, by confidence; those at `place` stand out. */
export function markWords(row, { place, lines }) {
  for (const [, mark] of marks) mark.clear();
  if (!canMark || row === null) return;
  const links = linksOf(row);
  const group = place === undefined ? [] : groupAt(links, place);
  for (const link of links) {
    const [, mark] = marks[group.includes(link) ? 3 : Math.min(2, Math.floor(link.confidence / 3.4))];
    for (const span of link.spans) {
      for (const line of lines.filter((one) => Number(one.dataset.side) === span.side)) {
        for (const range of rangesOf(line, span)) mark.add(range);
      }
    }
  }
}

/** The character under the pointer, as a span of its side. */
export function placeAt(event) {
  const cell = event.target.closest?.("[data-side]:not(body)");
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = caret ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const node = caret?.offsetNode ?? range?.startContainer;
  const at = caret?.offset ?? range?.startOffset ?? 0;
  if (!cell || !node) return undefined;
  for (const text of textsOf(cell)) {
    if (text.node !== node) continue;
    const start = text.offset + Math.min(at, node.data.length - 1);
    return { side: Number(cell.dataset.side), start, end: start + 1 };
  }
  return undefined;
}

/** What a cell says, without the readings above it. */
export function plainText(cell) {
  return [...textsOf(cell)].map(({ node }) => node.data).join("");
}
