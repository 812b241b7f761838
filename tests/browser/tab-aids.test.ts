import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { sentence } from "./journey.ts";
import { samplePath } from "./reading-room.ts";

const CHINESE = "工程于2021年动工，原定工期六年。";
const FILES = ["en", "ko", "zh"].map((language) => samplePath("harbour-bridge", language));

describeInBrowser("reading aids without the server", () => {
  it("stand over a text that was aligned in the tab, and the dictionary opens", async ({ open, room }) => {
    const { page, requests } = await open("/#/add");
    await page.getByRole("heading", { name: "Add a text" }).waitFor();
    await page.waitForLoadState("networkidle");
    await room.stop();
    try {
      const before = requests.length;
      await page.locator("[data-choose]").setInputFiles(FILES);
      await page.locator(".draft").nth(2).waitFor();
      await page.getByRole("button", { name: "Align in this tab" }).click();
      await sentence(page, CHINESE).waitFor({ timeout: 90_000 });
      await page.keyboard.press("v");
      for (const name of [/^Pinyin/u, /^Romanisation/u, /^The other Chinese script/u])
        await page.getByLabel(name).check();
      await page.keyboard.press("Escape");
      const own = page.locator(".row", { hasText: "Work began in 2021" });
      await expect.poll(() => own.locator("[lang^='zh'] rt").allTextContents()).toContain("gōng");
      await expect.poll(() => own.locator("[lang='ko'] rt").allTextContents()).toContain("gongsaneun");
      // Another script is set as what it is.
      expect(await own.locator("[lang='zh-Hant'] .s").first().textContent()).toMatch(/動/u);
      await own.locator("[lang='zh-Hant'] .s").first().click();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Words" }).getByText("engineering", { exact: false }).waitFor();
      const sent = requests
        .slice(before)
        .filter((request) => !/^GET \S+\/(icon\.svg|api\/concordance\S*)$/u.test(request));
      expect(sent.filter((request) => !request.startsWith("GET blob:"))).toEqual([]);
    } finally {
      await room.start();
    }
  });
});
