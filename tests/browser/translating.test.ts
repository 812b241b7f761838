import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FaultsServer, startFaultsServer } from "../faults/faults-server.ts";
import { isWithoutChromium, launchChromium } from "./chromium.ts";
import { expectAccessible, openJourney } from "./journey.ts";
import { openReadingRoom, type ReadingRoom } from "./reading-room.ts";

describe.skipIf(isWithoutChromium)("translating", () => {
  let browser: Browser;
  let service: FaultsServer;
  let room: ReadingRoom;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async (context) => {
    service = await startFaultsServer({ latencyMs: 300 });
    room = await openReadingRoom({ DEEPL_AUTH_KEY: "not-a-real-key:fx", DEEPL_SERVER_URL: service.url });
    const text = Array.from({ length: 120 }, (_, at) => `Boat number ${at} left the harbour on Monday.`).join(" ");
    const { body } = await room.api("/texts", { texts: [{ text, language: "en" }] });
    ({ page } = await openJourney(browser, `${room.url}/#/text/${(body as { id: string }).id}`));
    await page.locator(".s").first().waitFor();
    context.onTestFinished(async () => {
      await page.context().close();
      await room.close();
      await service.close();
    });
  });
  afterAll(() => browser?.close());

  const open = async () => {
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Translate" });
    await dialog.getByRole("radio", { name: /DeepL/u }).waitFor();
    return dialog;
  };

  it("says where the text goes and how much it is before anything is sent, and sends only when told", async () => {
    const dialog = await open();
    expect(await dialog.textContent()).toContain(`The text is sent to ${new URL(service.url).hostname}`);
    expect(await dialog.textContent()).toMatch(/Characters to send: \d,\d{3}/u);
    expect(service.translations()).toHaveLength(0);
    await expectAccessible(page);
    await dialog.getByRole("radio", { name: /DeepL/u }).check();
    expect(service.translations()).toHaveLength(0);
    await dialog.getByRole("button", { name: "Translate" }).click();
    await page.locator(".head-name", { hasText: "한국어" }).waitFor({ timeout: 30_000 });
    expect(await page.locator(".head-origin").allTextContents()).toEqual(["From a file", "Machine"]);
    expect(service.translations().length).toBeGreaterThan(0);
  });

  it("can be called off, keeps what was answered, and goes on from there without sending it again", async () => {
    const dialog = await open();
    await dialog.getByRole("radio", { name: /DeepL/u }).check();
    await dialog.getByRole("button", { name: "Translate" }).click();
    await expect.poll(() => service.translations().length).toBeGreaterThan(0);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.getByRole("button", { name: "Translate" }).waitFor();
    await page.waitForTimeout(700);
    const sent = service.translations().length;
    await dialog.getByRole("button", { name: "Translate" }).click();
    await page.locator(".head-name", { hasText: "한국어" }).waitFor({ timeout: 30_000 });
    const texts = service.translations().flatMap((request) => request.texts);
    expect(sent).toBeGreaterThan(0);
    expect(texts.length).toBeLessThanOrEqual(new Set(texts).size);
  });
});
