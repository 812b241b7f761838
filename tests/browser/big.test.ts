import { expect } from "vitest";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { sentence } from "./journey.ts";
import { addLongText } from "./long-text.ts";

const ROWS = 1500;

const it = browserTest.extend("long", { scope: "file" }, async ({ room }) => {
  return `/#/text/${await addLongText(room, ROWS)}`;
});

describeInBrowser("a long text", () => {
  it("is wholly in the document, so that searching in the page and printing find every row", async ({ open, long }) => {
    const { page } = await open(long);
    await expect.poll(() => page.locator("[data-row]").count(), { timeout: 30_000 }).toBe(ROWS);
    const last = `Boat number ${ROWS - 1} left`;
    // What the browser's own search finds, far below the window and skipped by its layout.
    const find = (): Promise<string | undefined> =>
      page.evaluate((wanted) => {
        document.getSelection()?.removeAllRanges();
        const isFound = (window as unknown as { find(text: string): boolean }).find(wanted);
        return isFound ? document.getSelection()?.anchorNode?.parentElement?.closest("[data-row]")?.id : "nothing";
      }, last);
    await expect.poll(find).toBe(`row-${ROWS - 1}`);
  });

  it("renders only the rows that the light leaves and comes to", async ({ open, long }) => {
    const { page } = await open(long, { kept: { settings: { words: false } } });
    await expect.poll(() => page.locator("[data-row]").count(), { timeout: 30_000 }).toBe(ROWS);
    await sentence(page, "Boat number 3 left").click();
    await page.evaluate(() => {
      const touched = new Set<string>();
      Object.assign(window, { touched });
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const row = (target as Element).closest?.("[data-row]")?.getAttribute("data-row");
          if (row !== null && row !== undefined) touched.add(row);
        }
      }).observe(document.body, { subtree: true, attributes: true, childList: true, characterData: true });
    });
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator(".row[data-lit]").getAttribute("data-row")).toBe("4");
    const touched = await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched]);
    expect(touched.sort()).toEqual(["3", "4"]);
  });

  it("opens where one stopped, deep in the text", async ({ open, long }) => {
    const { page } = await open(`${long}?row=1200`);
    await expect
      .poll(
        () =>
          page
            .locator("#row-1200")
            .evaluate((row) => row.getBoundingClientRect().top)
            .catch(() => -1),
        { timeout: 15_000 },
      )
      .toBeGreaterThan(0);
    const top = await page.locator("#row-1200").evaluate((row) => row.getBoundingClientRect().top);
    expect(top).toBeLessThan(450);
  });
});
