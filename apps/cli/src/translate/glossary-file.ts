import type { Glossary } from "@stele/core";
import { inputPath } from "../input.ts";
import type { Session } from "../session.ts";

/**
 * Reads a glossary: a line a term, source and target, divided by a tab or a comma; quotation marks as in CSV; a first
 * line of language tags is passed over.
 *
 * @throws SteleError `input-malformed`, naming the line.
 */
export async function readGlossary(file: string, session: Session): Promise<Glossary> {
  const { checkGlossary, decodeText, readBytes, SteleError } = await session.core();
  const text = decodeText(await readBytes(inputPath(file, session)), file);
  const terms = text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [source = "", target = ""] = cellsOf(line).map((cell) => cell.trim());
    if (index === 0 && /^(source|en|ko|zh)/i.test(source) && /^(target|en|ko|zh)/i.test(target)) return [];
    if (source !== "" && target !== "") return [{ source, target }];
    throw new SteleError({
      code: "input-malformed",
      message: `Line ${index + 1} of ${file} is no term.`,
      hint: "A line holds a source and a target, divided by a comma or a tab.",
      details: { file, line: index + 1 },
    });
  });
  const glossary = { terms };
  checkGlossary(glossary);
  return glossary;
}

function cellsOf(line: string): readonly string[] {
  if (line.includes("\t")) return line.split("\t");
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, bare]) => (quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"')));
}
