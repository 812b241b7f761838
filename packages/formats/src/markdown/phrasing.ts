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
  let rest = marks;
  for (let [mark, ...others] = rest; mark !== undefined; [mark, ...others] = rest) {
    const stop = Math.min(mark.end, end);
    const inside = others.flatMap((other) =>
      isWithin(other, mark) ? [{ ...other, end: Math.min(other.end, stop) }] : [],
    );
    nodes.push(...textNodes(text.slice(at, mark.start)));
    nodes.push(
      ...nodeOf(mark, {
        text: text.slice(mark.start, stop),
        children: build(text, { start: mark.start, end: stop }, inside),
      }),
    );
    at = stop;
    rest = sortMarks(others.flatMap((other) => leftOf(other, mark, stop)));
  }
  return [...nodes, ...textNodes(text.slice(at, end))];
}

function isWithin(other: InlineMark, mark: InlineMark): boolean {
  if (mark.start === mark.end || mark.kind === "code" || mark.kind === "image") return false;
  return other.start < mark.end && !(mark.kind === "link" && other.kind === "link");
}

/** What of a mark stands behind another that ends here. */
function leftOf(other: InlineMark, mark: InlineMark, stop: number): readonly InlineMark[] {
  if (mark.start === mark.end || other.start >= stop) return [other];
  return other.end > stop ? [{ ...other, start: stop }] : [];
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
