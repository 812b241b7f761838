import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type FaultsServer, startFaultsServer } from "../faults/faults-server.ts";
import { isWithoutChromium, launchChromium } from "./chromium.ts";
import { closeJourneys, expectAccessible, openJourney } from "./journey.ts";
import { openReadingRoom, type ReadingRoom } from "./reading-room.ts";

describe.skipIf(isWithoutChromium)("what a translation would cost", () => {
  let browser: Browser;
  let service: FaultsServer;
  let room: ReadingRoom;

  beforeAll(async () => {
    [browser, service] = await Promise.all([launchChromium(), startFaultsServer({})]);
    room = await openReadingRoom({ DEEPL_AUTH_KEY: "not-a-real-key:fx", DEEPL_SERVER_URL: service.url });
  });
  afterEach(() => closeJourneys(browser));
  afterAll(async () => {
    await browser?.close();
    await room?.close();
    await service?.close();
  });

  it("stands beside the engine for each language before anything is sent", async () => {
    const text = "The ferry left on Friday. Nobody was on board.";
    const { body } = await room.api("/texts", { texts: [{ text, language: "en" }] });
    const { page, errors } = await openJourney(browser, `${room.url}/#/text/${(body as { id: string }).id}`);
    await page.locator(".s").first().waitFor();
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Translate" });
    await dialog.getByLabel("简体中文").check();
    const engine = dialog.locator(".engine", { hasText: "DeepL" });
    await expect.poll(() => engine.locator(".shares > span").count()).toBe(2);
    expect(await engine.locator(".shares > span").first().textContent()).toMatch(/^한국어: Characters to send: \d\d/u);
    expect(service.translations()).toEqual([]);
    await expectAccessible(page);
    expect(errors).toEqual([]);
  });
});
