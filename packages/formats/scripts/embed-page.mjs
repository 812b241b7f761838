// Turns page/ into src/html/page-assets.ts; a test says when that was forgotten.
import { readFileSync, writeFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../page/${name}`, import.meta.url), "utf8");
// One script: the page's policy knows a single hash, and a page in one file can import nothing.
const script = ["words.js", "page.js"].map((name) => read(name).replace(/^(?:import .*\n+|export )/gm, "")).join("\n");
const style = ["page.css", "words.css", "print.css"].map(read).join("");
const text = `/** Made by scripts/embed-page.mjs from the files in page/; change those. */
export const PAGE_STYLE: string = ${JSON.stringify(style)};

/** Made by scripts/embed-page.mjs from the files in page/; change those. */
export const PAGE_SCRIPT: string =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the string is source text
  ${JSON.stringify(script)};
`;
writeFileSync(new URL("../src/html/page-assets.ts", import.meta.url), text);
