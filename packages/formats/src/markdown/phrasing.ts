import { type InlineMark, sortMarks } from "@stele/model";

/** A node that remark writes: the inline part of a Markdown tree. */
export interface PhrasingNode {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly identifier?: string;
  readonly label?: string;
  readonly children?: readonly PhrasingNode[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Marks that Markdown cannot write around outer blanks, or around nothing. */
const HUGGING = new Set(["emphasis", "strong", "deletion", "link"]);

/** A text with its marks as a tree; marks that cross are cut where another begins or ends. */
export function phrasingOf(text: string, marks: readonly InlineMark[]): readonly PhrasingNode[] {
  const whole = { start: 0, end: text.length };
  return build(text, whole, sortMarks(marks.flatMap((mark) => hug(text, mark))));
}

function hug(text: string, mark: InlineMark): readonly InlineMark[] {
  if (!HUGGING.has(mark.kind)) return [mark];
  const inner = text.slice(mark.start, mark.end);
  const start = mark.start + inner.length - inner.trimStart().length;
  const end = start + inner.trim().length;
  return start < end ? [{ ...mark, start, end }] : [];
}

function build(text: string, { start, end }: Stretch, marks: readonly InlineMark[]): readonly PhrasingNode[] {
  const nodes: PhrasingNode[] = [];
  let at = start;
  let queue = marks;
  for (let index = 0; index < queue.length; index++) {
    const mark = queue[index];
    if (mark === undefined) break;
    const stop = Math.min(mark.end, end);
    const held = startingBefore(queue, index + 1, stop);
    const inside = held.flatMap((other) =>
      isWithin(other, mark) ? [{ ...other, end: Math.min(other.end, stop) }] : [],
    );
    const children = build(text, { start: mark.start, end: stop }, inside);
    nodes.push(
      ...textNodes(text.slice(at, mark.start)),
      ...nodeOf(mark, { text: text.slice(mark.start, stop), children }),
    );
    at = stop;
    index += held.length;
    const left = held.flatMap((other) => (other.end > stop ? [{ ...other, start: stop }] : []));
    // Only marks that cross need a new order.
    if (left.length > 0) queue = [...queue.slice(0, index + 1), ...sortMarks([...left, ...queue.slice(index + 1)])];
  }
  return [...nodes, ...textNodes(text.slice(at, end))];
}

/** Marks are in order: those that start before an offset stand together. */
function startingBefore(marks: readonly InlineMark[], from: number, offset: number): readonly InlineMark[] {
  let to = from;
  while ((marks[to]?.start ?? offset) < offset) to += 1;
  return marks.slice(from, to);
}

function isWithin(other: InlineMark, mark: InlineMark): boolean {
  if (mark.start === mark.end || mark.kind === "code" || mark.kind === "image") return false;
  return other.start < mark.end && !(mark.kind === "link" && other.kind === "link");
}

interface Content {
  readonly text: string;
  readonly children: readonly PhrasingNode[];
}

function nodeOf(mark: InlineMark, { text, children }: Content): readonly PhrasingNode[] {
  const { kind, url = "", title = null, label = "", open = "", close } = mark;
  if (kind === "code") return text === "" ? [] : [{ type: "inlineCode", value: text }];
  if (kind === "link") return [{ type: "link", url, title, children }];
  if (kind === "image") return [{ type: "image", url, title, alt: text }];
  if (kind === "footnote") return [{ type: "footnoteReference", identifier: label, label }];
  if (kind !== "html") return [{ type: kind === "deletion" ? "delete" : kind, children }];
  const tags = [open, close].map((tag): readonly PhrasingNode[] =>
    tag === undefined ? [] : [{ type: "html", value: tag }],
  );
  return [...(tags[0] ?? []), ...children, ...(tags[1] ?? [])];
}

function textNodes(value: string): readonly PhrasingNode[] {
  return value === "" ? [] : [{ type: "text", value }];
}
