import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { startFaultsServer } from "../faults/faults-server.ts";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { expectAccessible } from "./journey.ts";

const it = browserTest
  .extend("service", { scope: "file" }, async ({ switches: _ }, { onCleanup }) => {
    const service = await startFaultsServer({});
    onCleanup(() => service.close());
    return service;
  })
  .extend("variables", { scope: "file" }, async ({ service }) => ({
    DEEPL_AUTH_KEY: "not-a-real-key:fx",
    DEEPL_SERVER_URL: service.url,
    STELE_MAX_CHARS: "40",
  }));

describeInBrowser("what a translation would cost", () => {
  it("stands beside the engine for each language before anything is sent", async ({ open, room, service }) => {
    const text = "The ferry left on Friday. Nobody was on board.";
    const { body } = await room.api("/texts", { texts: [{ text, language: "en" }] });
    const { page, errors } = await open(`/#/text/${(body as { id: string }).id}`);
    await page.locator(".s").first().waitFor();
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Translate" });
    await dialog.getByLabel("简体中文").check();
    const engine = dialog.locator(".engine", { hasText: "DeepL" });
    await expect.poll(() => engine.locator(".shares > span").count()).toBe(2);
    expect(await engine.locator(".shares > span").first().textContent()).toMatch(/^한국어: Characters to send: \d\d/u);
    expect(service.translations()).toEqual([]);
    await expectAccessible(page);
    expect(errors).toEqual([]);
  });

  it("has a cap that is said beforehand; what was cut off there goes on with one click after a restart", async ({
    open,
    room,
    service,
  }) => {
    mkdirSync(join(room.dataDir, "config"), { recursive: true });
    writeFileSync(join(room.dataDir, "config", "config.json"), JSON.stringify({ maxChars: 40 }), { mode: 0o600 });
    await room.stop();
    await room.start();
    const text = "The tram stopped at noon. Everybody walked home.";
    const { body } = await room.api("/texts", { texts: [{ text, language: "en" }] });
    const { page } = await open(`/#/text/${(body as { id: string }).id}`);
    await page.locator(".s").first().waitFor();
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Translate" });
    await dialog.getByText("At most 40 characters are sent").waitFor();
    await dialog.getByRole("radio", { name: /DeepL/u }).check();
    await dialog.getByText("This is more than your cap").waitFor();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Translate", exact: true }).click();
    await dialog.getByRole("alert").waitFor();
    const sent = () => service.translations().flatMap(({ fields }) => fields.text ?? []);
    const before = sent().length;
    await room.stop();
    await room.start();
    await page.goto(room.url);
    const unfinished = page.locator(".unfinished li");
    await unfinished.getByText(/1 of 2 sentences were answered by DeepL/u).waitFor();
    await expectAccessible(page);
    await unfinished.getByRole("button", { name: "Go on where it stopped" }).click();
    await expect.poll(() => unfinished.count()).toBe(0);
    await expect.poll(() => page.locator(".text-item", { hasText: "tram" }).textContent()).toContain("한국어");
    expect(before).toBe(1);
    expect([...sent()].sort()).toEqual(["Everybody walked home.", "The tram stopped at noon."]);
  });
});
