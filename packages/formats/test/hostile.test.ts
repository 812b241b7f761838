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

  it.each<readonly [string, string, string]>([
    ["a fence that is one long line", "a.md", "`".repeat(200_000)],
    ["a fence of waves", "a.md", "~".repeat(200_000)],
    ["a page of signs alone", "a.html", "&".repeat(120_000)],
    ["a page of openings alone", "a.html", "<".repeat(120_000)],
  ])("%s ends, read or refused", async (_, name, text) => {
    const end = await readArticle(strToU8(text), { name }).then(
      () => "read",
      (error: { readonly code?: string }) => error.code,
    );
    expect(["read", "input-empty", "input-malformed"]).toContain(end);
  });
});
