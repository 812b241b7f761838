import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { writeText } from "@stele/formats";
import { sampleBitext, sampleSide } from "@stele/formats/testing";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isWithoutChromium, launchChromium } from "./chromium.ts";

const ENGLISH = ["Rain fell.", '<img src=x onerror="document.title=1">', "Trains ran late.", "Nobody was hurt."];
const KOREAN = ["비가 내렸다.", "<script>document.title=1</script>", "열차가 늦었다.", "다친 사람은 없다."];
const file = join(mkdtempSync(join(tmpdir(), "stele-page-")), "rain.html");
writeFileSync(
  file,
  writeText(sampleBitext(sampleSide("en", ENGLISH), sampleSide("ko", KOREAN)), "html", { title: "Rain" }),
);

describe.skipIf(isWithoutChromium)("the exported page", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const asked: string[] = [];
  const said: string[] = [];

  const open = async (width: number): Promise<void> => {
    await context?.close();
    context = await browser.newContext({ viewport: { width, height: 800 } });
    page = await context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(pathToFileURL(file).href);
  };
  const lit = (): Promise<readonly string[]> => page.locator(".lit .s").allTextContents();
  const sentence = (text: string) => page.locator(".s", { hasText: text });

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it("lights the counterpart on hover, tap and arrow keys", async () => {
    await open(1200);
    await sentence("비가 내렸다.").hover();
    expect(await lit()).toEqual(["Rain fell.", "비가 내렸다."]);
    await sentence("Trains").click();
    expect(await lit()).toEqual(["Trains ran late.", "열차가 늦었다."]);
    await page.keyboard.press("ArrowDown");
    expect(await lit()).toEqual(["Nobody was hurt.", "다친 사람은 없다."]);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Nobody was hurt.");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("다친 사람은 없다.");
  });

  it("hides the other side, shows one sentence on demand, and remembers place and size", async () => {
    await open(1200);
    const ink = (): Promise<unknown> =>
      page.evaluate(
        "getComputedStyle([...document.querySelectorAll('.s')].find((s) => s.textContent.startsWith('열차가'))).color",
      );
    await sentence("Trains").click();
    await page.keyboard.press("h");
    expect(await ink()).toBe("rgba(0, 0, 0, 0)");
    await page.keyboard.press("Enter");
    expect(await ink()).not.toBe("rgba(0, 0, 0, 0)");
    await page.keyboard.press("+");
    const size = await page.evaluate("getComputedStyle(document.body).fontSize");
    await page.reload();
    expect(await page.evaluate("getComputedStyle(document.body).fontSize")).toBe(size);
    expect(await lit()).toEqual(["Trains ran late.", "열차가 늦었다."]);
    expect(await page.locator("#hide").getAttribute("aria-pressed")).toBe("true");
  });

  it("shows one language on a phone and the other in a sheet", async () => {
    await open(360);
    expect(await sentence("비가 내렸다.").isVisible()).toBe(false);
    await sentence("Rain fell.").click();
    expect(await page.locator("#sheet").textContent()).toBe("비가 내렸다.");
    await page.locator("#sheet").click();
    expect(await page.locator("#sheet").isVisible()).toBe(false);
    await page.locator("#turn").click();
    expect(await sentence("비가 내렸다.").first().isVisible()).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  it("runs nothing of the text, asks for nothing, and says nothing on the console", async () => {
    await open(1200);
    expect(await page.title()).toBe("Rain");
    expect(await page.locator("img, .s script").count()).toBe(0);
    expect(new Set(asked)).toEqual(new Set([pathToFileURL(file).href]));
    expect(said).toEqual([]);
  });

  it.each([360, 1200])("is clean for axe at %d pixels", async (width) => {
    await open(width);
    await sentence("Trains").click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
