import { buildPolytext, createBitext, pageExtras, sideOf } from "@stele/core";
import { bundledAligner } from "@stele/core/node";
import { expect, it } from "vitest";

const ENGLISH = `The frobnicator is broken. Nobody saw the old frobnicators. A ship waits in the harbour. It rained all night.
The baker sells bread. Trains leave every hour. My uncle counts sheep. Snow fell on the mountains.`;
const KOREAN = `찌그덕기가 고장 났다. 아무도 낡은 찌그덕기를 보지 못했다. 배 한 척이 항구에서 기다린다. 밤새 비가 내렸다.
빵집 주인은 빵을 판다. 기차는 한 시간마다 떠난다. 삼촌은 양을 센다. 산에 눈이 왔다.`;

it("An exported page links a term that no vector knows, since it comes again in the text", async () => {
  const [source, target] = [sideOf({ text: ENGLISH, language: "en" }), sideOf({ text: KOREAN, language: "ko" })];
  expect(source.sentences).toHaveLength(8);
  const beads = source.sentences.map((_, k) => ({
    source: [k, k + 1] as const,
    target: [k, k + 1] as const,
    score: 1,
    lowScore: false,
  }));
  const polytext = buildPolytext([createBitext({ source, target, beads })]);
  const { links } = await pageExtras(polytext, { aligner: bundledAligner() });
  const row = ["Nobody saw the old frobnicators.", "아무도 낡은 찌그덕기를 보지 못했다."] as const;
  const languages = { source: "en", target: "ko" } as const;
  const isFound = (found: ReturnType<NonNullable<typeof links>>): boolean =>
    found.some((link) => link.source[0]?.start === 19 && link.target[0]?.start === 7);
  expect(isFound(bundledAligner().linkWords(...row, languages))).toBe(false);
  expect(isFound(links?.(...row, languages) ?? [])).toBe(true);
});
