import type { Page } from "playwright-core";
import { expect } from "vitest";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { type JourneyOptions, sentence } from "./journey.ts";

const ENGLISH = "Work began in 2021 and was to last six years.";
const MOST_STEPS = 60;

/** Goes on by Tab from the top of the page until a sentence has the focus; gives its language and text. */
async function tabToText(page: Page): Promise<readonly (string | null | undefined)[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.querySelector<HTMLElement>(".skip")?.focus();
  });
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.matches(".s") === true
        ? [element.closest("[lang]")?.getAttribute("lang"), element.textContent]
        : undefined;
    });
    if (found !== undefined) return found;
  }
  return [];
}

const it = browserTest.extend("openText", async ({ open, text }) => async (options: JourneyOptions = {}) => {
  const { page } = await open(text, options);
  await sentence(page, "2031").waitFor();
  return page;
});

describeInBrowser("the text by Tab", () => {
  it("is reached at its first sentence before any other key was pressed, and the arrows go on from there", async ({
    openText,
  }) => {
    const page = await openText();
    expect(await tabToText(page)).toEqual(["en", "date 2031-05-14"]);
    await page.keyboard.press("ArrowRight");
    expect(await tabToText(page)).toEqual(["ko", "2031-05-14"]);
    expect(await page.locator('[data-s][tabindex="0"]').count()).toBe(1);
  });

  it("is reached where one read last, and where a link led", async ({ open, openText, text }) => {
    const page = await openText();
    await sentence(page, ENGLISH).click();
    await page.keyboard.press("Escape");
    expect(await tabToText(page)).toEqual(["en", ENGLISH]);
    const row = await sentence(page, ENGLISH).evaluate((one) => one.closest<HTMLElement>("[data-row]")?.dataset.row);
    const linked = await open(`${text}?row=${row}`);
    await sentence(linked.page, ENGLISH).waitFor();
    expect(await tabToText(linked.page)).toEqual(["en", ENGLISH]);
  });

  it("is reached in a column that is there and not covered", async ({ openText }) => {
    const page = await openText();
    await page.getByRole("button", { name: "English", exact: true }).click();
    expect(await tabToText(page)).toEqual(["ko", "2031-05-14"]);
    await page.getByRole("button", { name: "Cover Korean" }).click();
    expect(await tabToText(page)).toEqual(["zh-Hans", "2031年5月14日"]);
  });

  it("is reached on a phone, whichever language is shown", async ({ openText }) => {
    const page = await openText({ width: 360, height: 740 });
    expect(await tabToText(page)).toEqual(["en", "date 2031-05-14"]);
    await page.keyboard.press("f");
    expect((await tabToText(page))[0]).toBe("ko");
  });
});
