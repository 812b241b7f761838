import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { expectAccessible, sentence } from "./journey.ts";
import { inWrongLanguage, outside, small } from "./page-faults.ts";

const ROOMS = ["/", "/add", "/search?q=2021", "/words"] as const;
/** Keys that open the reader's dialogs and its correction mode. */
const PANELS = ["?", "v", "x", "t", "m", "c"] as const;
const ENGLISH = "Work began in 2021 and was to last six years.";

/** The focused element in words, and whether one sees that it has the focus: an outline inside the window. */
function focused(page: Page): Promise<{ readonly name: string; readonly isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: "body", isSeen: true };
    // A file input lies hidden in its label, which shows the focus.
    const shown = element.matches("input.aside") ? (element.closest("label") ?? element) : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const box = shown.getBoundingClientRect();
    const isInside = box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
    const isSeen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && isInside;
    const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return { name: `${element.tagName} ${element.getAttribute("href") ?? ""} ${label.slice(0, 40)}`, isSeen };
  });
}

/** Goes through a screen by Tab until the page's end; gives the names of what had the focus, once each. */
async function walk(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const names: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const { name, isSeen } = await focused(page);
    if (name === "body" || (step > 2 && name === names[0])) return names;
    if (!isSeen) throw new Error(`The focus is not seen on: ${name}`);
    names.push(name);
  }
  throw new Error(`The keyboard does not leave the page: ${names.slice(-3).join(" | ")}`);
}

/** How far the page has shifted by itself since it was opened, as browsers reckon it (CLS without windows). */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 100);
      }),
  );
}

/** Goes to another address of the same room. */
async function go(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address, page.url()).href);
}

/** Goes through every screen and panel, and looks at each when it is there. */
async function visitAll(page: Page, text: string, look: (name: string) => Promise<void>): Promise<void> {
  for (const name of ROOMS) {
    await go(page, `/#${name}`);
    await page.locator("main h1").waitFor();
    if (name.startsWith("/search")) await page.locator(".hit").first().waitFor();
    await look(name);
  }
  await go(page, text);
  await sentence(page, ENGLISH).click();
  await look("text");
  for (const key of PANELS) {
    await page.keyboard.press(key);
    await page
      .locator(key === "c" ? ".correct-bar" : ".dialog[open] .dialog-body > *")
      .first()
      .waitFor();
    if (key === "x") await page.locator(".export-files a").first().waitFor();
    await look(key);
    if (key === "c") continue;
    await page.getByRole("dialog").locator(".dialog-head button").click();
    await page.locator(".dialog[open]").waitFor({ state: "detached" });
  }
}

