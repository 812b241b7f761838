import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { expectAccessible, litTexts, sentence } from "./journey.ts";

const ENGLISH = "Work began in 2021 and was to last six years.";
const KOREAN = "공사는 2021년에 시작해 6년 뒤 끝날 예정이었다.";
const CHINESE = "工程于2021年动工，原定工期六年。";

/** The words that somebody says in a room without loudspeakers, and a way to end each. */
interface Spoken {
  readonly said: { readonly text: string; readonly lang: string }[];
  endOne(): void;
}

describeInBrowser("reading aids", () => {
  it("mark known and learnt words quietly wherever they occur, until that is switched off", async ({ open, text }) => {
    const { page, errors } = await open(text);
    await sentence(page, CHINESE).click();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Words" });
    await dialog.getByRole("button", { name: "工程", exact: true }).click();
    await dialog.getByRole("button", { name: "Known" }).click();
    await expect.poll(() => dialog.getByRole("button", { name: "Known" }).getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Escape");
    const known = page.locator(".studied[data-state='known']");
    await expect.poll(() => known.count()).toBeGreaterThan(1);
    expect(new Set(await known.allTextContents())).toEqual(new Set(["工程"]));
    expect(await sentence(page, CHINESE).textContent()).toBe(CHINESE);
    await page.evaluate(() =>
      fetch("/api/words", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ language: "ko", word: "공사", state: "learning" }),
      }),
    );
    await page.reload();
    const learning = page.locator(".studied[data-state='learning']");
    await expect.poll(() => learning.count()).toBeGreaterThan(0);
    expect(await learning.first().textContent()).toBe("공사");
    await expectAccessible(page);
    await page.keyboard.press("v");
    await page.getByLabel("Marked words wherever they occur").uncheck();
    await page.keyboard.press("Escape");
    expect(await page.locator(".studied").count()).toBe(0);
    await page.reload();
    await sentence(page, CHINESE).waitFor();
    expect(await page.locator(".studied").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("set Hanja over Korean words whose linked Chinese word has that reading, and over no others", async ({
    open,
    text,
  }) => {
    const { page } = await open(text, { kept: { settings: { aids: ["hanja"] } } });
    const read = page.locator(".row[data-lit] [lang='ko'] ruby");
    const found: string[] = [];
    const rows = page.locator(".row:not(.heads .row) .cell[lang='ko'] .s:first-child");
    await rows.first().waitFor();
    for (let at = 2; at < 8; at += 1) {
      await rows.nth(at).click();
      await page.locator(".s[data-lit] .w").first().waitFor({ timeout: 15_000 });
      // Readings come after the links, for the first time when the page has learnt to make them; a row may have none.
      await read
        .first()
        .waitFor({ timeout: found.length === 0 ? 5_000 : 500 })
        .catch(() => undefined);
      found.push(...(await read.allInnerTexts()));
    }
    const pairs = found.map((one) => one.replace(/\s/gu, ""));
    expect(pairs.length).toBeGreaterThan(0);
    for (const pair of pairs) expect(pair).toMatch(/^[가-힣]+[一-鿿]+$/u);
    for (const pair of pairs) expect(pair.replace(/[가-힣]/gu, "").length).toBe(pair.replace(/[一-鿿]/gu, "").length);
  });

  it("come with the counterparts into the sheet of a phone, and so do the linked words", async ({ open, text }) => {
    const { page } = await open(text, {
      width: 360,
      height: 740,
      hasTouch: true,
      kept: { settings: { aids: ["pinyin", "romanisation"] } },
    });
    await sentence(page, ENGLISH).tap();
    const sheet = page.getByRole("complementary");
    await expect.poll(() => sheet.locator("[lang='ko'] rt").allTextContents()).toContain("gongsaneun");
    await expect.poll(() => sheet.locator("[lang='zh-Hans'] rt").allTextContents()).toContain("gōng");
    await expect.poll(() => sheet.locator(".w", { hasText: "2021" }).count(), { timeout: 15_000 }).toBeGreaterThan(0);
    await expect.poll(() => sentence(page, ENGLISH).locator(".w", { hasText: "2021" }).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
  });

  it("read aloud from the lit sentence on, light what is read, and stop on the same key", async ({ open, text }) => {
    const { page } = await open(text);
    // A machine without loudspeakers has no voices: the browser's own part is played by this.
    await page.addInitScript(() => {
      let current: SpeechSynthesisUtterance | undefined;
      const said: { text: string; lang: string }[] = [];
      const speechSynthesis = {
        get speaking() {
          return current !== undefined;
        },
        getVoices: () => [{ lang: "ko-KR", name: "Voice" }],
        cancel: () => {
          current = undefined;
        },
        speak: (utterance: SpeechSynthesisUtterance) => {
          current = utterance;
          said.push({ text: utterance.text, lang: utterance.lang });
        },
      };
      class Utterance extends EventTarget {
        readonly text: string;
        lang = "";
        voice: unknown;
        constructor(words: string) {
          super();
          this.text = words;
        }
      }
      Object.defineProperty(window, "speechSynthesis", { value: speechSynthesis });
      Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
      Object.assign(window, { spoken: { said, endOne: () => current?.dispatchEvent(new Event("end")) } });
    });
    await page.reload();
    const said = () => page.evaluate(() => (window as unknown as { spoken: Spoken }).spoken.said);
    await sentence(page, KOREAN).click();
    await page.mouse.move(2, 2);
    await page.keyboard.press("r");
    expect(await said()).toEqual([{ text: KOREAN, lang: "ko-KR" }]);
    await page.evaluate(() => (window as unknown as { spoken: Spoken }).spoken.endOne());
    expect((await said())[1]?.text).toBe("그러나 두 차례 중단됐다.");
    expect((await litTexts(page)).ko?.join(" ")).toContain("그러나 두 차례 중단됐다.");
    await page.keyboard.press("r");
    await page.evaluate(() => (window as unknown as { spoken: Spoken }).spoken.endOne());
    expect((await said()).length).toBe(2);
    await sentence(page, ENGLISH).click();
    await page.keyboard.press("r");
    await page.getByText("This browser has no voice for English.").waitFor();
  });

  it("show for a Korean word the places where the library has it, and lead there", async ({ open, text }) => {
    const { page } = await open(text);
    await sentence(page, KOREAN).click();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Words" });
    const place = dialog
      .getByRole("region", { name: "In the library" })
      .locator(".hit", { hasText: "공사는 2021년에" });
    await place.first().waitFor();
    expect(await place.first().locator("mark").first().textContent()).toContain("공사");
    expect(await place.first().textContent()).toContain(ENGLISH);
    expect(await dialog.locator(".entry").count()).toBe(0);
    await place.first().getByRole("link").click();
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(() => page.locator(".row[data-lit]").textContent()).toContain(KOREAN);
  });

  it("sets no reading over a line too small to read", async ({ open, text }) => {
    const { page } = await open(text, { kept: { settings: { aids: ["pinyin", "romanisation"] } } });
    await page.locator("rt").first().waitFor();
    const ruby = await page.locator("rt").evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
    expect(Math.min(...ruby.map(Number.parseFloat))).toBeGreaterThanOrEqual(9);
  });
});
