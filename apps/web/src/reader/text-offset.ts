/**
 * The offset into a sentence's text at a point of the window; 0 where the browser cannot tell. Readings do not count.
 */
export function textOffsetAt(sentence: Element, point: { readonly clientX: number; readonly clientY: number }): number {
  const caret = caretAt(point.clientX, point.clientY);
  if (caret === undefined || !sentence.contains(caret.node)) return 0;
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  let offset = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest("rt") !== null) continue;
    if (node === caret.node) return offset + caret.offset;
    offset += node.textContent?.length ?? 0;
  }
  return 0;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position === null ? undefined : { node: position.offsetNode, offset: position.offset };
  }
  return undefined;
}