describeInBrowser("every screen", () => {
  it.for(["en-GB", "ko-KR", "zh-CN"])(
    "fits a phone, a finger and twice the size in %s, without motion and in forced colours",
    async (locale, { open, text }) => {
      const { page } = await open("", { width: 360, height: 740, locale });
      await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
      const seen: Record<string, readonly string[]> = {};
      await visitAll(page, text, async (name) => {
        // 640 pixels are what a window of 1280 has at 200 %.
        for (const width of [360, 640]) {
          await page.setViewportSize({ width, height: 740 });
          const found = [...(await outside(page)), ...(await small(page))];
          if (found.length > 0) seen[`${name} ${width}`] = found;
        }
      });
      expect(seen).toEqual({});
    },
  );

  it.for([
    { locale: "en-GB", theme: "light", layout: "side" },
    { locale: "ko-KR", theme: "dark", layout: "stacked" },
    { locale: "zh-CN", theme: "paper", layout: "interlinear" },
  ])(
    "is clean for axe, each text in its language, nothing refused by the policy: $locale, $theme, $layout",
    async ({ locale, ...settings }, { open, text }) => {
      const { page, errors } = await open("", { locale, kept: { settings } });
      const seen: Record<string, readonly string[]> = {};
      await visitAll(page, text, async (name) => {
        await expectAccessible(page);
        const found = await inWrongLanguage(page);
        if (found.length > 0) seen[name] = found;
      });
      expect(seen).toEqual({});
      expect(errors).toEqual([]);
    },
  );

  it("is walked by Tab with the focus in sight, to its end and never caught", async ({ open, room, text }) => {
    const { page } = await open();
    for (const [address, ready, wanted] of [
      ["/#/", ".text-item", /lift bridge/u],
      ["/#/add", ".drop", /INPUT.*TEXTAREA/su],
      ["/#/search?q=2021", ".hit", /INPUT.*TSV/su],
      ["/#/words", "#kept-title", /#\/words/u],
      [text, ".s", /BUTTON {2}Export.*Cover Korean/su],
    ] as const) {
      await page.goto(room.url + address);
      await page.locator(ready).first().waitFor();
      const names = await walk(page);
      expect(names[0]).toMatch(/Skip to the text/u);
      expect(names.join("\n")).toMatch(wanted);
    }
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toMatchObject({ name: expect.stringMatching(/^SPAN/u), isSeen: true });
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.closest("[lang]")?.getAttribute("lang"))).toBe("ko");
  });

  it("gives the focus back where a dialog was opened from, and keeps it inside meanwhile", async ({ open, text }) => {
    const { page } = await open(text);
    await sentence(page, ENGLISH).waitFor();
    for (const name of ["Aids", "Export", "Map"]) {
      const button = page.getByRole("button", { name, exact: true });
      await button.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name }).waitFor();
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press("Tab");
        const where = await page.evaluate(() => document.activeElement?.closest("dialog, body")?.tagName);
        // Between the last and the first control the browser's own bar has its turn.
        if (where !== "DIALOG") expect((await focused(page)).name).toBe("body");
      }
      await page.keyboard.press("Escape");
      await expect.poll(() => button.evaluate((own) => own === document.activeElement)).toBe(true);
    }
    await sentence(page, ENGLISH).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Words" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(ENGLISH);
  });

  it("stands still: nothing shifts on the first screen, nor when a text opens", async ({ open, text }) => {
    const { page } = await open();
    await page.locator(".text-item").first().waitFor();
    expect(await layoutShift(page)).toBe(0);
    const opened = await open(text);
    await sentence(opened.page, ENGLISH).waitFor();
    await opened.page.waitForTimeout(300);
    expect(await layoutShift(opened.page)).toBe(0);
  });

  it("shows what a date line, a title, a caption and a sign-off are", async ({ open, room, text }) => {
    const lookOf = (page: Page, kind: string) =>
      page
        .locator(`.cell[lang='en'] .run[data-kind='${kind}']`)
        .first()
        .evaluate((run) => {
          const { fontSize, fontStyle, borderInlineStartWidth: rule, textAlign, fontWeight } = getComputedStyle(run);
          return { size: Number.parseFloat(fontSize), fontStyle, rule, textAlign, weight: Number(fontWeight) };
        });
    const { page } = await open(text);
    await sentence(page, ENGLISH).waitFor();
    const usual = await lookOf(page, "paragraph");
    expect((await lookOf(page, "dateline")).size).toBeLessThan(usual.size);
    expect(await lookOf(page, "caption")).toMatchObject({ fontStyle: "italic", rule: "3px" });
    const story = "# The last ferry\n\nThe last ferry crossed the sound on Sunday.\n\n(END)\n";
    const { body } = await room.api("/texts", { texts: [{ text: story, language: "en", name: "ferry.md" }] });
    const ferry = (await open(`/#/text/${(body as { id: string }).id}`)).page;
    await sentence(ferry, "The last ferry crossed").waitFor();
    expect((await lookOf(ferry, "title")).size).toBeGreaterThan(usual.size);
    expect((await lookOf(ferry, "title")).weight).toBeGreaterThan(usual.weight);
    expect(await lookOf(ferry, "signoff")).toMatchObject({ textAlign: "end" });
  });
});
