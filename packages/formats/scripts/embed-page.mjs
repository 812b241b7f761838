// Turns page/page.css and page/page.js into src/html/page-assets.ts; a test says when that was forgotten.
import { readFileSync, writeFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../page/${name}`, import.meta.url), "utf8");
const text = `/** Made by scripts/embed-page.mjs from the files in page/; change those. */
export const PAGE_STYLE: string = ${JSON.stringify(read("page.css"))};

/** Made by scripts/embed-page.mjs from the files in page/; change those. */
export const PAGE_SCRIPT: string =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the string is source text
  ${JSON.stringify(read("page.js"))};
`;
writeFileSync(new URL("../src/html/page-assets.ts", import.meta.url), text);
