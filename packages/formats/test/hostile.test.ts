import { readArticle, readTmx } from "@stele/formats";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

const LAUGHS = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
const HEAD = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">${LAUGHS}<!ENTITY ext SYSTEM "file:///etc/hostname">]>`;
const document = (text: string): string =>
  `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
const docx = (xml: string): Uint8Array => zipSync({ "word/document.xml": strToU8(xml) });

function* endless(): Iterable<string> {
  yield "<tmx><body><tu><tuv><seg>";
  // Ends, so that a reader without a limit fails the test and not the machine.
  for (let count = 0; count < 64; count++) yield "a".repeat(2 ** 20);
}

const many = (text: string, length = 120_000): string => text.repeat(Math.ceil(length / text.length));

/** Pages that nobody wrote for readers; each has as many nodes, or as deep ones, as fit. */
const PAGES: readonly (readonly [string, string])[] = [
  ["a page of empty paragraphs", many("<p>")],
  ["a page of items that nothing closes", many("<li>a")],
  ["a page of line breaks", many("a<br>")],
  ["a page of closing tags", many("</p>")],
  ["a page of closing tags of nothing", `${"<div>".repeat(500)}${many("</x>")}`],
  ["a page of attributes", `<div ${Array.from({ length: 12_000 }, (_, at) => `a${at}=b`).join(" ")}>a</div>`],
  ["a page that ends in an attribute", `<div a="${many("x ")}`],
  ["a page of comments", many("<!-- a -->")],
  ["a page of beginnings of comments", many("<!--")],
  ["a page of entities", many("&amp;&#65;&nbsp;")],
  ["a page of an entity without end", `&${many("a")}`],
  ["a page of cells in cells", `${"<table><tr><td>".repeat(150)}${many("a<td>")}`],
  ["a page of scripts", many("<script>")],
  ["a page of dates in dates", `${'<div class="date">'.repeat(480)}${many("<i></i>")}`],
  ["a page of elements without names", many("< a <")],
];

describe("a file made to break its reader is refused, or read", () => {
  it.each<readonly [string, string, Uint8Array]>([
    ["entities that grow", "a.docx", docx(HEAD + document("Ha &l12; ha."))],
    ["an entity that is a file", "a.docx", docx(HEAD + document("Host &ext;."))],
    ["quotations in quotations", "a.md", strToU8(`${">".repeat(100_000)} deep`)],
    ["lists in lists", "a.md", strToU8(Array.from({ length: 2000 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n"))],
    ["elements in elements", "a.html", strToU8(`${"<div>".repeat(100_000)}deep${"</div>".repeat(100_000)}`)],
  ])("%s", async (_, name, bytes) => {
    await expect(readArticle(bytes, { name })).rejects.toMatchObject({ code: "input-malformed", exitCode: 6 });
  });

  it.each<readonly [string, () => Iterable<string>]>([
    ["entities that grow", () => [HEAD.replace("DOCTYPE w", "DOCTYPE tmx"), "<tmx><body><tu>&l12;</tu></body></tmx>"]],
    ["a text without end", endless],
  ])("a translation memory of %s", async (_, chunks) => {
    const units = readTmx(chunks(), { name: "a.tmx" });
    await expect(units.next()).rejects.toMatchObject({ code: "input-malformed", exitCode: 6 });
  });

  it.each(["&", "<", "< ", "&&lt;", "<3 "])("a page of signs alone is what a browser shows: %s", async (sign) => {
    const { text } = await readArticle(strToU8(many(sign)), { name: "a.html" });
    expect(text).toBe(many(sign).replaceAll("&lt;", "<").trim());
  });

  it("marks in marks of their kind are one, however many blocks they go over", async () => {
    const page = `${"<b>".repeat(100)}${"<i><a href='x'>".repeat(50)}${"<p>Rain.</p>".repeat(3000)}`;
    const { blocks, marks = [] } = await readArticle(strToU8(page), { name: "a.html" });
    expect([blocks.length, marks.length]).toEqual([3000, 9000]);
  });

  it("a page in which nobody could look for an article is taken whole", async () => {
    const page = `<nav>Home</nav>${"<div>".repeat(20)}${"<p>Rain fell.</p>".repeat(15_000)}<p>The end.</p>`;
    const { text, blocks } = await readArticle(strToU8(page), { name: "a.html" });
    expect([blocks.length, text.slice(0, 12), text.slice(-8)]).toEqual([15_001, "Rain fell.\n\n", "The end."]);
  });

  it.each<readonly [string, string, string]>([
    ["a fence that is one long line", "a.md", "`".repeat(200_000)],
    ["a fence of waves", "a.md", "~".repeat(200_000)],
    ...PAGES.map(([what, text]) => [what, "a.html", text] as const),
  ])("%s ends, read or refused", async (_, name, text) => {
    const end = await readArticle(strToU8(text), { name }).then(
      () => "read",
      (error: { readonly code?: string }) => error.code,
    );
    expect(["read", "input-empty", "input-malformed"]).toContain(end);
  });
});
