import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { expectAccessible, sentence } from "./journey.ts";

/** Two texts are in the library, whichever of them a test asks for. */
const it = browserTest.extend("texts", { scope: "file", auto: true }, async ({ room, text }) => {
  return [text, `/#/text/${await room.addSample("seed-bank")}`] as const;
});

describeInBrowser("finding, keeping and taking away", () => {
  it.for([
    ["大桥", "zh-Hans"],
    ["공사", "ko"],
    ["engineer", "en"],
  ] as const)("finds %s in the whole library, marks it, and leads to the row", async ([word, language], { open }) => {
    const { page } = await open("/#/search");
    await page.getByRole("searchbox").fill(word);
    await page.keyboard.press("Enter");
    const hit = page.locator(".hit").first();
    await hit.waitFor();
    expect(await hit.locator("mark").first().textContent()).toContain(word);
    expect(await hit.locator("[lang]").first().getAttribute("lang")).toBe(language);
    const found = (await hit.locator(".hit-text").first().textContent()) ?? "";
    await expectAccessible(page);
    await hit.getByRole("link").click();
    await page.locator(".row[data-lit]").waitFor();
    expect(await page.locator(".row[data-lit]").textContent()).toContain(found.trim().slice(0, 12));
  });

  it("finds other forms of a word, only the word, or any piece, each sentence once with all its translations", async ({
    open,
    room,
  }) => {
    const { page } = await open("/#/search?q=engineer");
    const marks = () => page.locator(".hit > .hit-text mark").allTextContents();
    await expect
      .poll(async () => [...new Set((await marks()).map((mark) => mark.toLowerCase()))])
      .toContain("engineers");
    const hit = page.locator(".hit", { hasText: "engineers" }).first();
    const languages = () =>
      hit.locator(".hit-other [lang]").evaluateAll((all) => all.map((one) => one.getAttribute("lang")).sort());
    expect(await languages()).toEqual(["ko", "zh-Hans"]);
    expect(await hit.locator(".hit-other mark").count()).toBeGreaterThan(0);
    const texts = await page.locator(".hit > .hit-text").allTextContents();
    expect(new Set(texts).size).toBe(texts.length);
    await page.getByLabel("Find").selectOption({ label: "exactly this word" });
    await expect.poll(async () => (await marks()).every((mark) => mark.toLowerCase() === "engineer")).toBe(true);
    await page.goto(`${room.url}/#/search?q=ngineer`);
    await page.getByText("Nothing was found.").waitFor();
    await page.getByRole("button", { name: "Look inside words too" }).click();
    await expect.poll(async () => [...new Set(await marks())]).toEqual(["ngineer"]);
    await expectAccessible(page);
  });

  it("filters by language, and gives the places as a table", async ({ open }) => {
    const { page } = await open("/#/search?q=2021");
    await page.locator(".hit").first().waitFor();
    await page.locator(".filters select").nth(1).selectOption("ko");
    await expect
      .poll(() =>
        page
          .locator(".hit > .hit-text [lang]")
          .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("lang")))]),
      )
      .toEqual(["ko"]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "TSV" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("2021년");
  });

  it("filters by text and by how sure the pair is, and gives the places to Anki", async ({ open }) => {
    const { page } = await open("/#/search?q=the");
    const places = async () => (await page.locator(".hit-place a").allTextContents()).sort();
    await page.locator(".hit").first().waitFor();
    const all = new Set(await places());
    expect(all.size).toBe(2);
    const [bridge = ""] = [...all].filter((title) => title.includes("lift bridge"));
    await page.locator(".filters select").nth(3).selectOption({ label: bridge });
    await expect.poll(async () => [...new Set(await places())]).toEqual([bridge]);
    const before = await page.locator(".hit-other").count();
    await page.getByRole("slider").fill("1");
    await expect.poll(() => page.locator(".hit-other").count()).toBeLessThan(before);
    await page.locator("output", { hasText: "100%" }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Anki" }).click(),
    ]);
    const cards = readFileSync(await download.path(), "utf8").split("\n");
    expect(cards[0]).toMatch(/^#/u);
    expect(cards.filter((card) => card.includes("\t")).length).toBeGreaterThan(0);
  });

  it("opens the words of a sentence: dictionary with its source, marks, and keeping for Anki", async ({
    open,
    room,
    text,
  }) => {
    const { page } = await open(text);
    const chinese = sentence(page, "工程于2021年动工");
    await chinese.click();
    await chinese.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Words" });
    await dialog.getByText("CC-CEDICT").waitFor({ timeout: 20_000 });
    expect(await dialog.locator(".entry").first().textContent()).toMatch(/gōng ?chéng.*engineering/u);
    expect(await dialog.locator(".hit mark").first().textContent()).toBe("工程");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Learning" }).click();
    await page.getByText("工程: Learning").waitFor();
    await dialog.getByRole("button", { name: "Keep the sentence with this word" }).click();
    await page.getByText("The sentence is kept.").waitFor();
    await page.goto(`${room.url}/#/words`);
    await page.locator(".word-list", { hasText: "工程" }).waitFor();
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Anki" }).click(),
    ]);
    const cards = readFileSync(await download.path(), "utf8");
    for (const part of ["工程于2021年动工，原定工期六年。", "Work began in 2021 and was to last six years.", "工程"]) {
      expect(cards).toContain(part);
    }
  });

  it("keeps the lit sentence with one key", async ({ open, room, text }) => {
    const { page } = await open(text);
    await sentence(page, "그러나 두 차례 중단됐다").click();
    await page.keyboard.press("s");
    await page.getByText("The sentence is kept.").waitFor();
    const { body } = await room.api("/sentences");
    expect(JSON.stringify(body)).toContain("It was halted twice");
  });

  it("shows the whole alignment as a picture with a list, and leads there", async ({ open, text }) => {
    const { page } = await open(text, { height: 700 });
    await sentence(page, "Work began").waitFor();
    await page.keyboard.press("m");
    const dialog = page.getByRole("dialog", { name: "Map" });
    const picture = dialog.getByRole("img").first();
    await picture.waitFor();
    expect(await picture.getAttribute("aria-label")).toMatch(/Beads: \d+, doubtful: \d+, gaps: \d+/u);
    const isDrawn = await picture.evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value) => value > 0);
    });
    expect(isDrawn).toBe(true);
    await expectAccessible(page);
    const box = await picture.boundingBox();
    await picture.click({ position: { x: (box?.width ?? 0) * 0.97, y: 20 } });
    await page.locator(".row[data-lit]").waitFor();
    const row = await page.locator(".row[data-lit]").getAttribute("data-row");
    expect(Number(row)).toBeGreaterThan(15);
    expect(await page.locator(".row[data-lit]").isVisible()).toBe(true);
  });

  it("exports every format with a preview", async ({ open, room, text }) => {
    const { page, errors } = await open(text);
    await sentence(page, "Work began").waitFor();
    await page.keyboard.press("x");
    const formats = page.getByLabel("Format");
    await formats.waitFor();
    const { body } = await room.api("/formats");
    const names = (body as { formats: readonly { name: string }[] }).formats.map(({ name }) => name);
    const options = await formats
      .locator("option")
      .evaluateAll((all) => all.map((one) => [one.getAttribute("value"), one.textContent]));
    expect(options.map(([value]) => value)).toEqual(names);
    expect(options.filter(([value, label]) => value === label)).toEqual([]);
    expect(await formats.evaluate((one) => one === document.activeElement)).toBe(true);
    // The page is shown as it looks; see export-preview.test.ts.
    for (const name of names.filter((one) => one !== "html")) {
      await formats.selectOption(name);
      await expect
        .poll(async () => (await page.locator(".preview").textContent())?.length ?? 0, { timeout: 10_000 })
        .toBeGreaterThan(20);
    }
    await formats.selectOption("tmx");
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^Save/u }).first().click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain(
      "<seg>Work began in 2021 and was to last six years.</seg>",
    );
    expect(errors).toEqual([]);
  });

  it("deletes a text, and brings it back", async ({ open }) => {
    const { page } = await open();
    const items = page.locator(".text-item");
    await items.first().waitFor();
    const before = await items.count();
    await page
      .getByRole("button", { name: /^Delete/u })
      .first()
      .click();
    await expect.poll(() => items.count()).toBe(before - 1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => items.count()).toBe(before);
    await page
      .getByRole("button", { name: /^Delete/u })
      .first()
      .click();
    await expect.poll(() => items.count()).toBe(before - 1);
    await page.reload();
    await page.getByText("Deleted texts").click();
    await page.getByRole("button", { name: /^Bring back/u }).click();
    await expect.poll(() => items.count()).toBe(before);
    await expectAccessible(page);
  });

  it("says in clear words that the server is away, and goes on when it is back", async ({ open, room }) => {
    const { page } = await open();
    await page.locator(".text-item").first().waitFor();
    await room.stop();
    await page.locator(".text-title").first().click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("The reading room's server does not answer.");
    await room.start();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".s").first().waitFor();
  });
});
