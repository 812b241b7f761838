import { createBitext, sideOf, writeText } from "@stele/core";
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { PAIR_READERS, type Pair } from "./exported-pairs.ts";
import { sentence } from "./journey.ts";

/** What a format may stumble over: quotation marks, markup, a pipe, a comma, a formula, two sentences beside one. */
const ENGLISH = [
  'A sign reads "Tern & Sons", no more.',
  "The <b>ferry</b> costs $5 | or less.",
  "=1+1 is what the board says.",
  "Nobody was hurt.",
];
const KOREAN = [
  '간판에는 "턴 & 아들들"이라고 쓰여 있다.',
  "<b>배</b> 삯은 5달러 | 또는 더 싸다.",
  "=1+1이라고 판에 쓰여 있다.",
  "다친 사람은 없었다.",
  "아무도 없었다.",
];
const PAIRS: readonly Pair[] = [
  ...ENGLISH.slice(0, 3).map((line, at): Pair => [line, KOREAN[at] ?? ""]),
  ["Nobody was hurt.", "다친 사람은 없었다. 아무도 없었다."],
];

/** A text with its beads as they are: nothing is aligned here. */
function bitextFile(): string {
  const source = sideOf({ text: ENGLISH.join("\n\n"), language: "en" });
  const target = sideOf({ text: KOREAN.join("\n\n"), language: "ko" });
  const beads = PAIRS.map((_, at) => ({
    source: [at, at + 1] as const,
    target: [at, at === PAIRS.length - 1 ? KOREAN.length : at + 1] as const,
    score: 0.9,
    lowScore: false,
  }));
  return writeText(createBitext({ source, target, beads }), "json");
}

/** What a link gives, under the end of its name: the title before it is the same everywhere. */
function fileBehind(link: Locator): Promise<readonly [string, string]> {
  return link.evaluate(async (anchor: HTMLAnchorElement): Promise<[string, string]> => {
    const response = await fetch(anchor.href);
    const sent = response.headers.get("content-disposition") ?? "";
    if (!response.ok || !sent.startsWith("attachment")) throw new Error(`${anchor.href} is not a download.`);
    return [anchor.download.replace(/^[^.]*\./u, ""), await response.text()];
  });
}

describeInBrowser("exports taken from the page", () => {
  it("hold the pairs of the text in every format, as another program reads them", async ({ open, room }) => {
    const { body } = await room.api("/texts", { texts: [{ text: bitextFile(), name: "signs.json" }] });
    const { page } = await open(`/#/text/${(body as { id: string }).id}`);
    await sentence(page, "Nobody was hurt.").waitFor();
    await page.keyboard.press("x");
    const formats = page.getByLabel("Format");
    await formats.waitFor();
    const names = await formats
      .locator("option")
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    expect([...names].sort()).toEqual(Object.keys(PAIR_READERS).sort());
    const found: Record<string, readonly Pair[]> = {};
    for (const name of names) {
      await formats.selectOption(name);
      const links = page.locator(`a[download][href*="format=${name}&"]`);
      await links.first().waitFor();
      const files = Object.fromEntries(await Promise.all((await links.all()).map(fileBehind)));
      found[name] = (await PAIR_READERS[name]?.(files, page)) ?? [];
    }
    const expected = Object.fromEntries(names.map((name) => [name, PAIRS]));
    // A spreadsheet would reckon what begins with "=": there the cell begins with an apostrophe.
    expected.csv = PAIRS.map((pair): Pair => [guarded(pair[0]), guarded(pair[1])]);
    expect(found).toEqual(expected);
  });
});

function guarded(cell: string): string {
  return cell.startsWith("=") ? `'${cell}` : cell;
}
