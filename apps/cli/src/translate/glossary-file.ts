import type { Glossary } from "@stele/core";
import type { Term } from "@stele/core/node";
import { inputPath } from "../input.ts";
import type { Session } from "../session.ts";
import { readCells } from "../terms/csv-cells.ts";

/** A glossary with what its file leaves open. */
export interface GlossaryFile extends Glossary {
  /** Terms without a translation so far; they are no part of the glossary. */
  readonly open: readonly string[];
}

/** A first line that only names the columns. */
const HEADER = /^(?:source|target|term|(?:en|ko|zh)(?:[-_]\w+)*)$/i;

/**
 * Reads a glossary: a line a term, source and target, divided by a tab or a comma; quotation marks as in CSV; several
 * translations divided by `|`, the first being the one that engines are told; an empty one is left open. A first line
 * of language tags is passed over.
 *
 * @throws SteleError `input-malformed`, naming the line.
 */
export async function readGlossary(file: string, session: Session): Promise<GlossaryFile> {
  const { checkGlossary, decodeText, readBytes, SteleError } = await session.core();
  const text = decodeText(await readBytes(inputPath(file, session)), file);
  const terms: Term[] = [];
  const open: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [source = "", target] = readCells(line);
    if (index === 0 && HEADER.test(source) && HEADER.test(target ?? "")) continue;
    if (source === "" || target === undefined) {
      throw new SteleError({
        code: "input-malformed",
        message: `Line ${index + 1} of ${file} is no term.`,
        hint: "A line holds a source and a target, divided by a comma or a tab.",
        details: { file, line: index + 1 },
      });
    }
    const [first, ...accepted] = target.split("|").flatMap((one) => one.trim() || []);
    if (first === undefined) open.push(source);
    else terms.push({ source, target: first, ...(accepted.length === 0 ? {} : { accepted }) });
  }
  checkGlossary({ terms });
  return { terms, open };
}
