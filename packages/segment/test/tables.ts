import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LanguageTag } from "@stele/model";

/** An example of the tables: a text, its sentences, and the error class it belongs to. */
export interface Example {
  readonly topic: string;
  readonly text: string;
  readonly sentences: readonly string[];
  /** The line as written, with its boundary marks. */
  readonly line: string;
}

/** The tables with the language of each. */
export const TABLES: readonly (readonly [name: string, language: LanguageTag])[] = [
  ["en", "en"],
  ["ko", "ko"],
  ["zh", "zh-Hans"],
];

/** Reads a table: `##` opens an error class, `#` is a remark, `⏐` a boundary, `\n` a line break. */
export function readTable(name: string): readonly Example[] {
  const path = fileURLToPath(new URL(`./tables/${name}.txt`, import.meta.url));
  const examples: Example[] = [];
  let topic = "";
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("## ")) topic = line.slice(3);
    else if (line !== "" && !line.startsWith("#")) examples.push({ topic, line, ...readLine(line) });
  }
  return examples;
}

function readLine(line: string): Pick<Example, "text" | "sentences"> {
  const written = line.replaceAll("\\n", "\n");
  return {
    text: written.replaceAll(" ⏐ ", " ").replaceAll("⏐", ""),
    sentences: written.split("⏐").map((piece) => piece.replace(/^[\s　]+|[\s　]+$/g, "")),
  };
}
