import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { expectAccessible, type Journey, sentence } from "./journey.ts";
import { samplePath } from "./reading-room.ts";

const ATTACK = "He said <script>parent.ran = 1</script> and <img src=x onerror='parent.ran = 1'> twice.";

describeInBrowser("the preview of an exported page", () => {
  const preview = async ({ page }: Journey) => {
    await page.keyboard.press("x");
    const frame = page.frameLocator("iframe[title='Preview']");
    await frame.locator(".row").first().waitFor();
    return frame;
  };

  it("looks as the page will: columns, languages and fonts, without buttons that do nothing", async ({
    open,
    room,
  }) => {
    const id = await room.addSample("harbour-bridge");
    const journey = await open(`/#/text/${id}`);
    await sentence(journey.page, "Work began in 2021").waitFor();
    const frame = await preview(journey);
    const row = frame.locator(".row").first();
    expect(await row.evaluate((one) => getComputedStyle(one).gridTemplateColumns.split(" ").length)).toBe(3);
    expect(await row.locator(".cell").evaluateAll((all) => all.map((one) => one.getAttribute("lang")))).toEqual([
      "en",
      "ko",
      "zh-Hans",
    ]);
    expect(await frame.getByText("Mayor Ilsa Renwick cuts").first().isVisible()).toBe(true);
    expect(await frame.getByRole("button").count()).toBe(0);
    await expectAccessible(journey.page);
    expect(journey.errors).toEqual([]);
  });

  it("runs nothing of the text and asks for nothing", async ({ open, room }) => {
    const { body } = await room.api("/texts", { texts: [{ text: ATTACK, language: "en", name: "attack.txt" }] });
    const journey = await open(`/#/text/${(body as { id: string }).id}`);
    await sentence(journey.page, "He said").waitFor();
    const before = journey.requests.length;
    const frame = await preview(journey);
    expect(await frame.locator(".s").first().textContent()).toBe(ATTACK);
    expect(await frame.locator("img, script").count()).toBe(0);
    expect(await journey.page.evaluate(() => "ran" in window)).toBe(false);
    const asked = journey.requests.slice(before).filter((request) => !request.includes(`${room.url}/`));
    expect(asked.filter((request) => !request.startsWith("GET about:"))).toEqual([]);
    expect(await journey.page.locator("iframe").getAttribute("sandbox")).not.toContain("allow-scripts");
    expect(journey.errors).toEqual([]);
  });

  it("is shown for a text of the tab too", async ({ open }) => {
    const journey = await open("/#/add");
    const { page } = journey;
    await page.locator("[data-choose]").setInputFiles(["en", "ko"].map((tag) => samplePath("night-train", tag)));
    await page.getByRole("button", { name: "Align in this tab" }).click();
    await page.locator(".head-name").nth(1).waitFor({ timeout: 30_000 });
    const frame = await preview(journey);
    expect(await frame.locator(".cell[lang='ko'] .s").count()).toBeGreaterThan(5);
    expect(journey.errors).toEqual([]);
  });
});
