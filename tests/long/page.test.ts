import { expect } from "vitest";
import { it as browserTest, describeInBrowser } from "../browser/browser-test.ts";
import { addLongText } from "../browser/long-text.ts";

const ROWS = 10_000;

const it = browserTest.extend("long", { scope: "file" }, async ({ room }) => {
  return `/#/text/${await addLongText(room, ROWS)}`;
});

describeInBrowser(`a text of ${ROWS} rows`, () => {
  it("is wholly in the document: searching in the page finds the last row, far below the window", async ({
    open,
    long,
  }) => {
    const { page, errors } = await open(long);
    await expect.poll(() => page.locator("[data-row]").count(), { timeout: 300_000 }).toBe(ROWS);
    for (const row of [1, 1500, 5000, ROWS - 1]) {
      const found = await page.evaluate((wanted) => {
        document.getSelection()?.removeAllRanges();
        const isFound = (window as unknown as { find(text: string): boolean }).find(wanted);
        return isFound ? document.getSelection()?.anchorNode?.parentElement?.closest("[data-row]")?.id : "nothing";
      }, `Boat number ${row} left`);
      expect(found).toBe(`row-${row}`);
    }
    expect(errors).toEqual([]);
  });

  it("is gone to at its last row, which the arrows light", async ({ open, long }) => {
    const { page } = await open(`${long}?row=${ROWS - 1}`);
    const last = page.locator(`#row-${ROWS - 1}`);
    await expect.poll(() => last.isVisible(), { timeout: 300_000 }).toBe(true);
    await expect
      .poll(() => last.evaluate((row) => row.getBoundingClientRect().top < window.innerHeight), { timeout: 60_000 })
      .toBe(true);
    await page.keyboard.press("End");
    await expect.poll(() => page.locator(".row[data-lit]").getAttribute("data-row")).toBe(String(ROWS - 1));
  });
});
