import type { Page } from "playwright-core";
import { expect } from "vitest";
import { from } from "../faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../faults/faults-server.ts";
import { describeInBrowser, it } from "./browser-test.ts";
import { expectAccessible, openJourney } from "./journey.ts";
import { openReadingRoom, type ReadingRoom } from "./reading-room.ts";

describeInBrowser("translating", () => {
  let service: FaultsServer;
  let room: ReadingRoom;
  let page: Page;

  it.beforeEach(async ({ browser, onTestFinished }) => {
    service = await startFaultsServer({ latencyMs: 300 });
    room = await openReadingRoom({ DEEPL_AUTH_KEY: "not-a-real-key:fx", DEEPL_SERVER_URL: service.url });
    const text = Array.from({ length: 120 }, (_, at) => `Boat number ${at} left the harbour on Monday.`).join(" ");
    const { body } = await room.api("/texts", { texts: [{ text, language: "en" }] });
    ({ page } = await openJourney(browser, `${room.url}/#/text/${(body as { id: string }).id}`));
    await page.locator(".s").first().waitFor();
    onTestFinished(async () => {
      await page.context().close();
      await room.close();
      await service.close();
    });
  });

  const languages = async (): Promise<readonly string[]> => {
    const { body } = await room.api("/texts");
    const { texts } = body as { texts: readonly { title: string; languages: readonly string[] }[] };
    return texts.find(({ title }) => title.startsWith("Boat number"))?.languages ?? [];
  };
  const open = async () => {
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Translate" });
    await dialog.getByRole("radio", { name: /DeepL/u }).waitFor();
    return dialog;
  };

  it("says where the text goes and how much it is before anything is sent, and sends only when told", async () => {
    const dialog = await open();
    expect(await dialog.textContent()).toContain(`The text is sent to ${new URL(service.url).hostname}`);
    expect(await dialog.textContent()).toMatch(/Characters to send: \d,\d{3}/u);
    expect(service.translations()).toHaveLength(0);
    await expectAccessible(page);
    await dialog.getByRole("radio", { name: /DeepL/u }).check();
    expect(service.translations()).toHaveLength(0);
    await dialog.getByRole("button", { name: "Translate" }).click();
    await page.locator(".head-name", { hasText: "한국어" }).waitFor({ timeout: 30_000 });
    expect(await page.locator(".head-origin").allTextContents()).toEqual(["From a file", "Machine"]);
    expect(service.translations().length).toBeGreaterThan(0);
  });

  it("shows by server-sent events how far it is, is called off, and goes on from there", async () => {
    const types: (string | undefined)[] = [];
    page.on("response", (response) => {
      if (response.url().endsWith("/api/translate")) types.push(response.headers()["content-type"]);
    });
    service.plan(from(2, { kind: "silence" }));
    const dialog = await open();
    await dialog.getByRole("radio", { name: /DeepL/u }).check();
    await dialog.getByRole("button", { name: "Translate" }).click();
    const bar = dialog.getByRole("progressbar", { name: "Progress" });
    const share = () => bar.evaluate((element: HTMLProgressElement) => element.position);
    await expect.poll(share, { timeout: 30_000 }).toBeGreaterThan(0.2);
    expect(await share()).toBeLessThan(0.8);
    expect(types).toEqual(["text/event-stream"]);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => bar.count()).toBe(0);
    expect(await languages()).toEqual(["en"]);

    const answered = service.translations()[0]?.texts ?? [];
    const before = service.translations().length;
    service.plan(undefined);
    await dialog.getByRole("button", { name: "Go on where it stopped" }).click();
    await page.locator(".head-name", { hasText: "한국어" }).waitFor({ timeout: 60_000 });
    const sentAgain = service
      .translations()
      .slice(before)
      .flatMap(({ texts }) => texts);
    expect(answered.length).toBe(50);
    expect(sentAgain.filter((text) => answered.includes(text))).toEqual([]);
    expect(sentAgain.length).toBe(70);
    expect(await languages()).toEqual(["en", "ko"]);
  });

  it("shows two translations into one language beside each other, their differences marked", async () => {
    const { body } = await room.api("/texts", {
      texts: [
        { text: "The boat left. It was late.", language: "en" },
        { text: "배가 떠났다. 늦었다.", language: "ko" },
      ],
    });
    const { id } = body as { readonly id: string };
    await room.api(`/texts/${id}/translations`, {
      texts: [{ text: "배가 떠났다. 많이 늦었다.", language: "ko", name: "other.txt" }],
    });
    await page.goto(`${room.url}/#/text/${id}`);
    await page.locator(".s", { hasText: "The boat left." }).waitFor();
    await page.keyboard.press("t");
    await page.getByRole("link", { name: /^한국어/u }).click();
    await page.locator(".head-name", { hasText: "한국어" }).nth(1).waitFor();
    expect(await page.locator(".different").allTextContents()).toEqual(["많이"]);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator(".s", { hasText: "The boat left." }).click();
    await expect.poll(() => page.locator(".sheet-name").last().textContent()).toBe("한국어 · other.txt");
  });

  it("asks another engine for one sentence when told, and puts it in place only when taken", async () => {
    const { body } = await room.api("/texts", {
      texts: [
        { text: "The boat left.", language: "en" },
        { text: "배가 떠났다.", language: "ko" },
      ],
    });
    await page.goto(`${room.url}/#/text/${(body as { id: string }).id}`);
    await page.locator(".s", { hasText: "배가 떠났다." }).click();
    await page.keyboard.press("c");
    await page.getByRole("button", { name: "Edit" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit the sentence" });
    const ask = dialog.getByRole("button", { name: /DeepL/u });
    await ask.waitFor();
    expect(service.translations()).toHaveLength(0);
    await ask.click();
    await dialog.getByRole("button", { name: "Use this" }).click();
    const suggested = await dialog.getByRole("textbox").inputValue();
    expect(suggested).not.toBe("배가 떠났다.");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".s", { hasText: suggested }).waitFor();
  });
});
