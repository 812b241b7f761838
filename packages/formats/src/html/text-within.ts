import { following, type PageElement, PageText } from "./page-node.ts";

/** A by-line or a date line is no longer than this. */
export const LONGEST_HEAD = 120;

/** The text of an element; undefined where it is longer than that, of which nothing more is read. */
export function textWithin(element: PageElement, length: number): string | undefined {
  let text = "";
  for (let node = element.firstChild; node !== null; node = following(node, element)) {
    if (node instanceof PageText) text += node.textContent;
    if (text.length > length) return undefined;
  }
  return text;
}
