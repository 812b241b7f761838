import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { expectAccessible, sentence } from "./journey.ts";

const OLD = { en: "The old bridge opened on Monday morning.", ko: "옛 다리가 월요일 아침에 개통됐다." };
const NEW = { en: "The new bridge opened on Monday morning.", ko: "새 다리가 월요일 아침에 개통됐다." };

describeInBrowser("the memory while correcting", () => {
  it("offers how a text like the row's was translated, with its likeness, to be used", async ({ open, room }) => {
    const ids: string[] = [];
    for (const { en, ko } of [OLD, NEW]) {
      const texts = [
        { text: en, language: "en" },
        { text: ko, language: "ko" },
      ];
      ids.push(((await room.api("/texts", { texts })).body as { id: string }).id);
    }
    const { page, errors } = await open(`/#/text/${ids[1]}`);
    await sentence(page, NEW.ko).click();
    await page.keyboard.press("c");
    await page.getByText("Everything is saved").waitFor();
    await page.keyboard.press("e");
    const found = page.getByRole("region", { name: "From the memory:" });
    await found.getByText(OLD.ko).waitFor();
    expect(await found.textContent()).toMatch(/8\d\s?%/u);
    await expectAccessible(page);
    await found.getByRole("button", { name: "Use this" }).click();
    expect(await page.getByRole("textbox", { name: "Edit the sentence" }).inputValue()).toBe(OLD.ko);
    expect(errors).toEqual([]);
  });
});
