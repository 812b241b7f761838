import { SteleError } from "@stele/model";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { MarkdownNode } from "./markdown-node.ts";

/** Code units parsed at once: a tree takes about a hundred times its text, and longer ones take longer a unit. */
const SLICE = 64_000;
/**
 * Marks and line ends that are taken apart at once; the parser takes the square of their number, at this one about
 * 15 seconds. A whole book has fewer in its longest paragraph.
 */
const MOST_MARKS = 30_000;
/** Quotations and lists in each other; the parser takes the cube of their number. */
const DEEPEST = 200;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const CONTAINER = /^[\s>]*(?=[->*+\d])>?/;
const MARK = /[\n*_`~[\]<&!|\\]/g;
const DEFINITION = /^ {0,3}\[([^\]\n]+)\]:[ \t]*\S.*$/gm;
const LABEL = /\[([^[\]]*)\]/g;

interface RemarkPoint {
  readonly offset?: number | undefined;
}

/** What remark gives us, as far as we read it. */
interface RemarkNode {
  readonly type: string;
  readonly children?: readonly RemarkNode[];
  readonly value?: string;
  readonly alt?: string | null | undefined;
  readonly url?: string;
  readonly title?: string | null | undefined;
  readonly identifier?: string;
  readonly depth?: number;
  readonly position?: { readonly start: RemarkPoint; readonly end: RemarkPoint } | undefined;
}

/**
 * Markdown trees of a file, in order, one for every 64,000 code units or so, cut where a paragraph ends outside of
 * code; link definitions of the whole file are known in every part.
 *
 * @throws SteleError `input-malformed` for a stretch without an empty line that would take minutes.
 */
export function* parseMarkdown(file: string): Iterable<MarkdownNode> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkCjkFriendly)
    .use(remarkFrontmatter, ["yaml", "toml"]);
  const cuts = sliceEnds(file);
  const definitions = cuts.length === 1 ? new Map<string, string>() : definitionLines(file);
  let start = 0;
  for (const end of cuts) {
    const slice = file.slice(start, end);
    checkMarks(slice);
    const tree: RemarkNode = processor.parse(slice + usedIn(slice, definitions));
    yield nodeOf({ ...tree, children: (tree.children ?? []).filter((child) => isOwn(child, slice)) }, start);
    start = end;
  }
}

function checkMarks(slice: string): void {
  const { marks, depth } = effortOf(slice);
  const start = [...slice.trimStart().slice(0, 80)].slice(0, 40).join("").split("\n")[0] ?? "";
  if (depth > DEEPEST) throw tooDeep(start, depth);
  if (marks <= MOST_MARKS) return;
  throw new SteleError({
    code: "input-malformed",
    message: `The Markdown from "${start}" on has ${marks} marks and line ends without an empty line, too many to take apart.`,
    hint: "Put empty lines between the paragraphs, or give it as plain text: a name that ends in .txt, or --input-format text.",
    details: { marks, value: start },
  });
}

/** Marks and line ends outside of fenced code, and how deep quotations and lists stand in each other at most. */
function effortOf(slice: string): { readonly marks: number; readonly depth: number } {
  let marks = 0;
  let depth = 0;
  let fence: string | undefined;
  for (const line of slice.split("\n")) {
    const mark = FENCE.exec(line)?.[1];
    const isCode = fence !== undefined || mark !== undefined;
    fence = fenceAfter(fence, mark);
    if (isCode) continue;
    marks += (line.match(MARK)?.length ?? 0) + 1;
    const [before = ""] = CONTAINER.exec(line) ?? [];
    depth = Math.max(depth, before.replace(/[^>]/g, "").length + before.replace(/[^\s]/g, "").length / 4);
  }
  return { marks, depth };
}

function tooDeep(start: string, depth: number): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: `The Markdown from "${start}" on has quotations or lists ${Math.ceil(depth)} deep in each other, too deep to take apart.`,
    hint: "Give it as plain text: a name that ends in .txt, or --input-format text.",
    details: { value: start },
  });
}

/** The lines that define links and notes, by their labels; the first of a label counts. */
function definitionLines(file: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const [line, label = ""] of file.matchAll(DEFINITION)) {
    if (!lines.has(normalised(label))) lines.set(normalised(label), line);
  }
  return lines;
}

/**
 * What a slice may refer to, to stand behind it: all definitions in every slice would take the square of their number.
 */
function usedIn(slice: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return "";
  const labels = new Set([...slice.matchAll(LABEL)].map(([, label = ""]) => normalised(label)));
  const lines = [...labels].flatMap((label) => definitions.get(label) ?? []);
  return lines.length === 0 ? "" : `\n\n${lines.join("\n")}\n`;
}

/** Labels are compared without case, blanks as one (CommonMark 0.31, "matches"). */
function normalised(label: string): string {
  return label.replace(/\s+/gu, " ").trim().toLowerCase().toUpperCase();
}

/** Notes that were added behind a slice are prose of another one; addresses are no prose. */
function isOwn({ type, position }: RemarkNode, slice: string): boolean {
  return type === "definition" || (position?.start.offset ?? 0) < slice.length;
}

function nodeOf(node: RemarkNode, shift: number): MarkdownNode {
  const { type, value, alt, url, title, identifier, depth, position, children } = node;
  // remark-gfm finds addresses in escaped text too, and gives those links no position: they are none.
  const isEscaped = type === "link" && position === undefined;
  return {
    type: isEscaped ? "escapedLink" : type,
    start: shift + (position?.start.offset ?? 0),
    end: shift + (position?.end.offset ?? 0),
    ...(value === undefined ? {} : { value }),
    ...(typeof alt === "string" ? { alt } : {}),
    ...(url === undefined ? {} : { url }),
    ...(typeof title === "string" ? { title } : {}),
    ...(identifier === undefined ? {} : { identifier }),
    ...(depth === undefined ? {} : { depth }),
    ...(children === undefined ? {} : { children: children.map((child) => nodeOf(child, shift)) }),
  };
}

/** Ends of the slices: after an empty line outside of fenced code that an unindented line follows. */
function sliceEnds(file: string): readonly number[] {
  const ends: number[] = [];
  if (file.length > SLICE) {
    let last = 0;
    let fence: string | undefined;
    for (const line of file.matchAll(/^(?: {0,3}(`{3,}|~{3,}).*|[^\S\r\n]*)$\r?\n?/gm)) {
      const end = line.index + line[0].length;
      fence = fenceAfter(fence, line[1]);
      const canCut = line[1] === undefined && fence === undefined && !/^\s/.test(file.slice(end, end + 1));
      if (!canCut || end - last < SLICE) continue;
      ends.push(end);
      last = end;
    }
  }
  return ends.at(-1) === file.length ? ends : [...ends, file.length];
}

function fenceAfter(open: string | undefined, mark: string | undefined): string | undefined {
  if (mark === undefined) return open;
  if (open === undefined) return mark;
  return mark.startsWith(open) ? undefined : open;
}
