import { readArticle } from "@stele/formats";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const paragraph = (text: string, style = ""): string =>
  `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const docx = (body: string): Uint8Array =>
  zipSync({
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
  });

const OPF = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>비 오는 날</dc:title><dc:language>ko</dc:language></metadata>
  <manifest><item id="two" href="text/two.xhtml"/><item id="one" href="text/%EC%9E%A5.xhtml"/><item id="css" href="a.css"/></manifest>
  <spine><itemref idref="one"/><itemref idref="two"/></spine></package>`;
const page = (body: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body}</body></html>`,
  );
const EPUB = {
  mimetype: strToU8("application/epub+zip"),
  "META-INF/container.xml": strToU8(
    '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
  ),
  "OEBPS/book.opf": strToU8(OPF),
  "OEBPS/text/장.xhtml": page("<h1>첫째 장</h1><p>비가 내렸다.</p>"),
  "OEBPS/text/two.xhtml": page("<h1>둘째 장</h1><p>눈이 왔다.</p><script>alert(1)</script>"),
};

async function blocksOf(bytes: Uint8Array, name: string): Promise<readonly (readonly [string, string])[]> {
  const { text, blocks } = await readArticle(bytes, { name });
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)] as const);
}

describe("a Word document", () => {
  it("is its paragraphs with their kinds", async () => {
    const deleted =
      "<w:p><w:r><w:delText>gone</w:delText></w:r><w:r><w:t>Stays</w:t><w:br/><w:t>here.</w:t></w:r></w:p>";
    const box =
      "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>Once.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Once.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>";
    const body = [
      paragraph("Rain fell", "Title"),
      paragraph("Twice &amp; hard.", "Heading1"),
      deleted,
      paragraph("one", "ListParagraph"),
      box,
    ].join("");
    expect(await blocksOf(docx(body), "a.docx")).toEqual([
      ["title", "Rain fell"],
      ["heading", "Twice & hard."],
      ["paragraph", "Stays\nhere."],
      ["list", "one"],
      ["paragraph", "Once."],
    ]);
  });
});

describe("a book", () => {
  it("is its chapters in the order of the spine, with title and language", async () => {
    const bytes = zipSync(EPUB);
    expect(await blocksOf(bytes, "a.epub")).toEqual([
      ["heading", "첫째 장"],
      ["paragraph", "비가 내렸다."],
      ["heading", "둘째 장"],
      ["paragraph", "눈이 왔다."],
    ]);
    expect(await readArticle(bytes, { name: "a.epub" })).toMatchObject({ title: "비 오는 날", language: "ko" });
  });
});

describe("an archive", () => {
  it.each([
    ["a.docx", strToU8("Rain fell."), "input-malformed"],
    ["a.docx", zipSync({ "other.xml": strToU8("<a/>") }), "input-malformed"],
    ["a.docx", docx("<w:p>"), "input-malformed"],
    ["a.docx", docx(""), "input-empty"],
    ["a.docx", new Uint8Array(), "input-empty"],
    ["a.epub", zipSync({ mimetype: strToU8("x") }), "input-malformed"],
    ["a.epub", zipSync(EPUB).slice(0, 300), "input-malformed"],
  ])("%s that cannot be read says so (%#)", async (name, bytes, code) => {
    await expect(readArticle(bytes, { name })).rejects.toEqual(expect.objectContaining({ code }));
  });
});
