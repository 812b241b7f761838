import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { sentence } from "./journey.ts";

const ENGLISH = "Work began in 2021 and was to last six years.";

describeInBrowser("while the server is away", () => {
  it("every panel and room of an open page still opens, and the text stays", async ({ open, room, text }) => {
    const { page } = await open(text);
    await sentence(page, ENGLISH).click();
    await page.waitForLoadState("networkidle");
    await room.stop();
    try {
      for (const [key, name] of [
        ["?", "Keys"],
        ["m", "Map"],
        ["v", "Aids"],
        ["t", "Translate"],
      ] as const) {
        await page.keyboard.press(key);
        await page.getByRole("dialog", { name }).waitFor();
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("c");
      await page.getByRole("region", { name: "Correct" }).waitFor();
      expect(await sentence(page, ENGLISH).isVisible()).toBe(true);
      for (const name of ["Add a text", "Search", "Words"]) {
        await page.getByRole("link", { name, exact: true }).click();
        await page.getByRole("heading", { name, level: 1 }).waitFor();
      }
    } finally {
      await room.start();
    }
  });

  it("a panel whose script did not come says so, and comes when asked again", async ({ open, text }) => {
    const { page } = await open(text);
    const script = /help-panel-[^/]*\.js$/u;
    await page.route(script, (route) => route.abort());
    await page.reload();
    await sentence(page, ENGLISH).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("alert").getByText("The reading room's server does not answer.").waitFor();
    expect(await sentence(page, ENGLISH).isVisible()).toBe(true);
    await page.unroute(script);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
  });
});
