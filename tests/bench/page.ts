import { performance } from "node:perf_hooks";
import type { Page } from "playwright-core";
import { launchChromium } from "../browser/chromium.ts";
import { addLongText } from "../browser/long-text.ts";
import { openReadingRoom } from "../browser/reading-room.ts";

const ROWS = 10_000;
const LONG_TASK_MS = 50;

/** Scrolls through the whole text and gives the lengths of the tasks over 50 ms meanwhile, in milliseconds. */
async function scrollThrough(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (): Promise<number[]> => {
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: "longtask" });
    const step = document.documentElement.scrollHeight / 200;
    for (let at = 0; at < 200; at += 1) {
      window.scrollBy(0, step);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    observer.disconnect();
    return long;
  });
}

/** Milliseconds from the request of the text to its last byte, and how far the page shifted by itself (CLS). */
async function facts(page: Page): Promise<{ readonly answerMs: number; readonly shift: number }> {
  return page.evaluate(async () => {
    const answer = performance.getEntriesByType("resource").find(({ name }) => name.includes("/api/texts/"));
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { answerMs: answer?.duration ?? Number.NaN, shift };
  });
}

const room = await openReadingRoom();
const browser = await launchChromium();
try {
  const id = await addLongText(room, ROWS);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const started = performance.now();
  await page.goto(`${room.url}/#/text/${id}`);
  await page.locator(".s").first().waitFor();
  const firstMs = performance.now() - started;
  await page.waitForFunction((rows) => document.querySelectorAll("[data-row]").length === rows, ROWS, {
    timeout: 120_000,
  });
  const allMs = performance.now() - started;
  const { answerMs, shift } = await facts(page);
  const long = await scrollThrough(page);
  console.log(`${ROWS} rows`);
  console.log(`first rows          ${Math.round(firstMs)} ms`);
  console.log(`  the text's answer ${Math.round(answerMs)} ms`);
  console.log(`layout shift        ${shift}`);
  console.log(`all in the document ${Math.round(allMs)} ms`);
  console.log(
    `tasks over ${LONG_TASK_MS} ms while scrolling: ${long.length}, longest ${Math.round(Math.max(0, ...long))} ms`,
  );
} finally {
  await browser.close();
  await room.close();
}
