import { SaxesParser, type SaxesTagNS } from "saxes";
import { type Archive, archiveText, malformedArchive } from "../archive/open-archive.ts";

/** What a book says of itself. */
export interface EpubPackage {
  /** Paths in the archive, in reading order. */
  readonly pages: readonly string[];
  readonly title?: string;
  readonly language?: string;
}

/** Follows META-INF/container.xml to the package file and reads its spine. Throws `input-malformed`. */
export function readPackage(archive: Archive, name: string): EpubPackage {
  let root: string | undefined;
  eachElement(archiveText(archive, "META-INF/container.xml", name), name, (tag) => {
    if (tag.local === "rootfile") root ??= tag.attributes["full-path"]?.value;
  });
  if (root === undefined) throw malformedArchive(name, "META-INF/container.xml names no package");
  const hrefs = new Map<string, string>();
  const spine: string[] = [];
  const said = new Map<string, string>();
  eachElement(archiveText(archive, root, name), name, (tag, text) => {
    if (tag.local === "item") hrefs.set(attribute(tag, "id"), attribute(tag, "href"));
    if (tag.local === "itemref") spine.push(attribute(tag, "idref"));
    if ((tag.local === "title" || tag.local === "language") && text !== "" && !said.has(tag.local))
      said.set(tag.local, text);
  });
  const [title, language] = [said.get("title"), said.get("language")];
  return {
    pages: spine.flatMap((id) => pathOf(hrefs.get(id), root ?? "") ?? []).filter((path) => path in archive),
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Calls with each element and the text directly in it, when it ends. */
function eachElement(xml: string, name: string, visit: (tag: SaxesTagNS, text: string) => void): void {
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw malformedArchive(name, error.message);
  });
  parser.on("opentag", () => {
    texts.push("");
  });
  parser.on("text", (text) => {
    texts.push((texts.pop() ?? "") + text);
  });
  parser.on("closetag", (tag) => visit(tag, (texts.pop() ?? "").trim()));
  parser.write(xml).close();
}

function attribute(tag: SaxesTagNS, name: string): string {
  return tag.attributes[name]?.value ?? "";
}

/** An address inside the package, beside the package file. */
function pathOf(href: string | undefined, root: string): string | undefined {
  if (href === undefined) return undefined;
  const path = new URL(href, `https://book.invalid/${root}`).pathname.slice(1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray percent sign: then the file is called that
  }
}
