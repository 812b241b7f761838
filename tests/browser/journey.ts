import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

/** How the page of a journey is opened. */
export interface JourneyOptions {
  readonly width?: number;
  readonly height?: number;
  /** The browser's language. */
  readonly locale?: string;
  readonly isDark?: boolean;
  /** What the browser has kept from earlier visits, by name. */
  readonly kept?: Readonly<Record<string, unknown>>;
  readonly hasTouch?: boolean;
}

/** A page of its own browser profile, with what went wrong in it. */
export interface Journey {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the content policy; a good journey has none. */
  readonly errors: readonly string[];
  /** Every request as method and address. */
  readonly requests: readonly string[];
}

/** Opens an address in a fresh profile. */
export async function openJourney(browser: Browser, url: string, options: JourneyOptions = {}): Promise<Journey> {
  const { width = 1280, height = 900, locale = "en-GB", isDark = false, hasTouch = false, kept = {} } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme: isDark ? "dark" : "light",
    hasTouch,
    isMobile: hasTouch,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.addInitScript((values) => {
    for (const [name, value] of Object.entries(values)) {
      if (localStorage.getItem(`stele.${name}`) === null) localStorage.setItem(`stele.${name}`, JSON.stringify(value));
    }
  }, kept);
  await page.goto(url);
  return { page, context, errors, requests };
}

/** Closes every profile: an open one keeps its worker with the vectors in memory. */
export async function closeJourneys(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}

/** Nothing that axe knows is wrong with the page as it stands. A frame without scripts cannot be asked. */
export async function expectAccessible(page: Page): Promise<void> {
  // In the page itself, which has no frames that could be asked: the other way opens a page more for each question.
  const axe = new AxeBuilder({ page }).exclude("iframe[sandbox]").setLegacyMode();
  // What passes is not described node by node, which takes most of the time.
  const { violations } = await axe.options({ resultTypes: ["violations"] }).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .slice(0, 3)
        .join(" | ")}`,
  );
  expect(found).toEqual([]);
}

/** The texts of the lit sentences by language. */
export async function litTexts(page: Page): Promise<Record<string, readonly string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {};
    for (const sentence of document.querySelectorAll(".s[data-lit]")) {
      const language = sentence.closest("[lang]")?.getAttribute("lang") ?? "";
      found[language] = [...(found[language] ?? []), sentence.textContent ?? ""];
    }
    return found;
  });
}

/** The element of the sentence that has exactly this text. */
export function sentence(page: Page, text: string) {
  return page.locator(".s", { hasText: text }).first();
}
