/** Makes the pictures of the README: `npx tsx tests/browser/screenshots.ts` from the root, after a build. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./chromium.ts";
import { type JourneyOptions, openJourney, sentence } from "./journey.ts";
import { openReadingRoom } from "./reading-room.ts";

const IMAGES = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const LIT = "The Tern Bridge is 1,240";

interface Picture {
  readonly name: string;
  readonly options: JourneyOptions;
  readonly keys?: readonly string[];
  /** A word to hover, so that its links are seen. */
  readonly word?: string;
}

/** Fits a window without a bar at its side. */
const WINDOW = { width: 1280, height: 800 } as const;
const AIDS = ["pinyin", "romanisation"] as const;

const PICTURES: readonly Picture[] = [
  { name: "reader", options: WINDOW, word: "1,240" },
  { name: "reader-dark", options: { ...WINDOW, isDark: true, locale: "ko-KR" } },
  { name: "aids", options: { ...WINDOW, locale: "zh-CN", kept: { settings: { aids: AIDS } } } },
  { name: "phone", options: { width: 360, height: 740, hasTouch: true } },
  { name: "correcting", options: WINDOW, keys: ["c"] },
  { name: "map", options: { ...WINDOW, locale: "zh-CN" }, keys: ["m"] },
];

mkdirSync(IMAGES, { recursive: true });
const [browser, room] = await Promise.all([launchChromium(), openReadingRoom()]);
try {
  const id = await room.addSample("harbour-bridge");
  for (const { name, options, keys = [], word } of PICTURES) {
    const { page, context } = await openJourney(browser, `${room.url}/#/text/${id}`, options);
    await sentence(page, LIT).click();
    for (const key of keys) await page.keyboard.press(key);
    // The words are linked, and readings set over the lines, a moment later.
    await page.locator(".s[data-lit] .w").first().waitFor({ timeout: 60_000 });
    if (options.kept !== undefined) await page.locator("[data-lit] rt").first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1500);
    if (word === undefined) await page.mouse.move(2, 2);
    else await page.locator(".w", { hasText: word }).first().hover();
    await page.screenshot({ path: join(IMAGES, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await room.close();
}
