import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { expectAccessible, litTexts, sentence } from "./journey.ts";
import { samplePath } from "./reading-room.ts";
import { SAVED_PAGE } from "./saved-page.ts";

const FILES = ["en", "ko", "zh"].map((language) => samplePath("night-train", language));

const LINE = {
  en: "It has nine cars: six with berths, two with seats and one with a kitchen.",
  ko: "객차는 모두 9량으로, 침대차 6량과 좌석차 2량, 식당차 1량이다.",
  zh: "全列共九节车厢，其中卧铺六节、座席两节、餐车一节。",
} as const;

describeInBrowser("adding a text", () => {
  it("takes three files, finds their languages, aligns them and keeps them in the library", async ({ open, room }) => {
    const { page, errors } = await open("/#/add");
    await page.locator("[data-choose]").setInputFiles(FILES);
    await page.locator(".draft").nth(2).waitFor();
    const languages = await page
      .locator(".draft select")
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    expect(languages).toEqual(["en", "ko", "zh-Hans"]);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Align and keep in the library" }).click();
    await page.locator(".head-name").nth(2).waitFor({ timeout: 30_000 });
    const { body } = await room.api("/texts");
    expect(
      (body as { texts: readonly { languages: readonly string[] }[] }).texts.map((text) => [...text.languages].sort()),
    ).toContainEqual(["en", "ko", "zh-Hans"]);
    expect(errors).toEqual([]);
  });

  it("takes subtitles, shows what is said in them and not when, and aligns them in the tab", async ({ open }) => {
    const { page, errors } = await open("/#/add");
    const files = [
      ["ferry.en.srt", "The ferry is back.\n\n2\n00:00:04,000 --> 00:00:06,000\nNobody minded the rain."],
      ["ferry.ko.srt", "나룻배가 돌아왔다.\n\n2\n00:00:04,000 --> 00:00:06,000\n비를 탓하는 사람은 없었다."],
    ].map(([name = "", text = ""]) => ({
      name,
      mimeType: "application/x-subrip",
      buffer: Buffer.from(`1\n00:00:01,000 --> 00:00:03,000\n${text}\n`),
    }));
    await page.locator("[data-choose]").setInputFiles(files);
    const openings = page.locator(".draft-opening");
    await expect
      .poll(() => openings.allTextContents())
      .toEqual(["The ferry is back. Nobody minded the rain.", "나룻배가 돌아왔다. 비를 탓하는 사람은 없었다."]);
    await page.getByRole("button", { name: "Align in this tab" }).click();
    await sentence(page, "Nobody minded the rain.").hover();
    await expect
      .poll(() => litTexts(page))
      .toEqual({ en: ["Nobody minded the rain."], ko: ["비를 탓하는 사람은 없었다."] });
    expect(errors).toEqual([]);
  });

  it("aligns three own files in the tab with the server stopped, sends them nowhere, and exports the result", async ({
    open,
    room,
  }) => {
    const { page, requests, context } = await open("/#/add");
    await page.getByRole("heading", { name: "Add a text" }).waitFor();
    // What the tab needs is fetched as soon as the page is open.
    await page.waitForLoadState("networkidle");
    await room.stop();
    try {
      const before = requests.length;
      await page.locator("[data-choose]").setInputFiles(FILES);
      await page.locator(".draft").nth(2).waitFor();
      await page.getByRole("button", { name: "Align in this tab" }).click();
      await page.locator(".head-name").nth(2).waitFor({ timeout: 30_000 });
      await sentence(page, LINE.en).hover();
      await expect.poll(() => litTexts(page)).toEqual({ en: [LINE.en], ko: [LINE.ko], "zh-Hans": [LINE.zh] });
      await page.keyboard.press("x");
      await page.getByLabel("Format").selectOption("tsv");
      await expect.poll(() => page.locator(".preview").textContent()).toContain("\t");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: /^Save/u }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.tsv$/u);
      const rows = readFileSync(await download.path(), "utf8").split("\n");
      expect(rows[0]?.split("\t")).toEqual(["en", "ko", "zh-Hans", "score"]);
      expect(rows.map((row) => row.split("\t").slice(0, 3))).toContainEqual([LINE.en, LINE.ko, LINE.zh]);
      // The browser may ask for the page's icon again; nothing is given to anybody.
      const isHarmless = (request: string): boolean => /^GET (blob:|\S+\/icon\.svg$)/u.test(request);
      expect(requests.slice(before).filter((request) => !isHarmless(request))).toEqual([]);
    } finally {
      await room.start();
    }
    // The vectors are kept: they are fetched once, however often one comes back.
    const isVectors = (request: string): boolean => /\/vectors-/u.test(request);
    expect(requests.filter(isVectors)).toHaveLength(1);
    const asked: string[] = [];
    const again = await context.newPage();
    again.on("request", (request) => asked.push(request.url()));
    await again.goto(`${room.url}/#/add`);
    await again.waitForLoadState("networkidle");
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter(isVectors)).toEqual([]);
  });

  it("shows how far aligning in the tab is, stops when told to, says so, and starts anew", async ({ open }) => {
    const lines = (line: (number: number) => string): Buffer =>
      Buffer.from(Array.from({ length: 20_000 }, (_, number) => line(number)).join("\n\n"));
    const { page, errors } = await open("/#/add");
    await page.locator("[data-choose]").setInputFiles([
      {
        name: "a.txt",
        mimeType: "text/plain",
        buffer: lines((k) => `Boat ${k} left the harbour with ${k + 7} people.`),
      },
      { name: "b.txt", mimeType: "text/plain", buffer: lines((k) => `${k}번 배가 ${k + 7}명을 태우고 항구를 떠났다.`) },
    ]);
    await page.locator(".draft").nth(1).waitFor();
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { seen });
      const note = (): void => {
        const { value } = document.querySelector("progress") ?? { value: -1 };
        if (value >= 0 && value !== seen.at(-1)) seen.push(value);
      };
      new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true });
    });
    const seen = (): Promise<number[]> => page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
    const start = page.getByRole("button", { name: "Align in this tab" });
    await start.click();
    const aligners = (): number => page.workers().filter((worker) => worker.url().includes("align")).length;
    await expect
      .poll(async () => (await seen()).filter((share) => share > 0).length, { timeout: 30_000 })
      .toBeGreaterThan(1);
    expect(aligners()).toBe(1);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Cancelled. The files are still chosen.").waitFor();
    expect(await page.locator("progress").count()).toBe(0);
    // No worker goes on calculating what nobody waits for: only that of the readings is left.
    await expect.poll(aligners, { timeout: 15_000 }).toBe(0);
    for (const _ of [1, 2]) await page.locator(".draft button").first().click();
    await page.locator("[data-choose]").setInputFiles(FILES);
    await page.locator(".draft").nth(2).waitFor();
    const before = (await seen()).length;
    await start.click();
    await page.locator(".head-name").nth(2).waitFor({ timeout: 60_000 });
    const shares = (await seen()).slice(before);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(errors).toEqual([]);
  });

  it("takes a pasted text alone, says where each engine would send it, and sends nothing by itself", async ({
    open,
    room,
  }) => {
    const { page, requests } = await open("/#/add");
    await page.getByLabel("Or paste a text").fill("The ferry left on Friday. Nobody was on board.");
    await page.getByRole("button", { name: "Take this text" }).click();
    await page.getByRole("button", { name: "Keep and translate" }).click();
    const dialog = page.getByRole("dialog", { name: "Translate" });
    await dialog.getByText("DeepL", { exact: true }).waitFor();
    expect(await dialog.textContent()).toContain("The text is sent to api.deepl.com.");
    expect(await dialog.textContent()).toContain("The text stays on this computer.");
    expect(await dialog.getByRole("button", { name: "Translate" }).isEnabled()).toBe(false);
    expect(requests.filter((request) => !request.includes(` ${room.url}/`))).toEqual([]);
    await expectAccessible(page);
  });

  it("says what hinders aligning, and lets a language be corrected", async ({ open }) => {
    const { page } = await open("/#/add");
    for (const text of ["It rained all day in the city.", "The sun came out at last."]) {
      await page.getByLabel("Or paste a text").fill(text);
      await page.getByRole("button", { name: "Take this text" }).click();
    }
    await page.getByText("Two of the texts are in one language.").waitFor();
    const button = page.getByRole("button", { name: "Align in this tab" });
    expect(await button.isEnabled()).toBe(false);
    await page.locator(".draft select").nth(1).selectOption("ko");
    expect(await button.isEnabled()).toBe(true);
  });

  it("reads a dropped folder's texts and leaves its other files alone", async ({ open }) => {
    const { page } = await open("/#/add");
    await page.locator(".drop").evaluate((zone) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["The mill turned."], "mill.md", { type: "text/markdown" }));
      zone.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.locator(".draft-name", { hasText: "mill.md" }).waitFor();
  });

  it("takes the article out of a saved page, with its date and captions, and leaves the rest of the page there", async ({
    open,
    room,
  }) => {
    const { page, requests } = await open("/#/add");
    await page.getByText("Web addresses are never fetched").waitFor();
    const file = { name: "ferry.html", mimeType: "text/html", buffer: Buffer.from(SAVED_PAGE) };
    await page.locator("[data-choose]").setInputFiles([file]);
    await page.locator(".draft").first().waitFor();
    await page.getByRole("button", { name: "Keep in the library" }).click();
    await sentence(page, "The last ferry crossed the sound on Sunday").waitFor();
    const kinds = await page
      .locator(".run")
      .evaluateAll((all) => all.map((one) => `${one.getAttribute("data-kind")}: ${one.textContent}`));
    expect(kinds).toContain("caption: The Dunmarrow leaves the pier for the last time.");
    expect(kinds.join("\n")).toMatch(/^title: The last ferry$/mu);
    expect(kinds.join("\n")).toMatch(/^dateline: .*2031/mu);
    expect(kinds.join("\n")).not.toMatch(/Subscribe|Cookies|More stories/u);
    expect(requests.filter((request) => !request.includes(` ${room.url}/`))).toEqual([]);
  });

  it("keeps a pasted text and chosen files while the server is away and while one looks into another room", async ({
    open,
    room,
  }) => {
    const { page } = await open("/#/add");
    await page.getByLabel("Or paste a text").fill("The tide turned at noon.");
    await page.getByRole("button", { name: "Take this text" }).click();
    await page.getByLabel("Or paste a text").fill("Half a sentence that");
    await room.stop();
    try {
      await page.getByRole("button", { name: "Keep in the library" }).click();
      await page.getByRole("alert").waitFor();
    } finally {
      await room.start();
    }
    await page.getByRole("link", { name: "Library", exact: true }).click();
    await page.getByRole("heading", { name: "Library" }).waitFor();
    await page.getByRole("link", { name: "Add a text", exact: true }).click();
    expect(await page.getByLabel("Or paste a text").inputValue()).toBe("Half a sentence that");
    await page.getByRole("button", { name: "Keep in the library" }).click();
    await sentence(page, "The tide turned at noon.").waitFor();
  });

  it("takes a chosen folder with the folders in it, and leaves what is no text alone", async ({ open }) => {
    const folder = mkdtempSync(join(tmpdir(), "stele-folder-"));
    mkdirSync(join(folder, "old"));
    writeFileSync(join(folder, "tide.txt"), "The tide came in at noon.");
    writeFileSync(join(folder, "old", "mill.md"), "물레방아가 돌았다.");
    writeFileSync(join(folder, "photo.png"), "no picture");
    const { page } = await open("/#/add");
    await page.locator("[data-folder]").setInputFiles(folder);
    await page.locator(".draft").nth(1).waitFor();
    expect((await page.locator(".draft-name").allTextContents()).sort()).toEqual(["mill.md", "tide.txt"]);
    rmSync(folder, { recursive: true });
  });

  it("an empty file is refused in clear words, and what else was chosen stays", async ({ open }) => {
    const { page } = await open("/#/add");
    await page.locator("[data-choose]").setInputFiles([
      { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("  \n ") },
      { name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("그는 어제 왔다.") },
    ]);
    await page.locator(".draft").nth(1).waitFor();
    await page.getByRole("button", { name: "Align and keep in the library" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.locator(".draft").count()).toBe(2);
  });

  it("nothing in a text or its name ever runs", async ({ open, room }) => {
    const { page, errors } = await open("/#/add");
    const name = '<img src=x onerror="window.ran=1">.txt';
    const attack = 'He said <script>window.ran = 1</script> and <img src=x onerror="window.ran = 1"> twice.';
    await page.locator("[data-choose]").setInputFiles([{ name, mimeType: "text/plain", buffer: Buffer.from(attack) }]);
    await page.locator(".draft").first().waitFor();
    await page.getByRole("button", { name: "Keep in the library" }).click();
    await sentence(page, "He said <script>").waitFor();
    await page.goto(room.url);
    await page.getByRole("link", { name: /He said/u }).waitFor();
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(errors).toEqual([]);
  });

  it("says before sending anything that a text is larger than the server takes", async ({ open }) => {
    const folder = mkdtempSync(join(tmpdir(), "stele-large-"));
    const file = join(folder, "large.txt");
    writeFileSync(file, Buffer.alloc(65 * 2 ** 20, "It rained. "));
    const { page, requests } = await open("/#/add");
    await page.locator("[data-choose]").setInputFiles(file);
    await page.locator(".draft").waitFor();
    await page
      .getByRole("button", { name: /library/u })
      .first()
      .click();
    await page.getByText("This is larger than the 64 MB that are taken at once.").waitFor();
    expect(requests.filter((request) => request.startsWith("POST"))).toEqual([]);
    await page.getByRole("button", { name: /^Remove/u }).click();
    rmSync(folder, { recursive: true });
  });
});
