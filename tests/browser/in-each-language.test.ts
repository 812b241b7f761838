import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bitext, Polytext } from "@stele/core";
import { sentenceLine } from "@stele/core";
import { createTranslator } from "@stele/messages";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { startFaultsServer } from "../faults/faults-server.ts";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { expectAccessible, sentence } from "./journey.ts";
import type { ReadingRoom } from "./reading-room.ts";

/** English has its journeys in the other files, more of them. */
const LANGUAGES = ["ko", "zh"] as const;
const LOCALES = { ko: "ko-KR", zh: "zh-CN" } as const;
/** Each language of the page works on texts of its own: the years that the bridge took. */
const YEARS = { ko: 13, zh: 14 } as const;

/** The page's words in one language, and the texts that are worked on there. */
function cast(language: (typeof LANGUAGES)[number], which = 0) {
  const years = YEARS[language] + which * 10;
  return {
    t: createTranslator(language),
    years,
    options: { locale: LOCALES[language] },
    english: `The bridge opened on Monday.\n\nIt is long.\n\nIt took ${years} years.\n\nNobody was hurt.\n`,
    korean: `다리가 월요일에 개통됐다.\n\n다리는 길다.\n\n공사에 ${years}년이 걸렸다.\n\n다친 사람은 없었다.\n`,
  };
}

const it = browserTest
  .extend("service", { scope: "file" }, async ({ switches: _ }, { onCleanup }) => {
    const service = await startFaultsServer({ latencyMs: 100 });
    onCleanup(() => service.close());
    return service;
  })
  .extend("variables", { scope: "file" }, async ({ service }) => ({
    DEEPL_AUTH_KEY: "not-a-real-key:fx",
    DEEPL_SERVER_URL: service.url,
  }));

/** The stored text that the page has open, and its one pair. */
async function stored(room: ReadingRoom, page: Page): Promise<{ polytext: Polytext; pair: Bitext }> {
  const id = /#\/text\/([^?]+)/u.exec(page.url())?.[1] ?? "";
  const { body } = await room.api(`/texts/${id}`);
  const { polytext } = body as { polytext: Polytext };
  const [pair] = polytext.pairs;
  if (pair === undefined) throw new Error("The text has no translation.");
  return { polytext, pair };
}

async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

