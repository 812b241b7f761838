import type { Bead, Polytext } from "@stele/core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { expectAccessible, sentence } from "./journey.ts";
import type { ReadingRoom } from "./reading-room.ts";

const ENGLISH = "Work began in 2021 and was to last six years.";

/** The stored bead of the sentence, and how far its translation is trusted. */
async function stored(room: ReadingRoom, id: string): Promise<{ bead: Bead; standing: string }> {
  const { body } = await room.api(`/texts/${id}`);
  const [pair] = (body as { polytext: Polytext }).polytext.pairs;
  const index = pair?.source.sentences.findIndex(
    ({ start, end }) => pair.source.article.text.slice(start, end) === ENGLISH,
  );
  const bead = pair?.beads.find(({ source }) => index !== undefined && source[0] <= index && index < source[1]);
  if (pair === undefined || bead === undefined) throw new Error("The sentence is not there.");
  const { standing } = pair.target.overrides?.[bead.target[0]] ?? pair.target.provenance;
  return { bead, standing };
}
const isSaved = (page: Page) => page.getByText("Everything is saved").waitFor();

const it = browserTest.extend("id", { scope: "file" }, ({ room }) => room.addSample("harbour-bridge", ["en", "ko"]));

describeInBrowser("approving while correcting", () => {
  it("approves, marks to be looked at again and clears with OmegaT's keys, and takes each back", async ({
    open,
    room,
    id,
  }) => {
    const { page, errors } = await open(`/#/text/${id}`);
    const row = page.locator(".row", { hasText: ENGLISH });
    await sentence(page, ENGLISH).click();
    await page.keyboard.press("c");
    await page.getByRole("region", { name: "Correct" }).waitFor();
    const before = await stored(room, id);

    await page.keyboard.press("k");
    await expect.poll(() => row.getAttribute("data-approved")).toBe("true");
    await isSaved(page);
    expect(await stored(room, id)).toMatchObject({ bead: { fixed: true, lowScore: false }, standing: "approved" });

    await page.keyboard.press("r");
    await expect.poll(() => row.getAttribute("data-low")).toBe("true");
    expect(await row.getAttribute("data-approved")).toBeNull();
    await page.getByText("marked to be looked at again").waitFor();
    await isSaved(page);
    expect(await stored(room, id)).toMatchObject({ bead: { lowScore: true }, standing: "human" });

    await page.keyboard.press("c");
    await expect.poll(() => row.getAttribute("data-low")).toBeNull();
    await isSaved(page);
    expect(await stored(room, id)).toEqual(before);

    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => row.getAttribute("data-low")).toBe("true");
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => row.getAttribute("data-low")).toBeNull();
    await expectAccessible(page);
    expect(errors).toEqual([]);
  });

  it("names every key in the help, and is left by Escape, which first gives up a pinpoint", async ({ open, id }) => {
    const { page } = await open(`/#/text/${id}`);
    await sentence(page, ENGLISH).click();
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keys" });
    await help.getByText("Take an approval or a mark back").waitFor();
    const caps = await help.locator("dl").nth(1).locator("kbd").allTextContents();
    expect(caps).toEqual(["U", "D", "S", "M", "E", "A", "K", "R", "C", "Space", "Ctrl Z", "Ctrl Y", "Esc"]);
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    await page.keyboard.press("c");
    await page.getByText("Everything is saved").waitFor();
    await page.keyboard.press(" ");
    await page.getByText("Now go to its counterpart").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Everything is saved").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".correct-bar").isVisible()).toBe(false);
  });
});
