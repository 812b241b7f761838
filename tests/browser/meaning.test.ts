import { createBitext, sideOf, writeText } from "@stele/core";
import { createTranslator, UI_LANGUAGES } from "@stele/messages";
import { expect } from "vitest";
import { describeInBrowser, it } from "./browser-test.ts";
import { expectAccessible, sentence } from "./journey.ts";

/** A row each, and what there is to doubt about it. */
const DOUBTFUL = [
  ["The work cost 53 crowns in the end.", "공사에는 결국 돈이 들었다.", "missing"],
  ["Nobody was hurt on the bridge.", "다리에서 7명이 다쳤다.", "added"],
  [
    "It is long.",
    "다리는 아주 길어서 끝에서 끝까지 걷는 데 한 시간 반이 걸리며, 날씨가 나쁜 날에는 더 걸린다고 사람들은 말한다.",
    "long",
  ],
  [
    "The mayor, who had waited for this morning since she was a girl, thanked the workers one by one and by name.",
    "시장은 고마워했다.",
    "short",
  ],
  ["The mayor thanked the workers.", "오리가 연못에 있다.", "words"],
] as const;

/** What is broken in the first two rows is called by no word that the vectors know. */
const STRANGE = [
  ["The frobnicator is broken.", "찌그덕기가 고장 났다."],
  ["Nobody saw the old frobnicators.", "아무도 낡은 찌그덕기를 보지 못했다."],
  ["A ship waits in the harbour.", "배 한 척이 항구에서 기다린다."],
  ["It rained all night.", "밤새 비가 내렸다."],
  ["The baker sells bread.", "빵집 주인은 빵을 판다."],
  ["Trains leave every hour.", "기차는 한 시간마다 떠난다."],
  ["My uncle counts sheep.", "삼촌은 양을 센다."],
  ["Snow fell on the mountains.", "산에 눈이 왔다."],
] as const;

function strangeFile(): string {
  return fileOf(STRANGE, () => false);
}

/** A text with its beads as they are: whether the aligner itself would doubt them is not asked here. */
function doubtfulFile(): string {
  const pairs = [["The bridge opened on Monday.", "다리가 월요일에 개통됐다."] as const, ...DOUBTFUL];
  return fileOf(pairs, (at) => at > 0);
}

function fileOf(
  pairs: readonly (readonly [english: string, korean: string, ...more: string[]])[],
  isLow: (row: number) => boolean,
): string {
  const source = sideOf({ text: pairs.map(([english]) => english).join("\n\n"), language: "en" });
  const target = sideOf({ text: pairs.map(([, korean]) => korean).join("\n\n"), language: "ko" });
  const beads = pairs.map((_, at) => ({
    source: [at, at + 1] as const,
    target: [at, at + 1] as const,
    score: isLow(at) ? 0.2 : 0.9,
    lowScore: isLow(at),
  }));
  return writeText(createBitext({ source, target, beads }), "json");
}

describeInBrowser("what the aligner knows", () => {
  it("links the words inside the lit sentences, the same word in every language", async ({ open, room }) => {
    const ENGLISH = "Work began in 2021 and was to last six years.";
    const { page } = await open(`/#/text/${await room.addSample("harbour-bridge")}`);
    await sentence(page, ENGLISH).click();
    const year = page.locator(".s[data-lit] .w", { hasText: "2021" });
    await expect.poll(() => year.count(), { timeout: 15_000 }).toBe(3);
    const strengths = await page
      .locator(".s[data-lit] .w")
      .evaluateAll((all) => all.map((one) => Number(getComputedStyle(one).getPropertyValue("--strength"))));
    for (const strength of strengths) expect(strength > 0 && strength <= 1).toBe(true);
    expect(new Set(strengths).size).toBeGreaterThan(1);
    await year.first().hover();
    const lit = page.locator(".w[data-on]");
    await expect.poll(() => lit.filter({ hasText: "2021" }).count()).toBe(3);
    // Chinese writes the year's word apart, Korean joins it to the figure.
    for (const word of await lit.allTextContents()) expect(word).toMatch(/2021|^年$/u);
  });

  it("links a term that no vector knows where it comes again in the text", async ({ open, room }) => {
    const { body } = await room.api("/texts", { texts: [{ text: strangeFile(), name: "strange.json" }] });
    const { page } = await open(`/#/text/${(body as { id: string }).id}`);
    await sentence(page, STRANGE[1][0]).click();
    const linked = page.locator(".s[data-lit] .w");
    await expect.poll(() => linked.allTextContents(), { timeout: 15_000 }).toContain("frobnicators");
    expect(await linked.allTextContents()).toContain("찌그덕기를");
  });

  it.for(UI_LANGUAGES)(
    "n steps through the doubtful rows, each saying why in words: %s",
    async (language, { open, room }) => {
      const t = createTranslator(language);
      const { body } = await room.api("/texts", { texts: [{ text: doubtfulFile(), name: "doubtful.json" }] });
      const { page } = await open(`/#/text/${(body as { id: string }).id}`, { locale: language });
      await sentence(page, "The work cost 53").waitFor();
      await page.getByRole("button", { name: t("page.reader.nextLow", { count: DOUBTFUL.length }) }).waitFor();
      const number = (text: string) => Number(/\d+(?:\.\d+)?/u.exec(text)?.[0]);
      for (const [english, , reason] of DOUBTFUL) {
        await page.keyboard.press("n");
        await expect.poll(() => page.locator(".row[data-lit]").textContent()).toContain(english);
        const said = async () => (await page.locator(".doubt").textContent()) ?? "";
        await expect.poll(said, { timeout: 10_000 }).toContain(t("page.reader.low"));
        if (reason === "missing") expect(await said()).toContain(t("page.doubt.missing", { figure: "53" }));
        if (reason === "added") expect(await said()).toContain(t("page.doubt.added", { figure: "7" }));
        if (reason === "words") expect(await said()).toContain(t("page.doubt.words"));
        if (reason !== "long" && reason !== "short") continue;
        const factor = String(number((await said()).replace(t("page.reader.low"), "")));
        expect(await said()).toContain(t(`page.doubt.${reason}`, { factor }));
        expect(Number(factor) > 1).toBe(reason === "long");
      }
      await page.keyboard.press("n");
      await expect.poll(() => page.locator(".row[data-lit]").textContent()).toContain(DOUBTFUL[0][0]);
      await expectAccessible(page);
    },
  );
});
