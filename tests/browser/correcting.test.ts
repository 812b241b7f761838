import type { Polytext } from "@stele/core";
import { sentenceLine } from "@stele/core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { expectAccessible, type Journey, sentence } from "./journey.ts";
import type { ReadingRoom } from "./reading-room.ts";

/** Three languages of one text, another with every number: tests share a library, and each corrects its own. */
const textsOf = (number: number) => [
  {
    language: "en",
    text: `The bridge opened on Monday.\n\nIt is long.\n\nIt took 12 years.\n\n${number} boats came.\n`,
  },
  {
    language: "ko",
    text: `다리가 월요일에 개통됐다.\n\n다리는 길다.\n\n공사에 12년이 걸렸다.\n\n배 ${number}척이 왔다.\n`,
  },
  { language: "zh", text: `大桥周一通车。\n\n它很长。\n\n工程历时12年。\n\n来了${number}艘船。\n` },
];

/** An engine with what a text would cost. */
interface Estimated {
  readonly name: string;
  readonly estimate?: { readonly texts: number; readonly fromMemory: number };
}

// Nothing is sent there: an engine that is ready says what it would send.
const it = browserTest.extend("variables", { scope: "file" }, {
  DEEPL_AUTH_KEY: "not-a-real-key:fx",
  DEEPL_SERVER_URL: "http://127.0.0.1:9",
} as const);

