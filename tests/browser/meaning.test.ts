import { createBitext, sideOf, writeText } from "@stele/core";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isWithoutChromium, launchChromium } from "./chromium.ts";
import { closeJourneys, expectAccessible, openJourney, sentence } from "./journey.ts";
import { openReadingRoom, type ReadingRoom } from "./reading-room.ts";

describe.skipIf(isWithoutChromium)("what the aligner knows", () => {
  let browser: Browser;
  let room: ReadingRoom;

  beforeAll(async () => {
    [browser, room] = await Promise.all([launchChromium(), openReadingRoom()]);
  });
  afterEach(() => closeJourneys(browser));
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });

  it("links the words inside the lit sentences, the same word in every language", async () => {
    const ENGLISH = "Work began in 2021 and was to last six years.";
    const id = await room.addSample("harbour-bridge");
    const { page } = await openJourney(browser, `${room.url}/#/text/${id}`);
    await sentence(page, ENGLISH).click();
    const year = page.locator(".s[data-lit] .w", { hasText: "2021" });
    await expect.poll(() => year.count(), { timeout: 15_000 }).toBe(3);
    await year.first().hover();
    const lit = page.locator(".w[data-on]");
    await expect.poll(() => lit.filter({ hasText: "2021" }).count()).toBe(3);
    // Chinese writes the year's word apart, Korean joins it to the figure.
    for (const word of await lit.allTextContents()) expect(word).toMatch(/2021|^年$/u);
  });

  it("doubtful rows are stepped through with n, each saying why in words", async () => {
    // A text with its beads as they are: whether the aligner itself would doubt them is not asked here.
    const source = sideOf({ text: "The bridge opened on Monday. The work cost 53 million dollars.", language: "en" });
    const target = sideOf({ text: "다리가 월요일에 개통됐다. 그는 말이 없었다.", language: "ko" });
    const beads = [
      { source: [0, 1], target: [0, 1], score: 0.9, lowScore: false },
      { source: [1, 2], target: [1, 2], score: 0.2, lowScore: true },
    ] as const;
    const text = writeText(createBitext({ source, target, beads }), "json");
    const { body } = await room.api("/texts", { texts: [{ text, name: "doubtful.json" }] });
    const { page } = await openJourney(browser, `${room.url}/#/text/${(body as { id: string }).id}`);
    await sentence(page, "The work cost 53").waitFor();
    expect(await page.locator(".row[data-low]").count()).toBe(1);
    await page.keyboard.press("n");
    await expect
      .poll(() => page.locator(".doubt").textContent(), { timeout: 10_000 })
      .toContain("53,000,000 is missing");
    await expectAccessible(page);
  });
});
