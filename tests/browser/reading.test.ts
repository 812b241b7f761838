import { expect } from "vitest";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { expectAccessible, type JourneyOptions, litTexts, sentence } from "./journey.ts";

const ENGLISH = "Work began in 2021 and was to last six years.";
const KOREAN = "공사는 2021년에 시작해 6년 뒤 끝날 예정이었다.";
const CHINESE = "工程于2021年动工，原定工期六年。";

const it = browserTest.extend("openText", async ({ open, text }) => async (options: JourneyOptions = {}) => {
  const journey = await open(text, options);
  await sentence(journey.page, ENGLISH).waitFor();
  return journey;
});

describeInBrowser("reading", () => {
  it("leads from the library to a text in three columns, each in its own language", async ({ open, room, text }) => {
    const { page, errors } = await open();
    await page.getByRole("link", { name: /lift bridge/iu }).click();
    await sentence(page, ENGLISH).waitFor();
    expect(page.url()).toBe(room.url + text);
    expect(await page.getByRole("columnheader").count()).toBe(3);
    expect(await page.locator(".row:not(.heads .row) .cell").first().getAttribute("lang")).toBe("en");
    expect(await page.title()).toMatch(/^The longest lift bridge.* · Stele$/u);
    expect(errors).toEqual([]);
  });

  it("lights the counterparts in every column, by pointer, focus and tap", async ({ openText }) => {
    const { page } = await openText();
    const all = { en: [ENGLISH], ko: [KOREAN], "zh-Hans": [CHINESE] };
    // The words of the lit sentence render under the pointer, which may swallow the event that says it has left.
    for (const under of [ENGLISH, CHINESE, KOREAN, CHINESE]) {
      await sentence(page, under).hover();
      await expect.poll(() => litTexts(page)).toEqual(all);
      await page.locator(".s[data-lit] .w").first().waitFor();
      await page.mouse.move(2, 2);
      await expect.poll(() => litTexts(page)).toEqual({});
    }
    await sentence(page, CHINESE).focus();
    await expect.poll(() => litTexts(page)).toEqual(all);
    await page.keyboard.press("Escape");
    await expect.poll(() => litTexts(page)).toEqual({});
    await sentence(page, KOREAN).click();
    await page.mouse.move(2, 2);
    await expect.poll(() => litTexts(page)).toEqual(all);
  });

  it("goes sentence by sentence with the arrows, and across with left and right", async ({ openText }) => {
    const { page } = await openText();
    await sentence(page, ENGLISH).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(KOREAN);
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(CHINESE);
    await page.keyboard.press("Home");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("2031年5月14日");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
      /^Mayor Ilsa Renwick cuts the ribbon/u,
    );
  });

  it("flips the languages, puts one away, and remembers both", async ({ openText, room, text }) => {
    const { page, context } = await openText();
    const names = () => page.locator(".head-name").allTextContents();
    expect(await names()).toEqual(["English", "한국어", "简体中文"]);
    await page.keyboard.press("f");
    expect(await names()).toEqual(["한국어", "简体中文", "English"]);
    await page.getByRole("button", { name: "简体中文", exact: true }).click();
    expect(await names()).toEqual(["한국어", "English"]);
    const again = await context.newPage();
    await again.goto(room.url + text);
    await again.locator(".head-name").first().waitFor();
    expect(await again.locator(".head-name").allTextContents()).toEqual(["한국어", "English"]);
  });

  it("covers a language for testing oneself, shows one sentence on demand, and covers it again", async ({
    openText,
  }) => {
    const { page } = await openText();
    await sentence(page, ENGLISH).focus();
    await page.keyboard.press("h");
    expect(await sentence(page, KOREAN).isVisible()).toBe(false);
    expect(await sentence(page, CHINESE).isVisible()).toBe(true);
    await page.keyboard.press(" ");
    expect(await sentence(page, KOREAN).isVisible()).toBe(true);
    expect(await page.locator(".cover").count()).toBeGreaterThan(10);
    await page.keyboard.press("h");
    await page.keyboard.press("h");
    expect(await sentence(page, KOREAN).isVisible()).toBe(false);
  });

  it("keeps the place through layouts and from visit to visit, and offers it on the library's page", async ({
    openText,
    room,
  }) => {
    const { page } = await openText({ height: 500 });
    const topOf = () => sentence(page, ENGLISH).evaluate((element) => element.getBoundingClientRect().top);
    await page.evaluate(() => document.querySelector("#row-8")?.scrollIntoView());
    const keptRow = () =>
      page.evaluate(() => Number((JSON.parse(localStorage.getItem("stele.last") ?? "{}") as { row?: number }).row));
    /** The row once it stays the same: slices are still being set and measured for a while after a jump. */
    const settledRow = async (): Promise<number> => {
      let last = Number.NaN;
      for (let row = await keptRow(); row !== last; row = await keptRow()) {
        last = row;
        await page.waitForTimeout(700);
      }
      return last;
    };
    const before = await settledRow();
    expect(before).toBeGreaterThan(5);
    /** On a busy machine a slice may still come after the row had stayed the same for a while. */
    const expectPlaceKept = () =>
      expect.poll(async () => Math.abs((await settledRow()) - before), { timeout: 20_000 }).toBeLessThanOrEqual(1);
    for (const layout of ["Stacked", "Interlinear", "Side by side"]) {
      await page.getByRole("button", { name: layout }).click();
      await expectPlaceKept();
    }
    expect(await topOf()).toBeLessThan(500);
    await page.goto(room.url);
    await page.getByRole("link", { name: /Go on reading/u }).click();
    await expectPlaceKept();
  });

  it("remembers type size, line width and theme", async ({ openText }) => {
    const { page } = await openText();
    const size = () =>
      sentence(page, ENGLISH).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const width = () => page.locator(".grid").evaluate((grid) => getComputedStyle(grid).maxWidth);
    const [before, usual] = [await size(), await width()];
    await page.getByRole("button", { name: "Line width" }).click();
    const wide = await width();
    expect(Number.parseFloat(wide)).toBeGreaterThan(Number.parseFloat(usual));
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    expect(await size()).toBeGreaterThan(before * 1.1);
    await page.getByLabel("Appearance").selectOption("paper");
    await page.reload();
    expect(await size()).toBeGreaterThan(before * 1.1);
    expect(Number.parseFloat(await width())).toBeGreaterThan(Number.parseFloat(wide));
    expect(await page.locator(".reader").getAttribute("data-width")).toBe("2");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
  });

  it("selects within one column, copies that side, and the sentence with its counterparts on Shift+C", async ({
    openText,
  }) => {
    const { page, context } = await openText();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await sentence(page, KOREAN).click();
    await page.keyboard.press("Control+c");
    expect(await clipboard()).toBe(KOREAN);
    await page.keyboard.press("Shift+C");
    const quoted = (await clipboard()).split("\n");
    expect(quoted.slice(0, 3)).toEqual([ENGLISH, KOREAN, CHINESE]);
    expect(quoted[3]).toMatch(/^— The longest lift bridge/u);
    const below = sentence(page, "It was halted twice");
    // Rows that come into view grow to their size: a place is taken when they stand still.
    await below.hover();
    await sentence(page, ENGLISH).hover();
    const from = await sentence(page, ENGLISH).boundingBox();
    const to = await below.boundingBox();
    if (from === null || to === null) throw new Error("The sentences are not on the page.");
    await page.mouse.move(from.x + 2, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 4, to.y + to.height - 8, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press("Control+c");
    expect(await clipboard()).toContain("Work began in 2021");
    expect(await clipboard()).not.toMatch(/[가-힣]|[一-鿿]/u);
    // Below a sentence that is shorter than its row nothing belongs to a cell: the column is still the one pressed in.
    await sentence(page, KOREAN).click();
    await page.mouse.move(from.x + 2, from.y + 60);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 4, to.y + to.height - 8, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press("Control+c");
    expect(await clipboard()).not.toMatch(/[가-힣]|[一-鿿]/u);
  });

  it("on a phone shows one language and the counterparts in a sheet", async ({ openText }) => {
    const { page } = await openText({ width: 360, height: 740, hasTouch: true });
    await sentence(page, ENGLISH).tap();
    const sheet = page.getByRole("complementary");
    expect(await sheet.textContent()).toContain(KOREAN);
    expect(await sheet.textContent()).toContain(CHINESE);
    expect(await page.locator(".s", { hasText: KOREAN }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
  });

  it("in a narrow window waits for the click: the sheet does not rise under the mouse", async ({ openText }) => {
    const { page } = await openText({ width: 360, height: 740 });
    const sheet = page.getByRole("complementary");
    const low = sentence(page, "The Tern Bridge is 1,240");
    await low.hover();
    expect(await sheet.textContent()).not.toContain("턴교는");
    await low.click();
    await expect.poll(() => sheet.textContent()).toContain("턴교는 길이 1240m로");
  });

  it.for([
    ["ko-KR", "서재", "단축키"],
    ["zh-CN", "书架", "快捷键"],
    ["en-US", "Library", "Keys"],
  ] as const)(
    "speaks the browser's language %s, and explains its keys",
    async ([locale, library, keys], { openText }) => {
      const { page } = await openText({ locale });
      expect(await page.getByRole("link", { name: library, exact: true }).count()).toBe(1);
      await page.keyboard.press("?");
      const dialog = page.getByRole("dialog", { name: keys });
      await dialog.waitFor();
      expect(await dialog.locator("dt").count()).toBeGreaterThan(15);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale.slice(0, 2));
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      expect(await dialog.count()).toBe(0);
    },
  );

  it("changes the language of the page and keeps it", async ({ open }) => {
    const { page } = await open();
    await page.getByLabel("Language of the page").selectOption("ko");
    await page.reload();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("서재");
  });

  it("stays usable at twice the size, without moving and in forced colours", async ({ openText }) => {
    const { page } = await openText({ width: 640, height: 450 });
    await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
    await sentence(page, ENGLISH).click();
    const lit = await sentence(page, ENGLISH).evaluate((element) => getComputedStyle(element).backgroundColor);
    const dark = await sentence(page, "It was halted twice").evaluate(
      (element) => getComputedStyle(element).backgroundColor,
    );
    expect(lit).not.toBe(dark);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });

  it("shows pinyin, romanisation and the other script when asked, and remembers it", async ({ openText }) => {
    const { page } = await openText();
    await page.keyboard.press("v");
    await page.getByLabel("Pinyin over Chinese").check();
    await page.getByLabel("Romanisation over Korean").check();
    await page.keyboard.press("Escape");
    const chinese = page.locator(".row", { hasText: ENGLISH }).locator("[lang='zh-Hans'] rt");
    await expect.poll(() => chinese.allTextContents(), { timeout: 40_000 }).toContain("gōng");
    const korean = page.locator(".row", { hasText: ENGLISH }).locator("[lang='ko'] rt");
    await expect.poll(() => korean.allTextContents()).toContain("gongsaneun");
    await expectAccessible(page);
    await page.reload();
    await expect.poll(() => chinese.allTextContents(), { timeout: 15_000 }).toContain("gōng");
    await page.keyboard.press("v");
    expect(await page.getByLabel("Romanisation over Korean").isChecked()).toBe(true);
    await page.getByLabel("Pinyin over Chinese").uncheck();
    await page.getByLabel(/The other Chinese script/u).check();
    await page.keyboard.press("Escape");
    await expect
      .poll(() => page.locator("[lang='zh-Hant'].cell").allTextContents(), { timeout: 15_000 })
      .toContain("工程於2021年動工，原定工期六年。");
  });

  it.for(["side", "stacked", "interlinear"])(
    "lights and keeps the sides together in the layout %s",
    async (layout, { openText }) => {
      const { page } = await openText({ kept: { settings: { layout } } });
      await sentence(page, KOREAN).hover();
      expect(await litTexts(page)).toEqual({ en: [ENGLISH], ko: [KOREAN], "zh-Hans": [CHINESE] });
      const lines = await page
        .locator(".row[data-lit] .cell")
        .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().top)));
      // Beside each other the first lines are level, whatever the script; else each side is under the one before it.
      const [first = 0, second = 0, third = 0] = lines;
      if (layout === "side") expect(Math.max(...lines) - Math.min(...lines)).toBeLessThanOrEqual(6);
      else expect(first < second && second < third).toBe(true);
    },
  );

  it("prints columns without the tools, as many pages as the text needs", async ({ openText }) => {
    const { page } = await openText();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("toolbar").isVisible()).toBe(false);
    expect(await page.locator(".header").isVisible()).toBe(false);
    expect(await sentence(page, KOREAN).isVisible()).toBe(true);
    const paper = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = [...paper.matchAll(/\/Type\s*\/Page\b/gu)].length;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(5);
  });
});
