import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type LinkWords, type ReadingsOf, writeText } from "@stele/formats";
import { sampleBitext, sampleSide } from "@stele/formats/testing";
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { expectAccessible } from "./journey.ts";

const ENGLISH = ["Rain fell.", '<img src=x onerror="document.title=1">', "Trains ran late.", "Nobody was hurt."];
const KOREAN = ["비가 내렸다.", "<script>document.title=1</script>", "열차가 늦었다.", "다친 사람은 없다."];
const file = join(mkdtempSync(join(tmpdir(), "stele-page-")), "rain.html");
const LINKS: readonly (readonly [string, string, number])[] = [
  ["Trains", "열차가", 0.9],
  ["late", "늦었다", 0.4],
];
const linkWords: LinkWords = (source, target) =>
  LINKS.filter(([one, other]) => source.includes(one) && target.includes(other)).map(([one, other, confidence]) => ({
    source: [{ start: source.indexOf(one), end: source.indexOf(one) + one.length }],
    target: [{ start: target.indexOf(other), end: target.indexOf(other) + other.length }],
    confidence,
  }));
const readings: ReadingsOf = (side, sentence) =>
  side === 1 && sentence === 2 ? [{ start: 0, end: 3, reading: "yeolchaga" }] : [];
writeFileSync(
  file,
  writeText(sampleBitext(sampleSide("en", ENGLISH), sampleSide("ko", KOREAN)), "html", {
    title: "Rain",
    links: linkWords,
    readings,
  }),
);

describeInBrowser("the exported page", () => {
  let context: BrowserContext;
  let page: Page;
  let open: (width: number) => Promise<void>;
  const asked: string[] = [];
  const said: string[] = [];

  it.beforeEach(({ browser }) => {
    open = async (width) => {
      context = await browser.newContext({ viewport: { width, height: 800 } });
      page = await context.newPage();
      page.on("request", (request) => asked.push(request.url()));
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      await page.goto(pathToFileURL(file).href);
    };
  });
  it.afterEach(() => context.close());
  /** The lit sentences, without the readings above them. */
  const lit = (): Promise<readonly string[]> =>
    page.locator(".lit .s").evaluateAll((all) =>
      all.map((one) => {
        const copy = one.cloneNode(true) as Element;
        for (const reading of copy.querySelectorAll("rt")) reading.remove();
        return copy.textContent ?? "";
      }),
    );
  const sentence = (text: string) => page.locator(".s", { hasText: text });

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

  it("has the reader's keys, and a list of them", async () => {
    await open(1200);
    const front = () => page.locator("body").getAttribute("data-side");
    await page.keyboard.press("j");
    expect(await lit()).toEqual(["Rain fell.", "비가 내렸다."]);
    await page.keyboard.press("End");
    expect(await lit()).toEqual(["Nobody was hurt.", "다친 사람은 없다."]);
    await page.keyboard.press("k");
    await page.keyboard.press("Home");
    expect(await lit()).toEqual(["Rain fell.", "비가 내렸다."]);
    await page.keyboard.press("f");
    expect(await front()).toBe("1");
    const left = (text: string) => sentence(text).evaluate((one) => one.getBoundingClientRect().left);
    expect(await left("비가 내렸다.")).toBeLessThan(await left("Rain fell."));
    await page.keyboard.press("f");
    await page.keyboard.press("l");
    expect(await left("비가 내렸다.")).toBe(await left("Rain fell."));
    await page.keyboard.press("l");
    await page.keyboard.press("?");
    expect(await page.locator("#help").isVisible()).toBe(true);
    expect(await page.locator("#help dt").count()).toBeGreaterThan(9);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    expect(await page.locator("#help").isVisible()).toBe(false);
  });

  it("underlines linked words by how sure they are, lights those under the pointer, and switches readings off", async () => {
    await open(1200);
    const marked = (name: string) => page.evaluate((one) => [...(CSS.highlights.get(one) ?? [])].map(String), name);
    await sentence("Trains").focus();
    expect(await marked("w3")).toEqual(["Trains", "열차가"]);
    expect(await marked("w2")).toEqual(["late", "늦었다"]);
    const box = await sentence("Trains").boundingBox();
    await page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect.poll(() => marked("word")).toEqual(["Trains", "열차가"]);
    expect(await page.locator("main rt").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Romanisation" }).click();
    expect(await page.locator("main rt").isVisible()).toBe(false);
    await page.reload();
    expect(await page.locator("main rt").isVisible()).toBe(false);
    await page.keyboard.press("v");
    expect(await page.locator("main rt").isVisible()).toBe(true);
  });

  it("prints two columns in black on white, without its buttons", async () => {
    await open(360);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const [one, other] = [await sentence("Rain fell.").boundingBox(), await sentence("비가 내렸다.").boundingBox()];
    expect(other?.x ?? 0).toBeGreaterThan(one?.x ?? 0);
    expect(await page.locator(".tools").isVisible()).toBe(false);
    expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(0, 0, 0)");
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
    expect(await page.locator("#sheet-text").textContent()).toBe("비가 내렸다.");
    await page.locator("#sheet-close").click();
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
    await expectAccessible(page);
  });
});