describeInBrowser("working in each language of the page", () => {
  it.for(LANGUAGES)("adds a pasted and a dropped text, corrects, restores: %s", async (language, { open, room }) => {
    const { t, english, korean, years, options } = cast(language);
    const { page, errors } = await open("/#/add", options);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await page.getByLabel(t("page.add.paste")).fill(english);
    await press(t("page.add.take"));
    await page.locator(".drop").evaluate((zone, text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "bridge.txt", { type: "text/plain" }));
      zone.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, korean);
    await page.locator(".draft-name", { hasText: "bridge.txt" }).waitFor();
    expect(await page.getByLabel(t("page.add.languageOf", { name: "bridge.txt" })).inputValue()).toBe("ko");
    await press(t("page.add.keep"));
    await sentence(page, "다리는 길다.").click();

    const shapes = async () =>
      (await stored(room, page)).pair.beads.map(
        ({ source, target }) => `${source[1] - source[0]}:${target[1] - target[0]}`,
      );
    const isSaved = () => page.getByText(t("page.correct.saved")).waitFor();
    const ONE_TO_ONE = ["1:1", "1:1", "1:1", "1:1"];
    const MERGED = ["1:1", "2:2", "1:1"];
    await expect.poll(shapes).toEqual(ONE_TO_ONE);
    await press(t("page.correct.title"));
    await page.getByRole("region", { name: t("page.correct.title") }).waitFor();
    await press(t("page.correct.merge"));
    await expect.poll(shapes).toEqual(MERGED);
    await isSaved();
    await sentence(page, `공사에 ${years}년이 걸렸다.`).click();
    await press(t("page.correct.split"));
    await expect.poll(shapes).toEqual(ONE_TO_ONE);
    await isSaved();
    await press(t("page.correct.up"));
    await expect.poll(shapes).toEqual(["1:1", "1:2", "1:0", "1:1"]);
    await isSaved();
    await press(t("page.correct.undo"));
    await expect.poll(shapes).toEqual(ONE_TO_ONE);
    await isSaved();
    await press(t("page.correct.redo"));
    await expect.poll(shapes).toEqual(["1:1", "1:2", "1:0", "1:1"]);
    await isSaved();

    await sentence(page, "다친 사람은 없었다.").click();
    await press(t("page.correct.edit"));
    const dialog = page.getByRole("dialog", { name: t("page.correct.editTitle") });
    await dialog.getByRole("textbox", { name: t("page.correct.editTitle") }).fill("아무도 다치지 않았다.");
    await dialog.getByRole("button", { name: t("page.correct.save"), exact: true }).click();
    const last = async () => {
      const { target } = (await stored(room, page)).pair;
      const sentences = target.sentences.map((one) => sentenceLine(target.article, one));
      return { text: sentences.at(-1), standing: target.overrides?.[sentences.length - 1]?.standing };
    };
    await expect.poll(last).toEqual({ text: "아무도 다치지 않았다.", standing: "corrected" });
    await isSaved();
    await press(t("page.correct.accept"));
    await expect.poll(async () => (await stored(room, page)).pair.beads.at(-1)?.fixed).toBe(true);
    await isSaved();

    await press(t("page.correct.history"));
    const history = page.getByRole("dialog", { name: t("page.correct.history") });
    await history
      .getByRole("button", { name: t("page.correct.restore") })
      .last()
      .click();
    await expect.poll(shapes).toEqual(ONE_TO_ONE);
    await expect.poll(async () => (await last()).text).toBe("다친 사람은 없었다.");
    await isSaved();
    await expectAccessible(page);
    await press(t("page.correct.leave"));
    await expect.poll(() => page.locator(".correct-bar").isVisible()).toBe(false);
    expect(errors).toEqual([]);
  });

  it.for(LANGUAGES)(
    "adds a folder, finds a Korean stem in it, filters, and takes the places away: %s",
    async (language, { open }) => {
      const { t, years, english, korean, options } = cast(language, 1);
      const folder = mkdtempSync(join(tmpdir(), "stele-folder-"));
      writeFileSync(join(folder, "bridge.en.txt"), english);
      writeFileSync(join(folder, "bridge.ko.md"), korean);
      const { page, errors } = await open("/#/add", options);
      await page.locator("[data-folder]").setInputFiles(folder);
      await page.getByRole("button", { name: t("page.add.keep"), exact: true }).click();
      await sentence(page, "다리는 길다.").waitFor();
      rmSync(folder, { recursive: true });
      await page.getByRole("link", { name: t("page.nav.search"), exact: true }).click();
      await page.getByRole("searchbox", { name: t("page.search.query") }).fill("공사");
      await page.getByRole("button", { name: t("page.nav.search"), exact: true }).click();
      const hit = page.locator(".hit", { hasText: `${years}년이` });
      await hit.waitFor();
      expect(await hit.locator("mark").first().textContent()).toContain("공사");
      await page.getByRole("combobox", { name: t("page.search.other"), exact: true }).selectOption("zh-Hans");
      await page.getByText(t("page.search.none")).waitFor();
      await page.getByRole("combobox", { name: t("page.search.other"), exact: true }).selectOption("en");
      await hit.waitFor();
      expect(await saved(page, "TSV")).toMatch(
        new RegExp(`공사에 ${years}년이 걸렸다\\.\t.*It took ${years} years\\.`, "u"),
      );
      expect(await saved(page, "Anki")).toContain(`It took ${years} years.`);
      await hit.getByRole("link").click();
      await expect.poll(() => page.locator(".row[data-lit]").textContent()).toContain(`It took ${years} years.`);
      expect(errors).toEqual([]);
    },
  );

  it.for(LANGUAGES)(
    "translates by an engine, seen beforehand, and takes it away: %s",
    async (language, { open, room, service }) => {
      const { t, years, options } = cast(language);
      const { page, errors } = await open("/#/add", options);
      const before = service.translations().length;
      await page.getByLabel(t("page.add.paste")).fill(`The ferry left at ${years}. Nobody was on board.`);
      await page.getByRole("button", { name: t("page.add.take"), exact: true }).click();
      await page.getByRole("button", { name: t("page.add.translate"), exact: true }).click();
      const dialog = page.getByRole("dialog", { name: t("page.translate.title") });
      await dialog
        .getByText(t("page.translate.sendsTo", { host: new URL(service.url).host }), { exact: false })
        .first()
        .waitFor();
      await dialog.getByRole("checkbox", { name: "简体中文" }).check();
      await dialog.getByRole("radio", { name: /DeepL/u }).check();
      expect(service.translations().length).toBe(before);
      await dialog.getByRole("button", { name: t("page.translate.start"), exact: true }).click();
      await page.locator(".head-name", { hasText: "简体中文" }).waitFor({ timeout: 30_000 });
      await page.locator(".head-name", { hasText: "한국어" }).waitFor();
      expect(await page.locator(".head-origin").allTextContents()).toEqual([
        t("page.origin.file"),
        t("page.origin.machine"),
        t("page.origin.machine"),
      ]);
      const { polytext } = await stored(room, page);
      expect(polytext.sides.map(({ article, provenance }) => [article.language, provenance?.standing])).toEqual([
        ["en", "human"],
        ["ko", "machine"],
        ["zh-Hans", "machine"],
      ]);
      await page.keyboard.press("x");
      const exporting = page.getByRole("dialog", { name: t("page.export.title") });
      await exporting.getByLabel(t("page.export.format")).selectOption("tsv");
      const link = exporting.getByRole("link", { name: /\.tsv/u });
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      const [head = "", first = ""] = readFileSync(await download.path(), "utf8").split("\n");
      expect(head.split("\t").slice(0, 3)).toEqual(["en", "ko", "zh-Hans"]);
      expect(first).toContain(`The ferry left at ${years}.`);
      expect(errors).toEqual([]);
    },
  );
});
