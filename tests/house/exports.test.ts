import { expect, it } from "vitest";
import { parseFile, projectFiles, sourceFiles } from "./sources.ts";

/** The doors: what a package's exports name. */
function doors(): readonly string[] {
  return projectFiles(
    /^packages\/[a-z]+\/src\/(index|evaluate|testing|hangul|word-forms|node\/index|engines\/index)\.ts$/,
  );
}

function exportedNames(path: string): readonly string[] {
  const { parsed } = parseFile(path);
  return parsed.module.staticExports
    .flatMap(({ entries }) => entries)
    .map(({ exportName, isType }) => `${isType ? "type " : ""}${exportName.name}`)
    .sort();
}

it("each door exports what the snapshot names, no more and no less", async () => {
  const listing = doors()
    .map(
      (path) =>
        `${path}\n${exportedNames(path)
          .map((name) => `  ${name}\n`)
          .join("")}`,
    )
    .join("");
  await expect(listing).toMatchFileSnapshot("./exports.snapshot.txt");
});

it("no file exports everything of another", () => {
  const offenders = sourceFiles().filter((path) => /^export \*/mu.test(parseFile(path).text));
  expect(offenders).toEqual([]);
});

it("every exported declaration has a doc comment", () => {
  const undocumented = sourceFiles().flatMap((path) => {
    const { parsed, text } = parseFile(path);
    const docs = parsed.comments.filter(({ type, value }) => type === "Block" && value.startsWith("*"));
    return parsed.program.body
      .filter((node) => node.type === "ExportNamedDeclaration" && node.declaration !== null)
      .filter((node) => !docs.some((doc) => doc.end < node.start && /^\s*$/u.test(text.slice(doc.end, node.start))))
      .map((node) => `${path}:${text.slice(0, node.start).split("\n").length}`);
  });
  expect(undocumented).toEqual([]);
});
