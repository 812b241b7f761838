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

  it("shows two translations into one language beside each other, their differences marked", async () => {
    const { body } = await room.api("/texts", {
      texts: [
        { text: "The boat left. It was late.", language: "en" },
        { text: "배가 떠났다. 늦었다.", language: "ko" },
      ],
    });
    const { id } = body as { readonly id: string };
    await room.api(`/texts/${id}/translations`, {
      texts: [{ text: "배가 떠났다. 많이 늦었다.", language: "ko", name: "other.txt" }],
    });
    await page.goto(`${room.url}/#/text/${id}`);
    await page.locator(".s", { hasText: "The boat left." }).waitFor();
    await page.keyboard.press("t");
    await page.getByRole("link", { name: /^한국어/u }).click();
    await page.locator(".head-name", { hasText: "한국어" }).nth(1).waitFor();
    expect(await page.locator(".different").allTextContents()).toEqual(["많이"]);
  });

  it("asks another engine for one sentence when told, and puts it in place only when taken", async () => {
    const { body } = await room.api("/texts", {
      texts: [
        { text: "The boat left.", language: "en" },
        { text: "배가 떠났다.", language: "ko" },
      ],
    });
    await page.goto(`${room.url}/#/text/${(body as { id: string }).id}`);
    await page.locator(".s", { hasText: "배가 떠났다." }).click();
    await page.keyboard.press("c");
    await page.getByRole("button", { name: "Edit" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit the sentence" });
    const ask = dialog.getByRole("button", { name: /DeepL/u });
    await ask.waitFor();
    expect(service.translations()).toHaveLength(0);
    await ask.click();
    await dialog.getByRole("button", { name: "Use this" }).click();
    const suggested = await dialog.getByRole("textbox").inputValue();
    expect(suggested).not.toBe("배가 떠났다.");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".s", { hasText: suggested }).waitFor();
  });
});
