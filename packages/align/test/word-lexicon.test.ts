import { createAligner, type WordLexicon } from "@stele/align";
import { evaluateWordLinks, type WordFigures } from "@stele/align/evaluate";
import { describe, expect, it } from "vitest";
import { vectorsFile } from "./vectors-file.ts";
import { readWordGold } from "./word-gold.ts";

const aligner = createAligner({ vectors: vectorsFile() });
const EN_KO = { source: "en", target: "ko" } as const;

/** Each text's own lexicon, by the text's name. */
async function lexiconsOf(pair: string): Promise<ReadonlyMap<string, WordLexicon>> {
  const { languages, pairs } = readWordGold(pair);
  const names = [...new Set(pairs.map(({ text = "" }) => text))];
  const learn = (name: string) =>
    aligner.learnWords(
      pairs.filter(({ text }) => text === name),
      languages,
    );
  return new Map(await Promise.all(names.map(async (name) => [name, await learn(name)] as const)));
}

function tell({ precision, recall }: WordFigures): string {
  return `${precision.toFixed(3)} / ${recall.toFixed(3)}`;
}

describe("word links within a text", () => {
  it.each([
    ["en-ko", { precision: 0.9, recall: 0.54 }],
    ["en-zh", { precision: 0.83, recall: 0.73 }],
    ["ko-zh", { precision: 0.82, recall: 0.6 }],
  ])("of %s are more, and more of them are right, with what the text's own beads teach", async (pair, least) => {
    const { languages, pairs } = readWordGold(`texts-${pair}`);
    const lexicons = await lexiconsOf(`texts-${pair}`);
    const judge = (known: (text: string) => WordLexicon | undefined): WordFigures =>
      evaluateWordLinks(
        pairs.map((gold) => {
          const lexicon = known(gold.text ?? "");
          const options = { ...languages, ...(lexicon !== undefined && { lexicon }) };
          return { gold, found: aligner.linkWords(gold.source, gold.target, options) };
        }),
      );
    const [alone, within] = [judge(() => undefined), judge((text) => lexicons.get(text))];
    console.info(`words in texts (${pair}): alone ${tell(alone)}, with the text's lexicon ${tell(within)}`);
    expect(within.precision).toBeGreaterThan(Math.max(least.precision, alone.precision));
    expect(within.recall).toBeGreaterThan(Math.max(least.recall, alone.recall + 0.05));
  });

  it("find a term that no vector knows in its second sentence, whatever particle stands behind it", async () => {
    const beads = [
      { source: "The frobnicator is broken.", target: "찌그덕기가 고장 났다." },
      { source: "Nobody saw the old frobnicators.", target: "아무도 낡은 찌그덕기를 보지 못했다." },
      { source: "A ship waits in the harbour.", target: "배 한 척이 항구에서 기다린다." },
      { source: "It rained all night.", target: "밤새 비가 내렸다." },
      { source: "The baker sells bread.", target: "빵집 주인은 빵을 판다." },
      { source: "Trains leave every hour.", target: "기차는 한 시간마다 떠난다." },
      { source: "My uncle counts sheep.", target: "삼촌은 양을 센다." },
      { source: "Snow fell on the mountains.", target: "산에 눈이 왔다." },
      { source: "Her letter was short.", target: "그녀의 편지는 짧았다." },
      { source: "Doctors sleep badly.", target: "의사들은 잠을 설친다." },
    ];
    const lexicon = await aligner.learnWords(beads, EN_KO);
    const bead = beads[1] ?? { source: "", target: "" };
    const links = aligner.linkWords(bead.source, bead.target, { ...EN_KO, lexicon });
    const words = links.map(({ source, target }) => [
      source.map(({ start, end }) => bead.source.slice(start, end)).join("+"),
      target.map(({ start, end }) => bead.target.slice(start, end)).join("+"),
    ]);
    expect(words).toContainEqual(["frobnicators", "찌그덕기를"]);
  });

  it("say nothing of words that met once, of empty beads and of other texts", async () => {
    const beads = [
      { source: "A ship waits.", target: "배가 기다린다." },
      { source: "It rained.", target: "" },
      { source: "", target: "" },
    ];
    expect(await aligner.learnWords(beads, EN_KO)).toEqual(new Map());
    expect(await aligner.learnWords([], EN_KO)).toEqual(new Map());
    const plain = aligner.linkWords("A ship waits.", "배가 기다린다.", EN_KO);
    const strange = await aligner.learnWords(
      Array(3).fill({ source: "Bread is baked.", target: "빵을 굽는다." }),
      EN_KO,
    );
    expect(aligner.linkWords("A ship waits.", "배가 기다린다.", { ...EN_KO, lexicon: strange })).toEqual(plain);
  });

  it("are learnt of until the signal", async () => {
    const beads = Array.from({ length: 300 }, (_, k) => ({ source: `Row ${k}.`, target: `${k}번 줄.` }));
    await expect(aligner.learnWords(beads, { ...EN_KO, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});
