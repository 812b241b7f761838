import { hashText } from "@stele/model";
import type { PageLabels } from "../format.ts";
import { escapeHtml } from "./escape-html.ts";
import { PAGE_SCRIPT, PAGE_STYLE } from "./page-assets.ts";
import { PAGE_KEYS, type PageKey } from "./page-keys.ts";

/** Everything before the page's body. Its policy allows exactly its own script and style, by hash. */
export function pageHead(title: string, { language }: PageLabels): string {
  const policy = `default-src 'none'; style-src '${hashSource(PAGE_STYLE)}'; script-src '${hashSource(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Stele">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
`;
}

/** The title and the buttons; `aids` are the readings that the page has. */
export function pageHeader(title: string, labels: PageLabels, aids: readonly ("pinyin" | "romanisation")[]): string {
  const button = (id: string, label: string, sign = label): string =>
    `<button type="button" id="${id}" aria-label="${escapeHtml(label)}">${escapeHtml(sign)}</button>\n`;
  const toggle = (attribute: string, label: string): string =>
    `<button type="button" ${attribute} aria-pressed="false">${escapeHtml(label)}</button>\n`;
  const readings = aids.map((aid) => toggle(`data-aid="${aid}"`, labels[aid])).join("");
  return `<header lang="${labels.language}">
<h1>${escapeHtml(title)}</h1>
</header>
<nav class="tools" lang="${labels.language}" aria-label="${escapeHtml(title)}">
${button("turn", labels.turn)}${toggle('id="hide"', labels.hide)}${readings}${button("smaller", labels.smaller, "A−")}${button("larger", labels.larger, "A+")}${button("keys", labels.keys, "?")}</nav>
`;
}

/** What comes after the text: the sheet of a phone, the list of keys, the script. */
export function pageEnd({ language, counterpart, close, keys, keyTexts }: PageLabels): string {
  const items = Object.entries(PAGE_KEYS).map(
    ([key, caps]) => `<dt>${caps.split(" ").map(keyCap).join("")}</dt><dd>${escapeHtml(keyTexts[key as PageKey])}</dd>`,
  );
  return `<footer lang="${language}"><small><kbd>?</kbd> ${escapeHtml(keys)}</small></footer>
<aside id="sheet" hidden aria-label="${escapeHtml(counterpart)}"><div id="sheet-text" aria-live="polite"></div>
<button type="button" id="sheet-close" lang="${language}" aria-label="${escapeHtml(close)}">×</button></aside>
<dialog id="help" lang="${language}" aria-labelledby="help-title"><h2 id="help-title">${escapeHtml(keys)}</h2>
<dl>${items.join("\n")}</dl>
<button type="button" id="help-close">${escapeHtml(close)}</button></dialog>
<script type="module">${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function keyCap(key: string): string {
  return `<kbd>${escapeHtml(key)}</kbd>`;
}

/** A text's hash as a Content Security Policy names it. */
function hashSource(text: string): string {
  const bytes = hashText(text).match(/../g) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))))}`;
}