describeInBrowser("correcting", () => {
  let room: ReadingRoom;
  let id: string;
  let journey: Journey;
  let page: Page;
  let number = 20;

  it.beforeEach(async ({ room: shared, open }) => {
    room = shared;
    number += 1;
    const { body } = await room.api("/texts", { texts: textsOf(number) });
    id = (body as { id: string }).id;
    journey = await open(`/#/text/${id}`);
    page = journey.page;
    await sentence(page, "It is long.").waitFor();
  });

  const stored = async (): Promise<Polytext> => {
    const { body } = await room.api(`/texts/${id}`);
    return (body as { polytext: Polytext }).polytext;
  };
  const pairWith = async (language: string) => {
    const { pairs } = await stored();
    const pair = pairs.find(
      ({ source, target }) => source.article.language === "en" && target.article.language === language,
    );
    if (pair === undefined) throw new Error(`There is no pair of English and ${language}.`);
    return pair;
  };
  /** The beads of the English–Korean pair as `source:target` counts. */
  const shapes = async (): Promise<readonly string[]> =>
    (await pairWith("ko")).beads.map(({ source, target }) => `${source[1] - source[0]}:${target[1] - target[0]}`);
  const koreanTexts = async (): Promise<readonly string[]> => {
    const side = (await pairWith("ko")).target;
    return side.sentences.map((one) => sentenceLine(side.article, one));
  };
  const start = async (under: string, { isLit = false } = {}): Promise<void> => {
    await sentence(page, under).waitFor();
    if (!isLit) await sentence(page, under).click();
    await page.keyboard.press("c");
    await page.getByRole("button", { name: "Merge" }).waitFor();
  };
  const isSaved = () => page.getByText("Everything is saved").waitFor();

  it("merges with the key of OmegaT, undoes and redoes it, and every state is stored", async () => {
    expect(await shapes()).toEqual(["1:1", "1:1", "1:1", "1:1"]);
    await start("다리는 길다.");
    await page.keyboard.press("m");
    await expect.poll(shapes).toEqual(["1:1", "2:2", "1:1"]);
    await isSaved();
    await page.keyboard.press("Control+z");
    await expect.poll(shapes).toEqual(["1:1", "1:1", "1:1", "1:1"]);
    await isSaved();
    await page.keyboard.press("Control+y");
    await expect.poll(shapes).toEqual(["1:1", "2:2", "1:1"]);
    await isSaved();
    await page.keyboard.press("m");
    await expect.poll(shapes).toEqual(["1:1", "3:3"]);
    await isSaved();
    await sentence(page, "The bridge opened on Monday.").click();
    await page.keyboard.press("m");
    await expect.poll(shapes).toEqual(["4:4"]);
    await isSaved();
    // As many steps as were made, and as fast as keys are pressed.
    for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
    await expect.poll(shapes).toEqual(["1:1", "1:1", "1:1", "1:1"]);
    for (let step = 0; step < 3; step++) await page.keyboard.press("Control+y");
    await expect.poll(shapes).toEqual(["4:4"]);
    expect(journey.errors).toEqual([]);
  });

  it("splits what was merged, moves a boundary, and pinpoints two sentences as a pair", async () => {
    await start("다리는 길다.");
    await page.keyboard.press("m");
    await expect.poll(shapes).toEqual(["1:1", "2:2", "1:1"]);
    await isSaved();
    await sentence(page, "공사에 12년이 걸렸다.").click();
    await page.keyboard.press("u");
    await expect.poll(shapes).toEqual(["1:3", "2:0", "1:1"]);
    await isSaved();
    await sentence(page, "It took 12 years.").click();
    await page.keyboard.press(" ");
    await page.getByText("Now go to its counterpart").waitFor();
    await sentence(page, "공사에 12년이 걸렸다.").click();
    await page.keyboard.press(" ");
    await expect.poll(shapes).toEqual(["2:2", "1:1", "1:1"]);
    await isSaved();
    await sentence(page, "다리는 길다.").click();
    await page.keyboard.press("s");
    await expect.poll(shapes).toEqual(["1:1", "1:1", "1:1", "1:1"]);
  });

  it("a correction of one pair leaves three languages together and the other pair's beads as they were", async () => {
    const chinese = async () => (await pairWith("zh-Hans")).beads.length;
    expect(await chinese()).toBe(4);
    await start("다리는 길다.");
    await page.keyboard.press("m");
    await expect.poll(async () => (await stored()).rows.length).toBe(3);
    expect(await chinese()).toBe(4);
    await sentence(page, "它很长。").hover();
    const lit = page.locator(".s[data-lit]");
    expect(await lit.allTextContents()).toContain("It is long.");
  });

  it("edits a translation: what is typed is stored, marked as a person's, and found in the next visit", async () => {
    await start("다리는 길다.");
    await page.keyboard.press("e");
    const editor = page.getByRole("textbox", { name: "Edit the sentence" });
    await editor.fill("이 다리는 매우 길다.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(koreanTexts).toContain("이 다리는 매우 길다.");
    await page.reload();
    await sentence(page, "이 다리는 매우 길다.").waitFor();
  });

  it("cuts a sentence at the caret and joins it again", async () => {
    await start("다리는 길다.");
    await page.keyboard.press("e");
    const editor = page.getByRole("textbox", { name: "Edit the sentence" });
    await editor.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 3));
    await page.getByRole("button", { name: "Cut at the caret" }).click();
    await expect.poll(koreanTexts).toContain("다리는");
    await isSaved();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("다리는");
    await page.keyboard.press("e");
    await page.getByRole("button", { name: "Join with the next sentence" }).click();
    await expect.poll(koreanTexts).toContain("다리는 길다.");
  });

  it("never edits the original", async () => {
    await start("It is long.");
    await page.keyboard.press("e");
    const editor = page.getByRole("textbox", { name: "Edit the sentence" });
    expect(await editor.isEditable()).toBe(false);
    expect(await page.getByRole("button", { name: "Save", exact: true }).count()).toBe(0);
  });

  it("on a phone edits the language that is shown, also when it came after the sentence was chosen", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await sentence(page, "It is long.").click();
    await page.keyboard.press("f");
    await start("다리는 길다.", { isLit: true });
    await page.keyboard.press("e");
    const editor = page.getByRole("textbox", { name: "Edit the sentence" });
    expect(await editor.inputValue()).toBe("다리는 길다.");
    expect(await editor.isEditable()).toBe(true);
  });

  it("approves and goes on to the next", async () => {
    await start("다리는 길다.");
    await page.keyboard.press("a");
    await expect.poll(async () => (await pairWith("ko")).beads[1]?.fixed).toBe(true);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("공사에 12년이 걸렸다.");
  });

  it("restores an older revision from the history", async () => {
    await start("다리는 길다.");
    await page.keyboard.press("m");
    await expect.poll(shapes).toEqual(["1:1", "2:2", "1:1"]);
    await isSaved();
    await page.getByRole("button", { name: "History" }).click();
    const dialog = page.getByRole("dialog", { name: "History" });
    await dialog.getByRole("button", { name: "Restore" }).last().click();
    await expect.poll(shapes).toEqual(["1:1", "1:1", "1:1", "1:1"]);
  });

  it("shows both versions where somebody was faster, and neither is lost", async () => {
    await start("다리는 길다.");
    const pair = await pairWith("ko");
    await room.api(`/bitexts/${pair.id}`, {
      seen: pair.revision,
      author: "Somebody",
      operations: [{ op: "edit", side: "target", sentence: 1, text: "다리는 참 길다." }],
    });
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "Edit the sentence" }).fill("이 다리는 길다.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Changed elsewhere in the meantime" });
    await dialog.waitFor();
    const said = await dialog.textContent();
    for (const part of ["Somebody", "다리는 참 길다.", "이 다리는 길다."]) expect(said).toContain(part);
    expect(await koreanTexts()).toContain("다리는 참 길다.");
    await dialog.getByRole("button", { name: "Make my change on top of it" }).click();
    await expect.poll(koreanTexts).toContain("이 다리는 길다.");
  });

  it("keeps a change while the server is away and saves it when it is back", async () => {
    await start("다리는 길다.");
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "Edit the sentence" }).fill("이 다리는 길다.");
    await room.stop();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The server does not answer. Your change is kept").waitFor();
    await room.start();
    await isSaved();
    expect(await koreanTexts()).toContain("이 다리는 길다.");
  });

  it("keeps what was typed when the page is left before it was saved", async () => {
    await start("다리는 길다.");
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "Edit the sentence" }).fill("이 다리는 아주");
    await page.reload();
    await start("다리는 길다.");
    await page.keyboard.press("e");
    expect(await page.getByRole("textbox", { name: "Edit the sentence" }).inputValue()).toBe("이 다리는 아주");
    expect(await koreanTexts()).toContain("다리는 길다.");
  });

  it("gives what a person corrected to the memory: the same sentence is not sent to an engine again", async () => {
    await start("다리는 길다.");
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "Edit the sentence" }).fill("이 다리는 매우 길다.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await isSaved();
    const { body } = await room.api("/texts", { texts: [{ text: "It is long.\n\nIt is wide.\n", language: "en" }] });
    const engines = await room.api(`/engines?text=${(body as { id: string }).id}&to=ko`);
    const { estimate } = (engines.body as { engines: readonly Estimated[] }).engines.find(
      ({ name }) => name === "deepl",
    ) ?? { estimate: undefined };
    expect(estimate).toMatchObject({ texts: 1, fromMemory: 1 });
  });

  it("leaves the keys to reading when the mode is off", async () => {
    await sentence(page, "다리는 길다.").click();
    await page.keyboard.press("u");
    await page.keyboard.press("d");
    expect(await shapes()).toEqual(["1:1", "1:1", "1:1", "1:1"]);
    expect((await pairWith("ko")).revision).toBe(1);
  });

  it("axe finds nothing wrong in the correction mode", async () => {
    await start("다리는 길다.");
    await expectAccessible(page);
  });
});
