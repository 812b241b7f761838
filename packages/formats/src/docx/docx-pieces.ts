import type { BlockKind } from "@stele/model";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { malformedArchive } from "../archive/open-archive.ts";
import type { Piece } from "../join-blocks.ts";

/** Word's own style identifiers, which stay English in every language of the program. */
const STYLES: readonly (readonly [RegExp, BlockKind])[] = [
  [/^title$/i, "title"],
  [/^heading/i, "heading"],
  [/^caption$/i, "caption"],
  [/quote$/i, "quote"],
  [/^list/i, "list"],
];

/** The paragraphs of a document part. */
export function docxPieces(xml: string, name: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let open: { kind: BlockKind; text: string } | undefined;
  let isText = false;
  let skipping = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw malformedArchive(name, error.message);
  });
  parser.on("opentag", (tag) => {
    if (skipping > 0 || tag.local === "Fallback") skipping += 1;
    if (skipping > 0) return;
    if (tag.local === "p") open = { kind: "paragraph", text: "" };
    if (tag.local === "t") isText = true;
    if (open !== undefined) open = { kind: kindAfter(open.kind, tag), text: open.text + blankOf(tag) };
  });
  parser.on("text", (text) => {
    if (isText && skipping === 0 && open !== undefined) open.text += text;
  });
  parser.on("closetag", (tag) => {
    if (skipping > 0) skipping -= 1;
    else if (tag.local === "t") isText = false;
    else if (tag.local === "p" && open !== undefined) {
      pieces.push(open);
      open = undefined;
    }
  });
  parser.write(xml).close();
  return pieces;
}

function kindAfter(kind: BlockKind, tag: SaxesTagNS): BlockKind {
  if (tag.local === "numPr" && kind === "paragraph") return "list";
  if (tag.local !== "pStyle") return kind;
  const style = tag.attributes["w:val"]?.value ?? "";
  return STYLES.find(([pattern]) => pattern.test(style))?.[1] ?? kind;
}

function blankOf({ local }: SaxesTagNS): string {
  if (local === "br" || local === "cr") return "\n";
  return local === "tab" ? " " : "";
}
