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
}

const PICTURES: readonly Picture[] = [
  { name: "reader", options: { width: 1280, height: 800 } },
  { name: "reader-dark", options: { width: 1280, height: 800, isDark: true, locale: "ko-KR" } },
  { name: "phone", options: { width: 360, height: 740, hasTouch: true } },
  { name: "correcting", options: { width: 1280, height: 800 }, keys: ["c"] },
  { name: "map", options: { width: 1280, height: 800, locale: "zh-CN" }, keys: ["m"] },
];

mkdirSync(IMAGES, { recursive: true });
const [browser, room] = await Promise.all([launchChromium(), openReadingRoom()]);
try {
  const id = await room.addSample("harbour-bridge");
  for (const { name, options, keys = [] } of PICTURES) {
    const { page, context } = await openJourney(browser, `${room.url}/#/text/${id}`, options);
    await sentence(page, LIT).click();
    for (const key of keys) await page.keyboard.press(key);
    // Word links and pictures are there a moment later.
    await page.waitForTimeout(3000);
    await page.screenshot({ path: join(IMAGES, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await room.close();
}
